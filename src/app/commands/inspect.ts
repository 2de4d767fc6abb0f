/** `mingcha inspect`: what is understood of one page, and why; or of many files, one answer a line. */
import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Command } from 'commander'
import { AppError, EXIT, type ExitCode } from '#base/errors'
import { normalizeUrl } from '#base/url'
import type { ResolveRule } from '#crawl/address-guard'
import { recogniseBlock } from '#crawl/block-signs'
import { HttpClient, headerOf } from '#crawl/http-client'
import { failedCapture, storedCapture } from '#crawl/recorder'
import { type Page1, toPage1 } from '#export/shapes/page'
import { FOOTER_NAMES, type FooterKey, PAGE_KIND_NAMES, type Page } from '#model/page'
import { createPageReader } from '#understand/page-reader'
import { newCommand, resolveOption, withCommon } from '../command-line.ts'
import { captureTrouble } from '../home-trouble.ts'
import { type Context, type Host, userAgent } from '../host.ts'
import { ownLabels } from '../rooms.ts'
import type { CommonOptions } from '../settings.ts'

interface InspectOptions extends CommonOptions {
  base?: string
  list?: string
  json?: boolean
  allowPrivate?: boolean
  resolve?: ResolveRule[]
}

/** Address of a page whose own is not known: says nothing about the page. */
const NO_BASE = 'http://unknown.invalid/page.html'

export function inspectCommand(host: Host): Command {
  const command = withCommon(
    newCommand('inspect', '显示对一个网页的识别结果与理由', [
      'npx mingcha inspect 页面.html --base http://www.example.gov.cn/zwgk/t20231205_1.html',
      'npx mingcha inspect http://www.example.gov.cn/ --json',
      'npx mingcha inspect --list 清单.jsonl --json > 结果.jsonl',
    ]),
  )
    .argument('[文件或网址]')
    .option('--base <网址>', '文件原来的网址')
    .option('--list <文件>', '清单：每行 {"file": …, "base": …}，逐行输出 page/1（需要 --json）')
    .option('--json', '输出 page/1 JSON')
    .option('--allow-private', '允许访问内网与本机地址')
    .addOption(resolveOption())
  return host.bind<InspectOptions>(command, async (context, options, args) => {
    const target = args[0]
    if ((target === undefined) === (options.list === undefined)) {
      throw new AppError('usage', '请写一个文件或网址，或用 --list 清单文件（只用其一）。')
    }
    if (options.list !== undefined) return inspectList(context, options, options.list)
    return inspectOne(context, options, target ?? '')
  })
}

async function inspectOne(
  context: Context,
  options: InspectOptions,
  target: string,
): Promise<ExitCode> {
  const { page, trouble } = /^https?:\/\//i.test(target)
    ? await fetchPage(context, options, target)
    : await readPageFile(target, baseOf(options.base))
  if (page !== null) {
    const shape = toPage1(page)
    context.terminal.print(
      options.json ? JSON.stringify(shape, null, 2) : describe(shape).join('\n'),
    )
  }
  if (trouble === null) return EXIT.done
  context.terminal.fault(`${target}：${trouble}。`)
  return EXIT.nothingMeasured
}

interface Inspected {
  readonly page: Page | null
  readonly trouble: string | null
}

async function fetchPage(
  context: Context,
  options: InspectOptions,
  target: string,
): Promise<Inspected> {
  const url = normalizeUrl(target)
  if (url === null) throw new AppError('usage', `网址“${target}”写得不对。请核对。`)
  if (options.base !== undefined) {
    throw new AppError('usage', '--base 只用于本地文件；网址以访问到的为准。')
  }
  const budget = context.settings.budget('self-check', {})
  const client = new HttpClient({
    userAgent: userAgent(context),
    allowPrivate: options.allowPrivate ?? false,
    resolve: options.resolve ?? [],
    timeoutMs: budget.timeoutMs,
    clock: context.clock,
  })
  try {
    const { signal } = context
    const visit = await client.visit({ url, maxBytes: budget.maxBytesPerBody, signal })
    if (visit.state === 'failed') {
      return { page: null, trouble: captureTrouble(failedCapture('', '', url, visit), null) }
    }
    const { body, status } = visit
    const contentType = headerOf(visit.headers, 'content-type')
    const blocked = recogniseBlock({ status, contentType, body })
    const page = createPageReader(ownLabels()).read({
      url: visit.finalUrl,
      body,
      contentType,
      status,
      truncated: visit.truncated,
      homeUrl: null,
    })
    return { page, trouble: captureTrouble(storedCapture('', '', url, visit, blocked, null), page) }
  } finally {
    await client.close()
  }
}

async function readPageFile(file: string, base: string): Promise<Inspected> {
  let body: Buffer
  try {
    body = await readFile(file)
  } catch (cause) {
    throw new AppError('file-missing', `文件 ${file} 不存在或读不到。请检查路径与权限。`, { cause })
  }
  const page = createPageReader(ownLabels()).read({
    url: base,
    body,
    contentType: null,
    status: 200,
    truncated: false,
    homeUrl: null,
  })
  return { page, trouble: fileTrouble(body, page) }
}

function fileTrouble(body: Uint8Array, page: Page): string | null {
  if (body.length === 0) return '文件是空的，没有可识别的内容。请核对文件'
  if (page.kind.value === 'file') return '内容不是网页（虽可能标作网页）。请核对文件'
  return null
}

function baseOf(given: string | undefined): string {
  if (given === undefined) return NO_BASE
  const base = normalizeUrl(given)
  if (base !== null) return base
  throw new AppError(
    'usage',
    `--base 的网址“${given}”不完整。请写成 http:// 或 https:// 开头的地址。`,
  )
}

/** One answer a line, in the order of the list; a line that cannot be read is named and does not stop the rest. */
async function inspectList(
  context: Context,
  options: InspectOptions,
  list: string,
): Promise<ExitCode> {
  if (!options.json) throw new AppError('usage', '--list 要和 --json 一起用。')
  let text: string
  try {
    text = await readFile(list, 'utf8')
  } catch (cause) {
    throw new AppError('file-missing', `清单 ${list} 不存在或读不到。请检查路径与权限。`, { cause })
  }
  let good = 0
  let bad = 0
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue
    if (context.signal.aborted) return EXIT.interrupted
    try {
      const { page } = await inspectLine(line, dirname(resolve(list)))
      if (page === null) throw new Error('no page')
      await context.terminal.write(`${JSON.stringify(toPage1(page))}\n`)
      good += 1
    } catch (error) {
      bad += 1
      const why = error instanceof Error ? error.message : String(error)
      const message = `${list} 第 ${index + 1} 行：${why}`
      await context.terminal.write(
        `${JSON.stringify({ mingcha: 'inspect-error/1', line: index + 1, error: message })}\n`,
      )
      context.terminal.fault(message)
    }
  }
  if (good > 0) return bad > 0 ? EXIT.partlyMeasured : EXIT.done
  if (bad === 0) context.terminal.fault(`清单 ${list} 是空的。`)
  return EXIT.nothingMeasured
}

/** Paths are taken from where the command runs, or else from beside the list. */
async function inspectLine(line: string, beside: string): Promise<Inspected> {
  let entry: unknown
  try {
    entry = JSON.parse(line)
  } catch {
    throw new AppError('file-invalid', '不是 JSON。请写成 {"file": "…", "base": "…"}。')
  }
  const { file, base } = (entry ?? {}) as { file?: unknown; base?: unknown }
  if (typeof file !== 'string' || (base !== undefined && typeof base !== 'string')) {
    throw new AppError(
      'file-invalid',
      '缺少文字字段 file（base 可省）。请写成 {"file": "…", "base": "…"}。',
    )
  }
  const url = baseOf(base)
  try {
    return await readPageFile(file, url)
  } catch (error) {
    if (resolve(file) === resolve(beside, file)) throw error
    return readPageFile(resolve(beside, file), url).catch(() => {
      throw error
    })
  }
}

function wrongLabel({ charset: { contradicted } }: Page1): string {
  return contradicted === null
    ? ''
    : `；${contradicted.where}声明的是 ${contradicted.label}，与实际不符`
}

function describe(page: Page1): string[] {
  const lines = [
    page.url === NO_BASE ? '网址：未知（可用 --base 写明）' : `网址：${page.url}`,
    `编码：${page.charset.name}（${page.charset.because}${wrongLabel(page)}）`,
    `类型：${PAGE_KIND_NAMES[page.kind.value]}（把握 ${page.kind.sureness}，${page.kind.because}）`,
    `标题：${page.title ?? '未识别'}`,
    page.publishedOn === null
      ? '发布日期：未识别'
      : `发布日期：${page.publishedOn.value}（把握 ${page.publishedOn.sureness}，${page.publishedOn.because}）`,
    `来源：${page.source ?? '未识别'}`,
    `位置：${page.trail.join(' > ') || '未识别'}`,
    ...Object.entries(page.officialTags).map(([name, content]) => `标签 ${name}：${content}`),
    ...Object.entries(FOOTER_NAMES).flatMap(([key, name]) => {
      const found = page.footer[key as FooterKey]
      const where = found?.where === 'visible' ? '可见' : '仅在代码中'
      return found === null ? [] : [`页脚 ${name}：${found.value}（${where}）`]
    }),
    `条目：${page.items.length} 条`,
    ...page.items
      .slice(0, 10)
      .map((item) => `  ${item.publishedOn?.value ?? '（无日期）'}  ${item.title}`),
    ...page.attachments.map((one) => `附件：${one.title}（${one.type}）${one.url}`),
    `正文：${page.text.length} 字`,
  ]
  if (page.blocked !== null) lines.push(`被拦截：${page.blocked.because}（${page.blocked.by}）`)
  if (page.needsBrowser.value) lines.push(`需要浏览器：${page.needsBrowser.because}`)
  return lines
}
