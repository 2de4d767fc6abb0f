/**
 * Reads one YAML data file against a zod schema. Every fault becomes one AppError that names file, line, column and the
 * mend in Chinese, because the people who edit these files do not read code. What the values mean is the caller's affair.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { AppError } from '#base/errors'

/** Where a value of the file stands, for faults found after validation (duplicate ids and the like). */
export type Locate = (path: readonly PropertyKey[]) => string

/**
 * Parses and validates. `locate` gives "文件:行:列" of a path.
 * @throws AppError 'file-missing' | 'file-invalid'
 */
export function readYamlFile<T>(file: string, schema: z.ZodType<T>): { value: T; locate: Locate } {
  const lines = new LineCounter()
  const text = readText(file)
  const document = parseDocument(text, { lineCounter: lines })
  const fault = document.errors[0]
  if (fault) {
    const at = lines.linePos(fault.pos[0])
    throw new AppError(
      'file-invalid',
      `${file} 第 ${at.line} 行第 ${at.col} 列：YAML 写法有误（${fault.code}）。请检查缩进、冒号后的空格和引号。`,
      { cause: fault, context: { file, line: at.line, column: at.col } },
    )
  }
  const locate: Locate = (path) => {
    const at = lines.linePos(offsetOf(document, path))
    return `${file} 第 ${at.line} 行第 ${at.col} 列`
  }
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 20 }))
  if (parsed.success) return { value: parsed.data, locate }
  const first = parsed.error.issues[0]
  const path = first?.path ?? []
  // A key that nobody knows is shown itself, not the entry it stands in.
  const strange = first?.code === 'unrecognized_keys' ? first.keys[0] : undefined
  const field = path.length === 0 ? '整个文件' : `“${path.map(String).join('.')}”`
  const known = strange === undefined ? [] : keysAt(schema, path)
  const choice = known.length === 0 ? '' : `这里可以写的有：${known.join('、')}。`
  throw new AppError(
    'file-invalid',
    `${locate(strange === undefined ? path : [...path, strange])}：${field}${first ? mendOf(first) : '不合格式'}${choice}`,
    {
      cause: parsed.error,
      context: { file, path: path.map(String) },
    },
  )
}

/** Names of the `.yaml` files of a folder, sorted. @throws AppError 'file-missing' */
export function yamlFilesOf(dir: string): readonly string[] {
  let names: string[]
  try {
    names = readdirSync(dir)
  } catch (cause) {
    throw new AppError('file-missing', `数据目录 ${dir} 不存在或读不到，请检查路径。`, {
      cause,
      context: { dir },
    })
  }
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(dir, name))
}

function readText(file: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (cause) {
    throw new AppError('file-missing', `数据文件 ${file} 不存在或读不到，请检查路径与权限。`, {
      cause,
      context: { file },
    })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    // Names of units and levels are compared exactly: text that came out garbled would load and match nothing.
    throw new AppError(
      'file-invalid',
      `${file} 不是 UTF-8 编码（像是 GBK 或 UTF-16）。请用文本编辑器另存为 UTF-8。`,
      { cause, context: { file } },
    )
  }
}

/** Offset of the node at `path`, or of its nearest ancestor that exists (a missing key has no place of its own). */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

/** Names of the fields that may stand at a place; none where the schema does not tell. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let here: z.core.$ZodType | undefined = schema
  for (const step of [...path, null]) {
    while (here instanceof z.ZodOptional || here instanceof z.ZodDefault) here = here.def.innerType
    if (step === null) return here instanceof z.ZodObject ? Object.keys(here.shape) : []
    if (here instanceof z.ZodArray) here = here.def.element
    else if (here instanceof z.ZodRecord) here = here.def.valueType
    else here = here instanceof z.ZodObject ? here.shape[String(step)] : undefined
  }
  return []
}

/** zod's issue as a Chinese sentence with the mend. */
function mendOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `有不认识的字段 ${issue.keys.join('、')}，请删去或改正拼写。`
    case 'invalid_type':
      return `应为${typeName(issue.expected)}，或缺少这一项，请补上或改正。`
    case 'invalid_value':
      return `只能取 ${issue.values.map(String).join('、')} 之一，请改正。`
    case 'invalid_format':
      return `的写法不对（${issue.message}），请改正。`
    case 'too_small':
      return '不能为空或过小，请补上内容。'
    case 'too_big':
      return '过大或过长，请改小。'
    case 'invalid_union':
      return 'options' in issue && issue.options
        ? `只能取 ${issue.options.map(String).join('、')} 之一，请改正。`
        : `不合格式：${issue.message}`
    default:
      return `不合格式：${issue.message}`
  }
}

function typeName(expected: string): string {
  const names: Record<string, string> = {
    string: '文字',
    number: '数字',
    int: '整数',
    array: '列表',
    object: '一组字段',
    boolean: 'true 或 false',
  }
  return names[expected] ?? expected
}
