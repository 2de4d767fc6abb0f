/**
 * Reads composites (composite.yaml): results made of other schemes by weight. Decides whether their parts are there and
 * their weights make a whole; adding them up is scoring's.
 */
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { z } from 'zod'
import { AppError } from '#base/errors'
import { exactText, rational, same, sum, times } from '#base/rational'
import type { Composite, Scheme } from '#model/scheme'
import { SchemeBuilder } from './scheme-build.ts'
import { compositeSchema, headSchema } from './scheme-file.ts'
import {
  gradesOf,
  loadSchemes,
  reporter,
  type SchemeOptions,
  type SchemeProblem,
  validateScheme,
} from './schemes.ts'
import { readYamlFile } from './yaml-file.ts'

const COMPOSITE = 'composite.yaml'

/** All composites under `root`, by id. @throws AppError 'file-missing' | 'file-invalid' with every error found */
export function loadComposites(
  root: string,
  schemes: readonly Scheme[],
  options: SchemeOptions,
): readonly Composite[] {
  const dirs = readdirSync(root).map((name) => join(root, name))
  return dirs
    .filter((dir) => existsSync(join(dir, COMPOSITE)))
    .map((dir) => {
      const { composite, problems } = readComposite(dir, schemes, options)
      const errors = problems.filter((p) => p.level === 'error')
      if (errors.length > 0)
        throw new AppError(
          'file-invalid',
          `汇总 ${dir} 有 ${errors.length} 处错误：\n${errors.map((p) => p.message).join('\n')}`,
          { context: { dir } },
        )
      return composite
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Everything wrong or odd with a folder of either kind; a composite is checked against the schemes beside it. */
export function validateFolder(dir: string, options: SchemeOptions): readonly SchemeProblem[] {
  if (!existsSync(join(dir, COMPOSITE))) return validateScheme(dir, options)
  try {
    return readComposite(dir, loadSchemes(dirname(resolve(dir)), options), options).problems
  } catch (cause) {
    if (cause instanceof AppError) return [{ level: 'error', message: cause.message }]
    throw cause
  }
}

/** Schemes whose weighted totals do not make the total printed for the whole. */
function wholeFaults(
  { parts, maxScore }: z.output<typeof compositeSchema>,
  schemes: readonly Scheme[],
): string[] {
  const worth = (id: string) => schemes.find((one) => one.id === id)?.maxScore ?? null
  const most = parts.map(({ schemes: ids, share }) => {
    const totals = ids.flatMap((id) => worth(id) ?? [])
    return totals.length === 0 ? null : times(rational(Math.max(...totals)), rational(share))
  })
  if (most.some((one) => one === null)) return []
  const whole = sum(most.flatMap((one) => one ?? []))
  return same(whole, rational(maxScore))
    ? []
    : [`各部分满分加权合计 ${exactText(whole)}，总分却写 ${maxScore}`]
}

/** A composite with everything wrong or odd about it. @throws AppError for unreadable files and wrong shapes */
export function readComposite(
  dir: string,
  schemes: readonly Scheme[],
  options: SchemeOptions,
): { composite: Composite; problems: readonly SchemeProblem[] } {
  const problems: SchemeProblem[] = []
  const { value, locate } = readYamlFile(join(dir, COMPOSITE), compositeSchema)
  const report = reporter(problems, locate)
  const { id, edition, title, source, maxScore, remarks } = value
  const head = headSchema.parse({ id, edition, title, source, maxScore, groups: [] })
  const builder = new SchemeBuilder(head, options.checks)
  const external = value.external.map((entry, i) =>
    builder.indicator(entry, ['external', i], report, 'external'),
  )
  value.parts.forEach((part, i) => {
    const at = ['parts', i]
    const known = part.schemes.map((name) => schemes.find((one) => one.id === name))
    const lost = part.schemes.filter((_name, n) => !known[n])
    if (lost.length > 0)
      report.error([...at, 'schemes'], `没有指标体系 ${lost.join('、')}，请改正编号。`)
    const pointless = known.filter((one) => one?.maxScore === null).map((one) => one?.id)
    if (pointless.length > 0)
      report.error(
        [...at, 'schemes'],
        `体系 ${pointless.join('、')} 没有分值，不能按比例汇总；请改用有分值的体系。`,
      )
    if (part.origin === 'local' && part.reason === undefined)
      report.error(at, '本地规定（origin: local）必须用 reason 写明理由。')
    const { method } = part
    if (method === undefined) return
    const without = known.filter((one) => one && !one.methods.some((m) => m.id === method))
    if (without.length > 0)
      report.error([...at, 'method'], `所列体系的 methods 里没有 ${method}，请改正编号。`)
  })
  const whole = sum(value.parts.map((part) => rational(part.share)))
  const percent = exactText(times(whole, rational(100)))
  const wrong = wholeFaults(value, schemes)
  if (!same(whole, rational(1))) wrong.push(`各部分比例合计 ${percent}%，不是 100%`)
  for (const what of wrong)
    if (value.differs) report.warn(['parts'], `${what}（本地规定：${value.differs.reason}）`)
    else
      report.error(
        ['parts'],
        `${what}。请核对；原文就是这样的，用 differs: { reason: …… } 写明理由。`,
      )
  if (value.differs && wrong.length === 0)
    report.error(['differs'], '比例和总分都对得上，不需要 differs；请去掉。')
  const odd = problems.filter((p) => p.level === 'warning').map((p) => p.message)
  const composite: Composite = {
    id,
    edition,
    title,
    source,
    maxScore,
    parts: value.parts.map((part) => ({
      id: part.id,
      label: part.label,
      schemes: part.schemes,
      method: part.method ?? null,
      share: part.share,
      origin: part.origin,
      reason: part.reason ?? null,
    })),
    external,
    grades: gradesOf(value.grades),
    warnings: [...remarks, ...odd],
  }
  return { composite, problems }
}
