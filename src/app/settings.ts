/**
 * Where settings come from: command line over `mingcha.yaml` over the defaults here. Names of options are the
 * contract's; what a value means is decided where it is used.
 */
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { AppError } from '#base/errors'
import { readYamlFile } from '#catalog/yaml-file'
import type { Budget, RunPurpose } from '#model/run'

const PURPOSES = [
  'nightly',
  'census',
  'spot-check',
  'self-check',
  'recheck',
] as const satisfies readonly RunPurpose[]

/** What a person calls a purpose. */
export const PURPOSE_WORDS: Readonly<Record<RunPurpose, string>> = {
  nightly: '夜间巡查，只看变化',
  census: '普查',
  'spot-check': '抽查',
  'self-check': '自查',
  recheck: '复查',
}

const DEFAULT_BUDGET: Budget = {
  maxPages: 500,
  maxMinutes: 30,
  maxBytesPerBody: 10_000_000,
  maxTotalBytes: 1_000_000_000,
  delayMs: 1000,
  perHostParallel: 2,
  timeoutMs: 20_000,
  maxExternalProbes: 200,
}

/** What the user set, without the names left open. */
export function budgetChange(given: Readonly<Record<string, unknown>>): Partial<Budget> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

const positive = z.int().min(1)
const budgetSchema = z.strictObject({
  maxPages: positive.optional(),
  maxMinutes: z.number().positive().optional(),
  maxBytesPerBody: positive.optional(),
  maxTotalBytes: positive.optional(),
  delayMs: z.int().min(0).optional(),
  perHostParallel: z.int().min(1).max(16).optional(),
  timeoutMs: z.int().min(100).optional(),
  maxExternalProbes: z.int().min(0).optional(),
})

const paramValue = z.union([z.number(), z.string(), z.boolean(), z.array(z.string())])

const fileSchema = z.strictObject({
  /** Path of the database. */
  db: z.string().min(1).optional(),
  /** Folder of the archive. */
  archive: z.string().min(1).optional(),
  budget: budgetSchema.optional(),
  /** Budgets that differ by purpose. */
  purposes: z.partialRecord(z.enum(PURPOSES), budgetSchema).optional(),
  portalsParallel: z.int().min(1).max(64).optional(),
  /** Address or telephone of the operator, sent with every request, so that a site can complain. */
  contact: z
    .string()
    .max(200)
    .regex(/^[\x20-\x7e]*$/, '只能用英文字母、数字和符号')
    .optional(),
  /** Waits before a passing failure is tried again, one entry a try. */
  retryDelaysMs: z.array(z.int().min(0)).max(5).optional(),
  /** False ignores robots.txt: only with the site's consent. */
  obeyRobots: z.boolean().optional(),
  /** Titles that a portal's own search is asked for in a run; 0: it is not asked. */
  maxSearches: z.int().min(0).max(4).optional(),
  browser: z
    .strictObject({
      /** Path of a Chromium, Chrome or Edge; left out: found on its own. */
      path: z.string().min(1).optional(),
      enabled: z.boolean().optional(),
      /** Pages rendered a run because their HTTP body shows too little. */
      maxShells: z.int().min(0).max(200).optional(),
      /** Pages rendered a run because a check asks for it before it claims an absence. */
      maxWished: z.int().min(0).max(200).optional(),
      /** Page templates examined for accessibility a run. */
      maxTemplates: z.int().min(0).max(50).optional(),
      /** Pictures of findings a run. */
      maxScreenshots: z.int().min(0).max(500).optional(),
    })
    .optional(),
  /** Parameters of checks, by check id. */
  params: z.record(z.string(), z.record(z.string(), paramValue)).optional(),
})

export interface BrowserSettings {
  /** Null: find one. */
  readonly path: string | null
  readonly enabled: boolean
  readonly maxShells: number
  readonly maxWished: number
  readonly maxTemplates: number
  readonly maxScreenshots: number
}

export interface Settings {
  readonly db: string
  readonly archive: string
  readonly portalsParallel: number
  readonly contact: string | null
  readonly obeyRobots: boolean
  readonly maxSearches: number
  /** Null: the crawl's own. */
  readonly retryDelaysMs: readonly number[] | null
  readonly params: Readonly<Record<string, Readonly<Record<string, z.infer<typeof paramValue>>>>>
  readonly browser: BrowserSettings
  /** Budget of a run of this purpose, after what the command line changes. */
  budget(purpose: RunPurpose, change: Partial<Budget>): Budget
}

export interface CommonOptions {
  readonly db?: string
  readonly archive?: string
  readonly config?: string
  readonly quiet?: boolean
  readonly verbose?: boolean
}

const DEFAULT_CONFIG = 'mingcha.yaml'

/** @throws AppError file-missing (a named file), file-invalid (with line and column) */
export function loadSettings(
  options: CommonOptions,
  env: Readonly<Record<string, string | undefined>>,
): Settings {
  const file = options.config ?? (existsSync(DEFAULT_CONFIG) ? DEFAULT_CONFIG : null)
  const config = file === null ? {} : readConfig(file)
  return {
    db: options.db ?? (env.MINGCHA_DB || undefined) ?? config.db ?? 'var/mingcha.db',
    archive: options.archive ?? config.archive ?? 'var/archive',
    portalsParallel: config.portalsParallel ?? 4,
    contact: config.contact ?? null,
    obeyRobots: config.obeyRobots ?? true,
    maxSearches: config.maxSearches ?? 3,
    retryDelaysMs: config.retryDelaysMs ?? null,
    params: config.params ?? {},
    browser: {
      path: config.browser?.path ?? null,
      enabled: config.browser?.enabled ?? true,
      maxShells: config.browser?.maxShells ?? 20,
      maxWished: config.browser?.maxWished ?? 10,
      maxTemplates: config.browser?.maxTemplates ?? 6,
      maxScreenshots: config.browser?.maxScreenshots ?? 60,
    },
    budget: (purpose, change) =>
      merge(DEFAULT_BUDGET, config.budget ?? {}, config.purposes?.[purpose] ?? {}, change),
  }
}

function readConfig(file: string): z.infer<typeof fileSchema> {
  if (!existsSync(file)) {
    throw new AppError('file-missing', `配置文件 ${file} 不存在。请检查 --config 的路径。`, {
      context: { file },
    })
  }
  return readYamlFile(file, fileSchema).value
}

function merge(base: Budget, ...changes: readonly Readonly<Record<string, unknown>>[]): Budget {
  return Object.assign({}, base, ...changes.map(budgetChange)) as Budget
}
