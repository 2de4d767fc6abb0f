/**
 * Loads the lexicon of columns from data/lexicon: every file but those of expressions and labels may hold `topics`,
 * `sections` and word tables. Guards what zod cannot see: ids unique, parents known, one name never meaning two topics
 * for certain. Matching is `understand`'s.
 */
import { basename, join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#base/errors'
import { compareForm } from '#base/text'
import type { Lexicon, LexiconTopic, UpdateClass } from '#model/lexicon'
import { LABELS_FILE } from './labels.ts'
import { WORDING_FILE } from './wording.ts'
import { type Locate, readYamlFile, yamlFilesOf } from './yaml-file.ts'

/** Where the shipped lexicon keeps what belongs to no topic. */
const WORDS_FILE = 'words.yaml'

/** Files of the folder with a form of their own. */
const APART: ReadonlySet<string> = new Set([WORDING_FILE, LABELS_FILE])

const UPDATE_CLASSES = ['dynamic', 'policy', 'other', 'event'] as const

const word = z.string().min(1)
/** Two names joined by a Chinese comma are read as one, which no column ever has. */
const name = word.regex(/^[^，；]+$/, '几个名称之间用半角逗号分开，名称里不能有全角逗号、分号')
const ident = z.string().regex(/^[a-z][A-Za-z0-9]*$/, '编号用英文字母开头的字母数字')

const NAME_PARTS = ['before', 'behind', 'collected', 'recorded', 'units'] as const

const fileSchema = z.strictObject({
  topics: z
    .array(
      z.strictObject({
        id: ident,
        name,
        synonyms: z.array(name),
        weak: z.array(name).default([]),
        below: z.array(name).default([]),
        except: z.array(name).default([]),
        parents: z.array(ident),
        update: z.enum(UPDATE_CLASSES),
        pinyin: z.array(z.string().regex(/^[a-z0-9_]+$/, '拼音目录用小写字母')),
      }),
    )
    .default([]),
  sections: z
    .array(
      z.strictObject({
        id: ident,
        name,
        synonyms: z.array(name),
        pinyin: z.array(z.string().regex(/^[a-z0-9_]+$/, '拼音目录用小写字母')),
      }),
    )
    .default([]),
  updateClasses: z.partialRecord(z.enum(UPDATE_CLASSES), z.int().positive().nullable()).default({}),
  notColumns: z.array(word).default([]),
  nameParts: z.partialRecord(z.enum(NAME_PARTS), z.array(word)).default({}),
})

type LexiconFile = z.infer<typeof fileSchema>

/**
 * Reads all YAML files of a folder as one lexicon.
 * @throws AppError 'file-missing' | 'file-invalid' naming file, line, column and the mend
 */
export function loadLexicon(dir: string): Lexicon {
  const names = yamlFilesOf(dir).filter((file) => !APART.has(basename(file)))
  const files = names.map((file) => readYamlFile<LexiconFile>(file, fileSchema))
  const maxAge = new Map<UpdateClass, number | null>()
  for (const { value } of files) {
    for (const [name, days] of Object.entries(value.updateClasses)) {
      maxAge.set(name as UpdateClass, days)
    }
  }
  const file = join(dir, WORDS_FILE)
  // Else the first topic of the first file would be blamed for what stands in another file.
  if (maxAge.size === 0 && names.length > 0 && !names.includes(file)) {
    throw new AppError(
      'file-missing',
      `数据文件 ${file} 不存在，词库的其他文件里也没有 updateClasses（各更新类别的天数）。请放回该文件，或在任一词库文件中写明 updateClasses。`,
      { context: { file } },
    )
  }
  const topics: LexiconTopic[] = []
  const placed: Placed[] = []
  for (const { value, locate } of files) {
    value.sections.forEach((section, i) => {
      const topic: LexiconTopic = {
        ...section,
        weak: [],
        parents: [],
        update: 'event',
        maxAgeDays: null,
        kind: 'section',
      }
      topics.push(topic)
      placed.push({ topic, at: (...path) => locate(['sections', i, ...path]) })
    })
    value.topics.forEach((entry, i) => {
      const topic: LexiconTopic = {
        ...entry,
        maxAgeDays: entry.update === 'event' ? null : daysOf(entry.update, maxAge, locate, i),
        kind: 'column',
      }
      topics.push(topic)
      placed.push({ topic, at: (...path) => locate(['topics', i, ...path]) })
    })
  }
  if (topics.length === 0) {
    throw new AppError(
      'file-invalid',
      `词库目录 ${dir} 里没有任何栏目，请检查路径或补上 topics。`,
      {
        context: { dir },
      },
    )
  }
  checkNames(placed)
  const partOf = (part: (typeof NAME_PARTS)[number]): readonly string[] =>
    files.flatMap(({ value }) => value.nameParts[part] ?? [])
  return {
    topics,
    notColumns: files.flatMap(({ value }) => value.notColumns),
    nameParts: {
      before: partOf('before'),
      behind: partOf('behind'),
      collected: partOf('collected'),
      recorded: partOf('recorded'),
      units: partOf('units'),
    },
  }
}

function daysOf(
  update: UpdateClass,
  maxAge: ReadonlyMap<UpdateClass, number | null>,
  locate: Locate,
  index: number,
): number {
  const days = maxAge.get(update)
  if (days === undefined || days === null) {
    throw new AppError(
      'file-invalid',
      `${locate(['topics', index, 'update'])}：更新类别 ${update} 没有天数，请在 updateClasses 中写明。`,
    )
  }
  return days
}

interface Placed {
  readonly topic: LexiconTopic
  /** Where a part of its entry is written. */
  readonly at: (...path: PropertyKey[]) => string
}

function checkNames(placed: readonly Placed[]): void {
  const ids = new Set<string>()
  const names = new Map<string, string>()
  for (const { topic, at } of placed) {
    if (ids.has(topic.id))
      throw new AppError('file-invalid', `${at('id')}：编号 ${topic.id} 重复，请改用别的编号。`)
    ids.add(topic.id)
    // A section may share a name with a column it gathers (便民服务); two columns may not.
    const own = topic.kind === 'section' ? [] : [topic.name, ...topic.synonyms]
    own.forEach((name, i) => {
      const form = name.includes('*') ? name : compareForm(name)
      const other = names.get(form)
      if (other !== undefined) {
        const where = i === 0 ? at('name') : at('synonyms', i - 1)
        throw new AppError(
          'file-invalid',
          other === topic.id
            ? `${where}：名称“${name}”在这个栏目里写了两次，请删去一个。`
            : `${where}：名称“${name}”已属于 ${other}，一个名称只能属于一个栏目；两者都可能时请写进 weak。`,
        )
      }
      names.set(form, topic.id)
    })
  }
  for (const { topic, at } of placed) {
    const index = topic.parents.findIndex((parent) => !ids.has(parent))
    if (index >= 0) {
      throw new AppError(
        'file-invalid',
        `${at('parents', index)}：上级 ${topic.parents[index]} 没有定义，请改正编号或在 sections 中补上。`,
      )
    }
  }
}
