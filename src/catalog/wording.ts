/**
 * Loads the table of mistaken expressions from data/lexicon/wording.yaml. Guards what zod cannot see: an expression
 * stands once, differs from its mend and is not part of it (else every right text would be flagged), an exception
 * really holds the expression, and a pattern is one that can be looked for.
 */
import { z } from 'zod'
import { AppError } from '#base/errors'
import type { WordingEntry } from '#model/wording'
import { readYamlFile } from './yaml-file.ts'

/** Stands beside the lexicon's files and is none of them. */
export const WORDING_FILE = 'wording.yaml'

const word = z.string().min(2)

const fileSchema = z.strictObject({
  expressions: z
    .array(
      z.strictObject({
        wrong: word,
        pattern: z.string().min(2).max(300).optional(),
        told: z.string().min(2).max(300).optional(),
        right: word,
        source: z.string().min(4),
        except: z.array(word).default([]),
        named: z.boolean().default(false),
      }),
    )
    .min(1),
  phrases: z
    .array(
      z.strictObject({
        source: z.string().min(4),
        words: z.array(z.string().min(4)).min(1),
        /** Said in no other way: a letter left out, doubled or written as any other is a slip too. */
        whole: z.boolean().default(false),
        except: z.array(word).default([]),
      }),
    )
    .default([]),
  alike: z.string().default(''),
})

/** @throws AppError 'file-missing' | 'file-invalid' naming file, line, column and the mend */
export function loadWording(file: string): readonly WordingEntry[] {
  const { value, locate } = readYamlFile<z.infer<typeof fileSchema>>(file, fileSchema)
  const known = new Set<string>()
  for (const [i, { wrong, pattern, told, right, except }] of value.expressions.entries()) {
    const fault = (field: string, text: string): AppError =>
      new AppError('file-invalid', `${locate(['expressions', i, field])}：${text}`, {
        context: { file },
      })
    if (known.has(wrong)) throw fault('wrong', `“${wrong}”已经列过，请删去一条。`)
    known.add(wrong)
    const sure = told === undefined ? null : compiled(told)
    if (sure === undefined) throw fault('told', `“${told}”不是能用的正则表达式，请改正。`)
    const form = pattern === undefined ? null : compiled(pattern)
    if (form === undefined) throw fault('pattern', `“${pattern}”不是能用的正则表达式，请改正。`)
    const holds = (text: string): boolean =>
      form === null ? text.includes(wrong) : form.test(text)
    if (holds(right))
      throw fault('right', `正确写法“${right}”里含有“${wrong}”，会把写对的也提出来，请改正。`)
    const idle = except.find((one) => !holds(one))
    if (idle !== undefined)
      throw fault('except', `例外“${idle}”里没有“${wrong}”，不起作用，请改正或删去。`)
  }
  const nearMisses = value.phrases.flatMap(({ words, source, except, whole }, i) =>
    words.map((right, at) => {
      if (words.indexOf(right) < at)
        throw new AppError(
          'file-invalid',
          `${locate(['phrases', i, 'words', at])}：“${right}”已经列过，请删去一条。`,
          { context: { file } },
        )
      return nearMiss(right, { source, except, whole, groups: value.alike.split(/\s+/) })
    }),
  )
  return [...value.expressions, ...nearMisses]
}

interface Near {
  readonly source: string
  readonly except: readonly string[]
  readonly whole: boolean
  readonly groups: readonly string[]
}

/** What joins the words of a phrase that is put in other words (共同的意识). */
const JOINING = '的和与及之了在是有'

/** A fixed phrase with one letter written as another of the same sound, or two neighbours the wrong way round. */
function nearMiss(right: string, { source, except, whole, groups }: Near): WordingEntry {
  const half = Math.floor(right.length / 2)
  const forms = [...right].flatMap((letter, i) => {
    const [before, behind] = [right.slice(0, i), right.slice(i + 1)]
    const others = groups
      .filter((group) => group.includes(letter))
      .join('')
      .replaceAll(letter, '')
    const next = right[i + 1]
    const turned = next !== undefined && next !== letter && i + 1 !== half
    const isInner = i > 0 && next !== undefined
    const slips = [
      `${before}${behind}`,
      `${before}${letter}${letter}${behind}`,
      `${before}[^${letter}${JOINING}\\P{Script=Han}]${behind}`,
    ]
    return [
      ...(whole && isInner ? slips.filter((slip) => !right.includes(slip)) : []),
      ...(others === '' ? [] : [`${before}[${others}]${behind}`]),
      ...(turned ? [`${before}${next}${letter}${behind.slice(1)}`] : []),
    ]
  })
  const pattern = forms.join('|')
  const form = new RegExp(pattern, 'u')
  return {
    wrong: `${right}（一字之差）`,
    pattern,
    parts: [right.slice(0, 2), right.slice(half, half + 2)],
    right,
    source,
    except: except.filter((one) => form.test(one)),
    named: true,
  }
}

/** Undefined for what is no regular expression, or one that matches nothing at all everywhere. */
function compiled(pattern: string): RegExp | undefined {
  try {
    const form = new RegExp(pattern, 'u')
    return form.test('') ? undefined : form
  } catch {
    return undefined
  }
}
