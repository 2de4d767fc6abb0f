/**
 * Accuracy of page reading on labelled real pages (../shared/pages): per field and CMS family, with every miss.
 * Prints and returns Markdown; docs/accuracy.md takes it over. Labels come from careful reading by people; where a
 * label names several acceptable answers the bench accepts any. Says so and stops when the pages are absent.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ownLabels } from '#app/rooms'
import { compareForm } from '#base/text'
import { type Page, subjectItems } from '#model/page'
import { createPageReader } from '#understand/page-reader'
import { Calibration } from './calibration.ts'
import { rowsOf } from './labels.ts'

const ROOT = fileURLToPath(new URL('../../shared/pages/', import.meta.url))

interface Labelled {
  readonly name: string
  readonly cms: string
  readonly label: Readonly<Record<string, string>>
  readonly page: Page
}

interface Miss {
  readonly field: string
  readonly page: string
  readonly expected: string
  readonly got: string
}

function readPages(): { main: Labelled[]; fmprc: Labelled[] } {
  const reader = createPageReader(ownLabels())
  const read = (file: string, url: string): Page =>
    reader.read({
      url,
      body: readFileSync(ROOT + file),
      contentType: 'text/html',
      status: 200,
      truncated: false,
      homeUrl: null,
    })
  const main = rowsOf(`${ROOT}labels.tsv`).map((label) => {
    const name = label.slug ?? ''
    const page = read(`html/${name}.html`, label.base ?? '')
    return { name, cms: (label.cms ?? '').replace(/\(.*/, ''), label, page }
  })
  const fmprc = rowsOf(`${ROOT}fmprc-labels.tsv`).map((label) => {
    const name = label.file ?? ''
    const page = read(`fmprc/${name}`, 'http://www.fmprc.gov.cn/label/page.html')
    return { name, cms: 'trs', label, page }
  })
  return { main, fmprc }
}

class Tally {
  readonly rows = new Map<string, Map<string, [right: number, all: number]>>()
  readonly misses: Miss[] = []
  readonly calibration = new Calibration()

  note(field: string, one: Labelled, right: boolean, expected: string, got: string): void {
    for (const family of ['全部', one.cms]) {
      const byField = this.rows.get(field) ?? new Map<string, [number, number]>()
      const [hit, all] = byField.get(family) ?? [0, 0]
      byField.set(family, [hit + (right ? 1 : 0), all + 1])
      this.rows.set(field, byField)
    }
    if (!right) this.misses.push({ field, page: one.name, expected, got })
  }
}

const FOOTER_LABELS = {
  标识码: 'siteCode',
  ICP: 'icpNumber',
  公安: 'policeFilingNumber',
  主办: 'sponsor',
  找错: 'errorReportBox',
  党政标: 'partyGovMark',
} as const

function flag(where: 'visible' | 'markup' | undefined): string {
  return where === undefined ? '-' : where === 'visible' ? 'V' : 'S'
}

/** `教育部(发文机构:教育部办公厅)` accepts the part before, inside, or the whole. */
function variants(label: string): string[] {
  const inner = /^(.*?)[(（](.*)[)）]$/.exec(label)
  const quoted = [...label.matchAll(/[“"]([^”"]+)[”"]/g)].map((m) => m[1] ?? '')
  const all = [
    label,
    ...(inner ? [inner[1] ?? '', (inner[2] ?? '').replace(/^.*[:：]/, '')] : []),
    ...quoted,
  ]
  return all.map(compareForm).filter((one) => one !== '')
}

function tagSet(page: Page): string {
  return (
    page.officialTags.map((tag) => (tag.content === '' ? `${tag.name}(空)` : tag.name)).join(',') ||
    '(无)'
  )
}

function noteMain(tally: Tally, one: Labelled): void {
  const { label, page } = one
  const dated = label.publishedOn !== '-'
  const got = page.publishedOn?.value ?? '-'
  tally.note(
    dated ? 'publishedOn（有日期的页）' : 'publishedOn（无日期的页）',
    one,
    got === label.publishedOn,
    label.publishedOn ?? '',
    `${got} ${page.publishedOn?.because ?? ''}`,
  )
  const title = page.title ?? '-'
  if (page.publishedOn !== null)
    tally.calibration.note('发布日期', page.publishedOn.sureness, got === label.publishedOn)
  tally.calibration.note('页面类型', page.kind.sureness, page.kind.value === label.kind)
  const titleRight =
    compareForm(title) === compareForm(label.title ?? '') || (label.title === '-' && title === '-')
  tally.note(
    label.title === '-' ? 'title（页面未印题名）' : 'title',
    one,
    titleRight,
    label.title ?? '',
    title,
  )
  const article = label.kind !== 'listing' && label.kind !== 'home'
  const source = page.source ?? '-'
  const sourceRight =
    label.source === '-'
      ? source === '-'
      : variants(label.source ?? '').includes(compareForm(source))
  tally.note(
    article ? 'source（内容页）' : 'source（列表与首页）',
    one,
    sourceRight,
    label.source ?? '',
    source,
  )
  tally.note(
    'officialTags',
    one,
    label.officialTags === tagSet(page),
    label.officialTags ?? '',
    tagSet(page),
  )
  for (const part of (label.footer ?? '').split(/\s+/)) {
    const name = part.slice(0, -1)
    const want = part.slice(-1)
    const key = FOOTER_LABELS[name as keyof typeof FOOTER_LABELS]
    const where = name === '无障碍' ? page.accessibilityEntry?.where : page.footer[key]?.where
    const value = name === '无障碍' ? page.accessibilityEntry?.label : page.footer[key]?.value
    tally.note(`footer ${name}`, one, flag(where) === want, want, `${flag(where)} ${value ?? ''}`)
  }
  if (label.datedItems !== '') {
    const want = Number.parseInt(label.datedItems ?? '', 10)
    const count = subjectItems(page).filter((item) => item.publishedOn !== null).length
    tally.note('items（带日期条数）', one, count === want, String(want), String(count))
  }
  tally.note(
    'kind',
    one,
    page.kind.value === label.kind,
    label.kind ?? '',
    `${page.kind.value}：${page.kind.because}`,
  )
  const charset = (label.encoding ?? '').startsWith('gb') ? 'gb18030' : 'utf-8'
  tally.note(
    'charset',
    one,
    page.charset.name === charset,
    charset,
    `${page.charset.name} ${page.charset.because}`,
  )
}

function share([right, all]: readonly [number, number]): string {
  return `${right}/${all}（${all === 0 ? '-' : ((100 * right) / all).toFixed(1)}%）`
}

/** Markdown of the whole measurement, or null when the labelled pages are not there. */
export function accuracyReport(): string | null {
  if (!existsSync(`${ROOT}labels.tsv`)) return null
  const { main, fmprc } = readPages()
  const tally = new Tally()
  for (const one of main) noteMain(tally, one)
  for (const one of fmprc) {
    const got = one.page.publishedOn?.value ?? '-'
    tally.note(
      'fmprc publishedOn',
      one,
      got === one.label.publishedOn,
      one.label.publishedOn ?? '',
      got,
    )
    if (one.page.publishedOn !== null) {
      const { sureness } = one.page.publishedOn
      tally.calibration.note('发布日期', sureness, got === one.label.publishedOn)
    }
    const title = one.page.title ?? '-'
    tally.note(
      'fmprc title',
      one,
      compareForm(title) === compareForm(one.label.title ?? ''),
      one.label.title ?? '',
      title,
    )
  }
  const lines = ['| 字段 | 全部 | 按系统 |', '|---|---|---|']
  for (const [field, families] of tally.rows) {
    const rest = [...families].filter(([family]) => family !== '全部')
    const worst = rest
      .filter(([, [right, all]]) => right < all)
      .map(([family, pair]) => `${family} ${share(pair)}`)
    lines.push(
      `| ${field} | ${share(families.get('全部') ?? [0, 0])} | ${worst.join('，') || '各系统全对'} |`,
    )
  }
  lines.push('', '确信度与正确率：', '', tally.calibration.report())
  lines.push('', '未中的各项：', '')
  for (const miss of tally.misses) {
    lines.push(`- ${miss.field} · ${miss.page}：应为“${miss.expected}”，得到“${miss.got}”`)
  }
  return lines.join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const report = accuracyReport()
  console.log(report ?? `没有找到标注页面（${ROOT}），精度评测未运行。`)
}
