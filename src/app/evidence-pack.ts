/**
 * What an evidence pack holds: the records that the chosen findings cite, the bodies those refer to, their pictures
 * and the findings themselves; nothing else. Raw pages cannot be masked, so a page with personal data, or one that
 * cannot be looked through, is left out and named unless the user asks for it. The form of the pack is export's.
 */
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { SCREENS } from '#archive/screenshots'
import { openArchive } from '#archive/warc-archive'
import { warcinfoMember } from '#archive/warc-record'
import { dayOf } from '#base/day'
import { AppError } from '#base/errors'
import { maskPersonal } from '#base/mask'
import { findingsJsonl, type OwnerOf } from '#export/findings'
import { type WaczPage, waczBytes } from '#export/wacz'
import type { StoredCapture } from '#model/capture'
import type { FindingView } from '#model/finding'
import type { Archive, RawRecord, Store } from '#model/ports'
import type { Run } from '#model/run'
import { decodeBody } from '#understand/charset'
import { contentTypeOf } from './content-type.ts'
import type { Context } from './host.ts'

export interface PackInput {
  readonly store: Store
  readonly runs: readonly Run[]
  readonly findings: readonly FindingView[]
  readonly ownerOf: OwnerOf
  /** Include pages with personal data as they are. */
  readonly withPersonalData: boolean
}

/** A cited capture that is not in the pack; Chinese `because`. */
interface LeftOut {
  readonly capture: string
  readonly url: string
  readonly because: string
}

/**
 * The pack's bytes; what was left out is said on standard error and in its datapackage.json.
 * @throws AppError personal-data when nothing may leave, unknown-id when nothing is cited
 */
export async function evidencePack(context: Context, input: PackInput): Promise<Uint8Array> {
  const { store, findings, runs } = input
  const cited = new Set(findings.flatMap((one) => one.evidence.map((place) => place.capture)))
  const dir = resolve(context.settings.archive)
  const archive = openArchive(dir)
  const records = new Map<string, RawRecord>()
  const pages: WaczPage[] = []
  const leftOut: LeftOut[] = []
  try {
    const titles = titlesOf(store, runs, cited)
    for (const id of cited) {
      if (context.signal.aborted) throw new AppError('interrupted', '导出被中断，没有写文件。')
      const capture = store.capture(id)
      const url = maskPersonal(capture?.url ?? '')
      if (capture?.state !== 'stored' || capture.record === null) {
        leftOut.push({ capture: id, url, because: '没有应答，存档里没有它的记录' })
        continue
      }
      const found = await archive.records(capture.record)
      const because = input.withPersonalData ? null : await reserve(archive, capture, found)
      if (because !== null) {
        leftOut.push({ capture: id, url, because })
        continue
      }
      for (const record of found) records.set(`${record.ref.file} ${record.ref.offset}`, record)
      const [answer] = found
      pages.push({
        id,
        url: answer?.url ?? capture.finalUrl,
        // A page that a later run found unchanged is replayed as of the day its body came.
        at: answer ? Date.parse(answer.date) : capture.at,
        title: maskPersonal(titles.get(id) ?? capture.finalUrl),
      })
    }
  } finally {
    await archive.close()
  }
  refuseEmpty(cited.size, pages.length, leftOut)
  for (const line of noticeOf(leftOut)) context.terminal.fault(line)
  const now = context.clock.now()
  const software = `Mingcha/${context.codeVersion}`
  const names = [...new Set(findings.map((one) => input.ownerOf(one.portalId).agency.name))]
  const more = names.length > 3 ? `等 ${names.length} 个单位` : ''
  const who = names.slice(0, 3).join('、') + more
  const runIds = runs.map((run) => run.id)
  return waczBytes({
    title: `${who}：政务公开测评证据（${dayOf(now)}）`,
    description: `${findings.length} 条检查结果所引用的页面，来自运行 ${runIds.join('、')}`,
    software,
    createdAt: now,
    warcinfo: warcinfoMember('evidence.warc.gz', runIds.join(' '), software, now, null),
    records: [...records.values()],
    pages,
    files: new Map([
      [
        'findings/findings.jsonl',
        Buffer.from([...findingsJsonl(findings, [], input.ownerOf)].join('')),
      ],
      ...(await picturesOf(dir, findings)),
    ]),
    facts: { runs: runIds, personalData: input.withPersonalData, leftOut },
  })
}

function titlesOf(
  store: Store,
  runs: readonly Run[],
  cited: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  for (const run of runs) {
    for (const { capture, page } of store.pages(run.id)) {
      const title = page.title ?? page.headTitle
      if (title !== null && cited.has(capture.id)) titles.set(capture.id, title)
    }
  }
  return titles
}

/** Why this capture must stay in the house; null when nothing speaks against it. */
async function reserve(
  archive: Archive,
  capture: StoredCapture,
  records: readonly RawRecord[],
): Promise<string | null> {
  const place = capture.record
  if (place === null) return null
  const { body, headers } = await archive.read(place)
  const said = [
    ...records.map((record) => record.url),
    ...records.map((record) => wordsOf(record.posted)),
    ...headers.map(([, value]) => value),
    ...capture.redirects,
  ].join('\n')
  if (isPersonal(said)) return PERSONAL
  if (body.length === 0) return null
  const type = contentTypeOf(headers)
  const binary = /image|audio|video|pdf|zip|rar|octet-stream|msword|officedocument|excel/i
  if ((type !== null && binary.test(type)) || Buffer.from(body).includes(0)) return UNREAD
  const { text } = decodeBody(body, type)
  const states = [...text.matchAll(STATE)].map((match) => carriedBy(match[1] ?? ''))
  return isPersonal([text, ...states].join('\n')) ? PERSONAL : null
}

/** What a posted form says; the VIEWSTATE among it as what it carries. */
function wordsOf(posted: string | null): string {
  if (posted === null) return ''
  const fields = [...new URLSearchParams(posted)]
  const states = fields.filter(([name]) => name.startsWith('__VIEWSTATE'))
  return [posted, ...states.map(([, value]) => carriedBy(value))].join('\n')
}

/** An ASP.NET page's own state, where it can be read: words that the page showed, in base64. */
function carriedBy(state: string): string {
  return Buffer.from(state.replaceAll(' ', '+'), 'base64').toString('utf8')
}

const STATE = /name="__VIEWSTATE\w*"[^>]{0,200}value="([^"]{8,})"/gi

const PERSONAL = '含未遮盖的个人信息（证件号、手机号或银行卡号）'
const UNREAD = '不是文本，无法判断是否含个人信息'

/** Numbers count also where markup of words or character references stand in between. */
function isPersonal(text: string): boolean {
  const plain = text
    .replace(/<\/?(?:a|b|i|u|em|strong|span|font|wbr)\b[^>]*>/gi, '')
    .replace(/&#(x[0-9a-f]{1,4}|\d{1,5});/gi, (_whole, code: string) =>
      String.fromCharCode(/^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code)),
    )
  return maskPersonal(text) !== text || maskPersonal(plain) !== plain
}

function refuseEmpty(cited: number, kept: number, leftOut: readonly LeftOut[]): void {
  if (kept > 0) return
  if (cited === 0) {
    throw new AppError('unknown-id', '所选的检查结果没有引用任何页面，没有可以打包的证据。')
  }
  const first = leftOut[0]
  throw new AppError(
    'personal-data',
    `所引用的 ${cited} 个页面都不能放进证据包（${first?.url}：${first?.because}），没有写文件。确需原样交付时加 --with-personal-data，并按涉个人信息材料保管。`,
  )
}

const NAMED = 5

function noticeOf(leftOut: readonly LeftOut[]): string[] {
  if (leftOut.length === 0) return []
  const rest = leftOut.length - NAMED
  return [
    `注意：有 ${leftOut.length} 个被引用的页面没有放进证据包（清单在包内 datapackage.json 的 leftOut）；确需原样交付时加 --with-personal-data。`,
    ...leftOut.slice(0, NAMED).map(({ url, because }) => `  ${url}：${because}`),
    ...(rest > 0 ? [`  ……另有 ${rest} 个`] : []),
  ]
}

/** Pictures are masked when they are taken. One that is gone is no reason to withhold the rest. */
async function picturesOf(
  dir: string,
  findings: readonly FindingView[],
): Promise<[string, Uint8Array][]> {
  const names = new Set(
    findings.flatMap((one) => one.evidence.flatMap((place) => place.screenshot ?? [])),
  )
  const files: [string, Uint8Array][] = []
  for (const name of names) {
    const data = await readFile(join(dir, SCREENS, name)).catch(() => null)
    if (data !== null) files.push([`${SCREENS}/${name}`, data])
  }
  return files
}
