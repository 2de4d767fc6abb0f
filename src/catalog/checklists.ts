/**
 * Reads content checklists from data/checklists: one list a file. Rows that a scheme's own checklists.yaml already holds
 * are taken from there (`from`), so that labels and agencies stand once. Guards what zod cannot see: topics known,
 * rows complete and told apart. Searching by them is `engine`'s.
 */
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#base/errors'
import { compareForm } from '#base/text'
import type { ContentItem, ContentList, ContentRow } from '#model/checklist'
import { checklistsSchema } from './scheme-file.ts'
import { type Locate, readYamlFile, yamlFilesOf } from './yaml-file.ts'

const ident = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, '编号用小写字母、数字和连字符，以字母开头')
const text = z.string().min(1)

const listSchema = z.strictObject({
  id: ident,
  /** 短名：结论的对象写作“短名：行名”。 */
  short: text,
  title: text,
  source: z.strictObject({ document: text, clause: text }),
  /** 地名（含网址里的拼音）：单位名称、网站名称或网址要含有其中一个。不写则不看地名。 */
  places: z.array(z.string().min(2)).default([]),
  /** named 只对点名的单位；另对设有该栏目的网站：local 地名相符的，government 政府的，column 所有的。 */
  scope: z.enum(['named', 'local', 'government', 'column']),
  /** 行名和单位已写在某个体系的 checklists.yaml 里时，指明体系和清单编号。 */
  from: z.strictObject({ scheme: ident, list: ident }).optional(),
  /** 各行共同的查找位置；某一行自己写了的以该行为准。 */
  topics: z.array(text).default([]),
  columns: z.array(text).default([]),
  everywhere: z.boolean().default(false),
  /** 入口链接本身就是内容（查询服务）。 */
  entries: z.boolean().default(false),
  rows: z
    .array(
      z.strictObject({
        id: ident,
        label: text.optional(),
        agencies: z.array(text).optional(),
        topics: z.array(text).optional(),
        columns: z.array(text).optional(),
        everywhere: z.boolean().optional(),
        entries: z.boolean().optional(),
        /** 原文印出的名称: [认得出它的词]。不写即行名本身。 */
        contents: z.record(text, z.array(z.string().min(2)).nullable()).default({}),
        /** 哪几项内容可以判定没有公开：none 是栏目里一条标题也没有的词，kin 是同类旧内容的词（不写则要求找到别的内容）。 */
        absence: z
          .record(
            text,
            z.strictObject({
              none: z.array(z.string().min(2)).min(1),
              kin: z.array(z.string().min(2)).default([]),
            }),
          )
          .default({}),
      }),
    )
    .min(1),
})

type ListFile = z.output<typeof listSchema>
type RowEntry = ListFile['rows'][number]

export interface ChecklistOptions {
  /** Folder of the schemes, for `from`. */
  readonly schemes: string
  /** Ids of the lexicon's topics. */
  readonly topics: ReadonlySet<string>
}

/**
 * All lists of a folder, by file name.
 * @throws AppError 'file-missing' | 'file-invalid' naming file, line, column and the mend
 */
export function loadChecklists(dir: string, options: ChecklistOptions): readonly ContentList[] {
  const lists: ContentList[] = []
  for (const file of yamlFilesOf(dir)) {
    const { value, locate } = readYamlFile<ListFile>(file, listSchema)
    const same = lists.find((list) => list.id === value.id || list.short === value.short)
    if (same)
      fault(locate, [same.id === value.id ? 'id' : 'short'], `已被清单 ${same.id} 使用，请改名。`)
    lists.push(listOf(value, locate, options))
  }
  return lists
}

/** JSON Schema of a list's file, for editors and docs/schema. */
export function checklistFileJsonSchema(): unknown {
  return z.toJSONSchema(listSchema, { io: 'input' })
}

function fault(locate: Locate, path: readonly PropertyKey[], words: string): never {
  throw new AppError('file-invalid', `${locate(path)}：${words}`)
}

function listOf(file: ListFile, locate: Locate, options: ChecklistOptions): ContentList {
  const printed = file.from ? printedRows(file.from, locate, options) : null
  const rows = file.rows.map((row, i): ContentRow => {
    const path = ['rows', i]
    const fromScheme = printed?.get(row.id)
    if (printed !== null && fromScheme === undefined)
      fault(locate, [...path, 'id'], `from 所指的清单里没有 ${row.id}，请改正编号。`)
    if (printed !== null && (row.label !== undefined || row.agencies !== undefined))
      fault(locate, path, '行名和单位已写在 from 所指的清单里，请删去 label、agencies。')
    const label = fromScheme?.label ?? row.label
    if (label === undefined) fault(locate, path, '缺少行名，请补上 label。')
    const stray = Object.keys(row.absence).find((name) => !(name in row.contents))
    if (stray !== undefined)
      fault(locate, [...path, 'absence'], `contents 里没有“${stray}”，请改正名称。`)
    return {
      ...placeOf(file, row, path, locate, options),
      id: row.id,
      label,
      agencies: fromScheme?.agencies ?? row.agencies ?? [],
      contents: contentsOf(label, row),
    }
  })
  const left = [...(printed?.keys() ?? [])].filter((id) => !rows.some((row) => row.id === id))
  if (left.length > 0)
    fault(locate, ['rows'], `from 所指的清单还有 ${left.join('、')} 没有写，请补上。`)
  checkRows(file, rows, locate)
  const { id, short, title, source, places, scope } = file
  return { id, short, title, source, places, scope, rows }
}

interface PrintedRow {
  readonly label: string
  readonly agencies: readonly string[]
}

function printedRows(
  { scheme, list }: { readonly scheme: string; readonly list: string },
  locate: Locate,
  options: ChecklistOptions,
): ReadonlyMap<string, PrintedRow> {
  const file = join(options.schemes, scheme, 'checklists.yaml')
  const found = readYamlFile(file, checklistsSchema).value.checklists.find((one) => one.id === list)
  if (found === undefined)
    fault(
      locate,
      ['from', 'list'],
      `体系 ${scheme} 的 checklists.yaml 里没有清单 ${list}，请改正。`,
    )
  return new Map(found.rows.map((row) => [row.id, row]))
}

function placeOf(
  file: ListFile,
  row: RowEntry,
  path: readonly PropertyKey[],
  locate: Locate,
  options: ChecklistOptions,
): Pick<ContentRow, 'topics' | 'columns' | 'everywhere' | 'entries'> {
  const topics = row.topics ?? file.topics
  const columns = row.columns ?? file.columns
  const everywhere = row.everywhere ?? file.everywhere
  const unknown = topics.find((topic) => !options.topics.has(topic))
  if (unknown !== undefined)
    fault(locate, path, `栏目词库里没有 ${unknown}，请改正 topics（编号见 data/lexicon）。`)
  if (topics.length === 0 && columns.length === 0 && !everywhere)
    fault(locate, path, '没有写到哪里找，请写 topics、columns 或 everywhere: true。')
  return { topics, columns, everywhere, entries: row.entries ?? file.entries }
}

/** Words of a printed name without what only says that it is a matter or a service. */
function plainWords(name: string): readonly string[] {
  const core = name.replace(/(等?(相关)?信息|情况|查询服务|查询|名录|一览表)$/, '')
  return [...new Set([name, core])].filter((word) => compareForm(word).length >= 2)
}

function contentsOf(label: string, row: RowEntry): readonly ContentItem[] {
  const written = Object.entries(row.contents)
  const entries: readonly (readonly [string, readonly string[] | null])[] =
    written.length > 0 ? written : [[label, null]]
  return entries.map(([name, words]) => {
    const absence = row.absence[name]
    return {
      name,
      words: [...new Set([...plainWords(name), ...(words ?? [])])],
      ...(absence === undefined ? {} : { absence }),
    }
  })
}

function checkRows(file: ListFile, rows: readonly ContentRow[], locate: Locate): void {
  rows.forEach((row, i) => {
    const before = rows.slice(0, i)
    if (before.some((one) => one.id === row.id))
      fault(locate, ['rows', i, 'id'], `编号 ${row.id} 重复，请改用别的编号。`)
    const twin = before.find(
      (one) =>
        one.label === row.label &&
        (file.scope !== 'named' || one.agencies.some((name) => row.agencies.includes(name))),
    )
    if (twin)
      fault(locate, ['rows', i], `与 ${twin.id} 同名又对同一单位，结论会分不开，请改名或合并。`)
    if (file.scope === 'named' && row.agencies.length === 0)
      fault(locate, ['rows', i], 'scope 为 named 时每行都要写 agencies，请补上或改 scope。')
  })
}
