/**
 * Loads the words of labels from data/lexicon/labels.yaml and takes their notation apart (联系/咨询? + 电话/热线). Guards
 * what zod cannot see: every family that readers ask for is there and once, named parts are known, a word is put
 * together once in its list. Matching is `base/labels`.
 */
import { z } from 'zod'
import { AppError } from '#base/errors'
import {
  ANY,
  LABEL_IDS,
  type LabelFamily,
  type LabelForm,
  type LabelId,
  type LabelPart,
  type Labels,
  spelled,
} from '#base/labels'
import { readYamlFile } from './yaml-file.ts'

/** Stands beside the lexicon's files and is none of them. */
export const LABELS_FILE = 'labels.yaml'

const form = z
  .string()
  .regex(/^[^，；、|｜()（）]+$/, '一行一种叫法，段与段用 + 连接，段里的词用 / 分开，不用别的标点')

const fileSchema = z.strictObject({
  parts: z.record(z.string().regex(/^\p{Script=Han}+$/u, '段名用汉字'), form).default({}),
  labels: z
    .array(
      z.strictObject({
        id: z.enum(LABEL_IDS),
        name: z.string().min(1),
        words: z.array(form).min(1),
        bare: z.array(form).default([]),
        never: z.array(form).default([]),
      }),
    )
    .min(1),
})

/** @throws AppError 'file-missing' | 'file-invalid' naming file, line, column and the mend */
export function loadLabels(file: string): Labels {
  const { value, locate } = readYamlFile<z.infer<typeof fileSchema>>(file, fileSchema)
  const fault = (path: readonly PropertyKey[], text: string): AppError =>
    new AppError('file-invalid', `${locate(path)}：${text}`, { context: { file } })
  const named = new Map(
    Object.entries(value.parts).map(([name, text]) => [
      name,
      partsOf(text, new Map(), (why) => fault(['parts', name], why)),
    ]),
  )
  const families = new Map<LabelId, LabelFamily>()
  for (const [i, entry] of value.labels.entries()) {
    const { id, name } = entry
    if (families.has(id))
      throw fault(['labels', i, 'id'], `标签 ${id} 写了两次，请把叫法并到一处。`)
    const read = (key: 'words' | 'bare' | 'never'): readonly LabelForm[] =>
      entry[key].map((text, k) => partsOf(text, named, (why) => fault(['labels', i, key, k], why)))
    for (const key of ['words', 'bare'] as const) {
      const known = new Map<string, number>()
      for (const [k, made] of read(key).entries())
        for (const word of spelled(made)) {
          if ((known.get(word) ?? k) !== k)
            throw fault(
              ['labels', i, key, k],
              `“${word}”在“${name}”里已经有了，请删去一处，或去掉多余的词。`,
            )
          known.set(word, k)
        }
    }
    families.set(id, { id, name, words: read('words'), bare: read('bare'), never: read('never') })
  }
  const missing = LABEL_IDS.find((id) => !families.has(id))
  if (missing !== undefined)
    throw fault(['labels'], `缺少标签 ${missing}，读页面时要用到，请补上它的叫法。`)
  return families
}

/** Of one line; a named part alone may be several parts. */
function partsOf(
  text: string,
  named: ReadonlyMap<string, LabelForm>,
  fault: (why: string) => AppError,
): LabelForm {
  return text.split('+').map((piece): LabelPart => {
    const plain = piece.trim()
    const optional = plain.endsWith('?')
    const words = (optional ? plain.slice(0, -1) : plain).split('/').flatMap((word) => {
      const name = /^<(.+)>$/.exec(word.trim())?.[1]
      if (name === undefined) return [word.trim()]
      const [part, ...more] = named.get(name) ?? []
      if (part === undefined || more.length > 0)
        throw fault(`没有叫“${name}”的一段，请在 parts 里写明，或改正名称。`)
      return part.words
    })
    const wrong = words.find((word) => word === '' || (word.includes(ANY) && word !== ANY))
    if (wrong !== undefined)
      throw fault(
        wrong === ''
          ? `“${text}”里有空着的一段或多出的 /、+，请改正。`
          : `“${wrong}”里的 * 要单独成一段（写成“* + 依据”）。`,
      )
    return { words, optional }
  })
}
