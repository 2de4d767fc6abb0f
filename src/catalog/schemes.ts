/**
 * Reads scheme folders and makes Scheme values of them. Decides what makes a scheme usable (references, ids, figures,
 * reasons for local rules) and what is merely odd in print: errors stop the load and name file, line, column and mend;
 * contradictions of the source load with a warning. Pricing itself belongs to `scoring`.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#base/errors'
import { compare, exactText, rational, sum } from '#base/rational'
import type { Check } from '#model/check'
import type { Scheme } from '#model/scheme'
import { type Reporter, SchemeBuilder } from './scheme-build.ts'
import { headSchema, indicatorsSchema, outsideSchema } from './scheme-file.ts'
import { type Locate, readYamlFile } from './yaml-file.ts'

export interface SchemeOptions {
  /** The registered checks; every reference of the scheme must name one of their outcomes. */
  readonly checks: readonly Check[]
}

/** One fault or oddity; `message` is complete in itself: place, what, mend. */
export interface SchemeProblem {
  readonly level: 'error' | 'warning'
  readonly message: string
}

/**
 * Reads one scheme folder. @throws AppError 'file-missing' | 'file-invalid' with every error found.
 */
export function loadScheme(dir: string, options: SchemeOptions): Scheme {
  const { scheme, problems } = readScheme(dir, options)
  const errors = problems.filter((p) => p.level === 'error')
  if (errors.length > 0)
    throw new AppError(
      'file-invalid',
      `指标体系 ${dir} 有 ${errors.length} 处错误：\n${errors.map((p) => p.message).join('\n')}`,
      { context: { dir } },
    )
  return scheme
}

/** All scheme folders under `root` (folders holding a scheme.yaml), by id. */
export function loadSchemes(root: string, options: SchemeOptions): readonly Scheme[] {
  let names: string[]
  try {
    names = readdirSync(root)
  } catch (cause) {
    throw new AppError('file-missing', `指标体系目录 ${root} 不存在或读不到，请检查路径。`, {
      cause,
      context: { root },
    })
  }
  const dirs = names.map((name) => join(root, name)).filter((dir) => existsSync(join(dir, HEAD)))
  const schemes = dirs.map((dir) => loadScheme(dir, options))
  const twice = schemes.find((s, i) => schemes.findIndex((t) => t.id === s.id) !== i)
  if (twice)
    throw new AppError(
      'file-invalid',
      `${root} 中有两个指标体系都叫 ${twice.id}，请改其中一个的 id。`,
    )
  return schemes.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Everything wrong or odd with a scheme folder; unreadable files and wrong shapes are errors too. */
export function validateScheme(dir: string, options: SchemeOptions): readonly SchemeProblem[] {
  try {
    return readScheme(dir, options).problems
  } catch (cause) {
    if (cause instanceof AppError) return [{ level: 'error', message: cause.message }]
    throw cause
  }
}

const HEAD = 'scheme.yaml'
const INDICATORS = 'indicators.yaml'
const OUTSIDE = 'outside.yaml'

function readScheme(
  dir: string,
  options: SchemeOptions,
): { scheme: Scheme; problems: SchemeProblem[] } {
  const problems: SchemeProblem[] = []
  const head = readYamlFile(join(dir, HEAD), headSchema)
  const inside = readYamlFile(join(dir, INDICATORS), indicatorsSchema)
  const outside = existsSync(join(dir, OUTSIDE))
    ? readYamlFile(join(dir, OUTSIDE), outsideSchema)
    : { value: outsideSchema.parse({}), locate: head.locate }
  const inIndicators = reporter(problems, inside.locate)
  const inOutside = reporter(problems, outside.locate)
  const builder = new SchemeBuilder(head.value, options.checks)
  const indicators = inside.value.indicators.map((entry, i) =>
    builder.indicator(entry, ['indicators', i], inIndicators, 'inside'),
  )
  const scheme: Scheme = {
    id: head.value.id,
    edition: head.value.edition,
    title: head.value.title,
    source: head.value.source,
    maxScore: head.value.maxScore,
    groups: head.value.groups,
    levels: head.value.levels.map((l) => ({ path: l.path, maxScore: l.weight })),
    indicators,
    outside: builder.outside(outside.value, inOutside),
    verdicts: builder.verdicts,
    warnings: [],
  }
  checkFigures(scheme, reporter(problems, head.locate))
  const odd = problems.filter((p) => p.level === 'warning').map((p) => p.message)
  return { scheme: { ...scheme, warnings: [...head.value.remarks, ...odd] }, problems }
}

function reporter(problems: SchemeProblem[], locate: Locate): Reporter {
  return {
    error: (path, message) =>
      problems.push({ level: 'error', message: `${locate(path)}：${message}` }),
    // A warning outlives the load in scheme documents, where the place in the file says nothing to readers.
    warn: (_path, message) => problems.push({ level: 'warning', message }),
  }
}

/** Printed level figures and the total against the sums below them. */
function checkFigures(scheme: Scheme, report: Reporter): void {
  const { bonus, deductions } = scheme.outside
  const all = [...scheme.indicators, ...bonus, ...deductions]
  scheme.levels.forEach((level, i) => {
    const below = all.filter((ind) => level.path.every((name, at) => ind.path[at] === name))
    if (below.length === 0) {
      report.error(['levels', i, 'path'], `没有指标属于“${level.path.join(' > ')}”，请改正名称。`)
      return
    }
    const total = sum(below.map((ind) => rational(ind.maxScore ?? 0)))
    const printed = rational(level.maxScore)
    // 扣分指标 prints its level figure without the sign.
    const signed = total.n < 0n && printed.n > 0n ? rational(-level.maxScore) : printed
    if (compare(total, signed) !== 0)
      report.warn(
        ['levels', i],
        `“${level.path.join(' > ')}”印为 ${level.maxScore}，其下各指标合计 ${exactText(total)}，原文前后不一。`,
      )
  })
  if (scheme.maxScore === null) return
  const total = sum(scheme.indicators.map((ind) => rational(ind.maxScore ?? 0)))
  if (compare(total, rational(scheme.maxScore)) !== 0)
    report.warn(
      ['maxScore'],
      `总分为 ${scheme.maxScore}，各指标合计 ${exactText(total)}，原文前后不一。`,
    )
}
