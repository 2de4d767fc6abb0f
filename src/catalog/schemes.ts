/**
 * Reads scheme folders and makes Scheme values of them. Decides what makes a scheme usable (references, ids, figures,
 * reasons for local rules) and what is merely odd in print: errors stop the load and name file, line, column and mend;
 * contradictions of the source load with a warning. Pricing itself belongs to `scoring`.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#base/errors'
import { compare, exactText, minus, plus, type Rational, rational, sum, ZERO } from '#base/rational'
import type { Check } from '#model/check'
import type { Grade, Indicator, Scheme } from '#model/scheme'
import type { Reporter } from './problems.ts'
import { SchemeBuilder } from './scheme-build.ts'
import {
  checklistsSchema,
  type GradeEntry,
  headSchema,
  indicatorsSchema,
  outsideSchema,
  type SchemeHead,
} from './scheme-file.ts'
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
const CHECKLISTS = 'checklists.yaml'

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
  const checklists = existsSync(join(dir, CHECKLISTS))
    ? readYamlFile(join(dir, CHECKLISTS), checklistsSchema).value.checklists.map((list) => ({
        ...list,
        rows: list.rows.map((row) => ({ ...row, detail: row.detail ?? null })),
      }))
    : []
  const builder = new SchemeBuilder(head.value, options.checks, checklists)
  const plain = inside.value.indicators.map((entry, i) =>
    builder.indicator(entry, ['indicators', i], inIndicators, 'inside'),
  )
  const parts = builder.withBlockNotes(
    plain,
    builder.outside(outside.value, inOutside),
    outside.value,
    inOutside,
  )
  const scheme: Scheme = {
    ...headOf(head.value),
    ...parts,
    checklists,
    verdicts: builder.verdicts,
    warnings: [],
  }
  checkHead(head.value, reporter(problems, head.locate))
  checkFigures(scheme, head.value, reporter(problems, head.locate))
  const odd = problems.filter((p) => p.level === 'warning').map((p) => p.message)
  return { scheme: { ...scheme, warnings: [...head.value.remarks, ...odd] }, problems }
}

/** The parts of a scheme that its head alone decides. */
function headOf(
  head: SchemeHead,
): Omit<Scheme, 'indicators' | 'outside' | 'checklists' | 'verdicts' | 'warnings'> {
  const { conversion } = head
  return {
    id: head.id,
    edition: head.edition,
    title: head.title,
    source: head.source,
    maxScore: head.maxScore,
    groups: head.groups.map(({ id, name, agencies, count }) => ({
      id,
      name,
      agencies,
      ...(count === undefined ? {} : { count }),
    })),
    levels: head.levels.map((level) => ({ path: level.path, maxScore: level.weight })),
    attributes: head.attributes,
    methods: head.methods.map(({ id, label, due }) => ({ id, label, due: due ?? null })),
    pools: head.pools.map(({ path, weight, origin, reason }) => ({
      path,
      maxScore: weight,
      origin,
      reason: reason ?? null,
    })),
    conversion: conversion
      ? { origin: conversion.origin, reason: conversion.reason ?? null }
      : null,
    grades: gradesOf(head.grades),
    targets: head.targets.map(({ id, label, unit, values }) => ({ id, label, unit, values })),
    cadences: head.cadences,
    span: head.span ?? null,
    monitoredOn: head.monitoredOn ?? null,
  }
}

/** Grades as written, best first. */
export function gradesOf(entries: readonly GradeEntry[]): readonly Grade[] {
  return entries.map(({ id, label, from, quota, origin }) => ({
    id,
    label,
    from: from ?? null,
    quota: quota ?? null,
    byQuota: quota !== undefined,
    origin,
  }))
}

/** What the head says of itself: local rules need grounds, lists their printed length. */
function checkHead(head: SchemeHead, report: Reporter): void {
  const unfounded = (origin: string, reason: string | undefined) =>
    origin === 'local' && reason === undefined
  head.pools.forEach((pool, i) => {
    if (unfounded(pool.origin, pool.reason))
      report.error(['pools', i], '本地规定（origin: local）必须用 reason 写明理由。')
  })
  if (head.conversion && unfounded(head.conversion.origin, head.conversion.reason))
    report.error(['conversion'], '本地规定（origin: local）必须用 reason 写明理由。')
  head.groups.forEach((group, i) => {
    if (group.count !== undefined && group.agencies.length !== group.count)
      report.warn(
        ['groups', i],
        `“${group.name}”印明 ${group.count} 个单位，名单列出 ${group.agencies.length} 个。`,
      )
    const twice = group.agencies.find((name, at) => group.agencies.indexOf(name) !== at)
    if (twice !== undefined)
      report.error(['groups', i, 'agencies'], `“${twice}”在名单里写了两遍，请删去一个。`)
  })
  head.targets.forEach(({ label, sum: printed, values }, i) => {
    const whole = exactText(sum(Object.values(values).map((value) => rational(value))))
    if (printed !== undefined && whole !== exactText(rational(printed)))
      report.error(
        ['targets', i, 'sum'],
        `“${label}”各单位合计 ${whole}，sum 写的是 ${printed}，请逐个核对。`,
      )
  })
  const edges = head.grades.flatMap((grade) => (grade.from === undefined ? [] : [grade.from]))
  if (edges.some((edge, i) => i > 0 && edge >= (edges[i - 1] ?? 0)))
    report.error(['grades'], '等次要从高到低写，下限逐等降低。')
}

/** Collects problems with their places; contradictions of the source are warnings. */
export function reporter(problems: SchemeProblem[], locate: Locate): Reporter {
  return {
    error: (path, message) =>
      problems.push({ level: 'error', message: `${locate(path)}：${message}` }),
    // A warning outlives the load in scheme documents, where the place in the file says nothing to readers.
    warn: (_path, message) => problems.push({ level: 'warning', message }),
  }
}

function isUnder(path: readonly string[], level: readonly string[]): boolean {
  return level.every((name, i) => path[i] === name)
}

/** Points of a level that no row of it prints. */
function poolRest(scheme: Scheme, index: number, report: Reporter): Rational {
  const pool = scheme.pools[index]
  if (!pool) return ZERO
  const below = scheme.indicators.filter((ind: Indicator) => isUnder(ind.path, pool.path))
  const rest = minus(rational(pool.maxScore), sum(below.map((ind) => rational(ind.maxScore ?? 0))))
  if (below.every((ind) => ind.maxScore !== null))
    report.error(['pools', index], '这一级的各行都印有分值，不需要 pools；请删去或改正名称。')
  const { path, maxScore, origin, reason } = pool
  const bare = below.filter((ind) => ind.maxScore === null).length
  if (bare > 0)
    report.warn(
      ['pools', index],
      `“${path.join(' > ')}”印 ${maxScore} 分，其下 ${bare} 行没有印分值，余下的 ${exactText(rest)} 分由适用于该单位的各行平分${origin === 'local' ? `（本地规定：${reason ?? ''}）` : ''}`,
    )
  if (rest.n < 0n) report.error(['pools', index], '各行印出的分值已超过这一级的分值，请改正。')
  return rest
}

/** A table without a total has nothing that a sum, a share of it or a grade edge could be reckoned from. */
function pointlessHead(scheme: Scheme, report: Reporter): void {
  const fields = [
    ['levels', scheme.levels.length > 0],
    ['pools', scheme.pools.length > 0],
    ['conversion', scheme.conversion !== null],
    ['grades', scheme.grades.length > 0],
  ] as const
  for (const [field, written] of fields)
    if (written)
      report.error(
        [field],
        `体系没有分值（maxScore: null），不能写 ${field}；请写明总分 maxScore，或删去这一项。`,
      )
  for (const one of scheme.indicators)
    if (one.maxScore !== null)
      report.error(
        ['maxScore'],
        `指标 ${one.id} 写有分值，体系的总分却写 null；请写明总分 maxScore。`,
      )
}

/** Printed level figures and the total against the sums below them. */
function checkFigures(scheme: Scheme, head: SchemeHead, report: Reporter): void {
  const { bonus, deductions } = scheme.outside
  const pooled = scheme.pools.map((pool, i) => ({ pool, rest: poolRest(scheme, i, report) }))
  const restUnder = (path: readonly string[]) =>
    sum(pooled.filter(({ pool }) => isUnder(pool.path, path)).map(({ rest }) => rest))
  const all = [...scheme.indicators, ...bonus, ...deductions]
  scheme.levels.forEach((level, i) => {
    const below = all.filter((ind) => isUnder(ind.path, level.path))
    if (below.length === 0) {
      report.error(['levels', i, 'path'], `没有指标属于“${level.path.join(' > ')}”，请改正名称。`)
      return
    }
    const total = plus(sum(below.map((ind) => rational(ind.maxScore ?? 0))), restUnder(level.path))
    const printed = rational(level.maxScore)
    // 扣分指标 prints its level figure without the sign.
    const signed = total.n < 0n && printed.n > 0n ? rational(-level.maxScore) : printed
    const agrees = compare(total, signed) === 0
    const what = `“${level.path.join(' > ')}”印为 ${level.maxScore}，其下各指标合计 ${exactText(total)}`
    disagreement(report, ['levels', i], what, agrees, head.levels[i]?.differs)
  })
  if (scheme.maxScore === null) {
    pointlessHead(scheme, report)
    return
  }
  const total = plus(
    sum(scheme.indicators.map((ind) => rational(ind.maxScore ?? 0))),
    sum(pooled.map(({ rest }) => rest)),
  )
  const what = `总分印为 ${scheme.maxScore}，各指标合计 ${exactText(total)}`
  const agrees = compare(total, rational(scheme.maxScore)) === 0
  disagreement(report, ['maxScore'], what, agrees, head.differs)
}

/** A sum that does not agree is a misprint of ours until the file says that the source is so and what then counts. */
function disagreement(
  report: Reporter,
  path: readonly PropertyKey[],
  what: string,
  agrees: boolean,
  differs: { readonly reason: string } | undefined,
): void {
  if (agrees && differs) report.error(path, '合计与印出的一致，不需要 differs；请去掉。')
  if (agrees) return
  if (differs) report.warn(path, `${what}，计分以各行为准（本地规定：${differs.reason}）`)
  else
    report.error(
      path,
      `${what}，不一致。请逐行核对分值；原文就是这样的，用 differs: { reason: …… } 写明理由，计分以各行为准。`,
    )
}
