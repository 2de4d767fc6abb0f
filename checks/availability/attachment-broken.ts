/**
 * Do the files that pages offer open? One finding: the share of dead files among those visited, with the list. The
 * same addresses stand in `availability/links-broken` one by one; this figure is for schemes that judge files apart.
 * A page in a file's place counts as dead when it says itself that the file cannot be had, or not without logging in, and
 * so does a package without its end (a torn docx); another page is asked about, and so is one file under two names that
 * have nothing in common. A file that opens as another paper than its link says is told or asked (`otherPapers`). A link that is named as a
 * file and leads to the home page, to a list without that file or to another page leads to the wrong place.
 */
import { clip, compareForm } from '#base/text'
import { placeKey } from '#base/url'
import {
  areApart,
  asksLogin,
  citePage,
  defineCheck,
  FILE_ADDRESS,
  FILE_NAME,
  holdsNothing,
  idleFiles,
  isGone,
  isTorn,
  listed,
  NO_NAME,
  OFFERING,
  opensAsPage,
  opensElsewhere,
  otherPapers,
  saysFailed,
  viewsOf,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Page, PageLink } from '#model/page'
import type { LinkTarget, Place, SiteView } from '#model/site-view'

export const attachmentBroken = defineCheck({
  id: 'availability/attachment-broken',
  revision: 23,
  title: '附件是否能下载',
  question: '页面提供的附件（文档、表格、压缩包）有没有打不开的，或打开后不是文件的？',
  basis: [
    {
      document: '《政府网站与政务新媒体检查指标》国办秘函〔2019〕19号',
      clause: '功能设计·可用性：附件不可用按链接不可用计（分值由评分方案定，未核对原文）',
    },
  ],
  needs: ['home', 'links'],
  params: {},
  outcomes: {
    'all-live': {
      verdict: 'pass',
      message: '访问成功的 {visited} 个附件都能下载',
      claimsAbsence: true,
      ask: '没有看到的页面上，有没有下载不了的附件？',
    },
    'some-broken': {
      verdict: 'fail',
      message:
        '有答复的 {visited} 个附件中有 {broken} 个失效（{names}），两次访问都不存在，只得到错误、登录的提示，或文件残缺打不开',
      ask: '所列附件在浏览器中是否确实下载不了？',
    },
    'without-bytes': {
      verdict: 'fail',
      message: '有 {count} 个附件是空文件（没有一个字节，或只有模板的占位文字）：{names}',
      ask: '所列附件下载后是否确实是空文件？',
    },
    'asks-login': {
      verdict: 'fail',
      message: '有 {count} 个附件打开是登录页，公众下载不到：{names}',
      ask: '所列附件在没有登录的浏览器中是否确实下载不了？',
    },
    inert: {
      verdict: 'fail',
      message: '有 {count} 个附件或与附件并列的表格没有地址，点了什么也不打开：{names}',
      ask: '所列附件、表格在浏览器中是否确实下载不了？',
    },
    unaddressed: {
      verdict: 'unsure',
      message: '有 {count} 个附件没有地址：{names}',
      ask: '所列附件在浏览器中点了能不能下载？',
    },
    'not-a-file': {
      verdict: 'unsure',
      message: '有 {count} 个附件地址打开后是网页，不是文件：{names}',
      ask: '所列附件能否下载，是不是先打开一个下载页？',
    },
    'leads-home': {
      verdict: 'fail',
      message:
        '有 {count} 个附件或写着文件名的链接，打开却是网站首页、栏目列表或另一个网页：{names}',
      ask: '所列链接在浏览器中打开的是不是网站首页、栏目列表或另一个网页，文件改到了哪里？',
    },
    'same-file': {
      verdict: 'unsure',
      message: '有 {count} 个页面把不同名称的附件指向同一个文件：{names}',
      ask: '所列附件打开后，是不是各自名称所说的文件？',
    },
    'picture-gone': {
      verdict: 'fail',
      message: '有 {count} 个页面正文里的图片、视频打不开（两次访问都不存在）：{names}',
      ask: '所列页面的图片、视频在浏览器中是否确实显示不出来？',
    },
    'other-paper': {
      verdict: 'fail',
      message:
        '有 {count} 个附件打开后是另一份文件（另一单位、另一年度或另一种表，附件名所说的一处也没有写）：{names}',
      ask: '所列附件打开后，是不是附件名所说的文件？',
    },
    'another-document': {
      verdict: 'unsure',
      message: '有 {count} 个附件打开后像是另一份文件，开头的标题与附件名、页面标题对不上：{names}',
      ask: '所列附件是否传错了文件？',
    },
    'not-visited': {
      verdict: 'unsure',
      message: '有 {count} 个附件，本次一个也没有访问成功',
      ask: '页面上的附件在浏览器中能否下载？',
    },
    'none-offered': { verdict: 'not-applicable', message: '没有读到附件' },
  },
  example: '“部门决算”页的附件两次访问都是404，其余5个能下载：附件 some-broken，六分之一。',
  *run(site) {
    if (site.home === null) return
    const files = site.links.filter((target) => target.isAttachment)
    yield judge(site, files)
    const blank = files.filter((file) => isBlank(site, file) && !isToldElsewhere(site, file))
    if (blank.length > 0) yield ofFiles(site, 'without-bytes', '附件：空文件', blank)
    const closed = files.filter((target) => !saysFailed(site, target) && asksLogin(site, target))
    const elsewhere = files.filter(
      (target) => !closed.includes(target) && opensElsewhere(site, target),
    )
    if (closed.length > 0) yield ofFiles(site, 'asks-login', '附件：登录页', closed)
    const pages = [
      ...files.filter(
        (target) =>
          opensAsPage(site, target) &&
          !saysFailed(site, target) &&
          !elsewhere.includes(target) &&
          !closed.includes(target),
      ),
      ...site.links.filter((target) => !target.isAttachment && isNamedFile(site, target)),
    ]
    if (pages.length > 0)
      yield {
        outcome: 'not-a-file',
        subject: '附件：不是文件',
        facts: { count: pages.length, names: listed(pages.map(labelOf)) },
        measure: { value: pages.length, unit: 'count' },
        evidence: placesOf(site, pages),
      }
    const home = placeKey(site.home.page.url)
    const astray = [
      ...site.pages.flatMap((view) => leadingAstray(site, view.page, home)),
      ...(elsewhere.length > 0 ? placesOf(site, elsewhere) : []),
    ]
    if (astray.length > 0)
      yield {
        outcome: 'leads-home',
        subject: '附件：指向首页',
        facts: { count: astray.length, names: listed(astray.map(({ quote }) => quote)) },
        measure: { value: astray.length, unit: 'count' },
        evidence: astray.slice(0, 5),
        pages: astray.map(({ url }) => url),
      }
    const mixed = site.pages.flatMap((view) => mixedUp(view.page))
    if (mixed.length > 0)
      yield {
        outcome: 'same-file',
        subject: '附件：指向同一个文件',
        facts: { count: mixed.length, names: listed(mixed.map(({ names }) => names)) },
        measure: { value: mixed.length, unit: 'count' },
        evidence: mixed.slice(0, 5).map(({ place }) => place),
      }
    yield* withoutAddress(site)
    // Asked for are films, pictures of pages that have little else to show, and those that a page refers to.
    const codes = new Set(site.newMedia.map(({ code }) => code?.url))
    const bare = site.pages.filter(({ page }) =>
      page.gonePictures?.some(({ inBody, url }) => inBody && !codes.has(url ?? '')),
    )
    if (bare.length > 0)
      yield {
        outcome: 'picture-gone',
        subject: '附件：正文图片',
        facts: {
          count: bare.length,
          names: listed(bare.map(({ page }) => nameWithPicture(page))),
        },
        measure: { value: bare.length, unit: 'count' },
        evidence: bare.slice(0, 5).map(citePage),
        pages: bare.map(({ page }) => page.url),
      }
    const others = site.pages.flatMap((view) => otherPapers(site, view.page))
    for (const [outcome, subject, some] of [
      ['other-paper', '附件：名不副实', others.filter(({ sure }) => sure)],
      ['another-document', '附件：另一份文件', others.filter(({ sure }) => !sure)],
    ] as const)
      if (some.length > 0)
        yield {
          outcome,
          subject,
          facts: { count: some.length, names: listed(some.map(({ names }) => names)) },
          measure: { value: some.length, unit: 'count' },
          evidence: some.slice(0, 5).map(({ place }) => place),
        }
  },
})

/** The page, and what its lost picture is called. */
function nameWithPicture({ title, url, gonePictures = [] }: Page): string {
  const alt = gonePictures.find(({ inBody }) => inBody)?.alt ?? null
  const name = clip(title ?? url, 40)
  return alt === null || name.includes(alt) ? name : `${name}（${clip(alt, 20)}）`
}

/** Files of one fault, each with its page. */
function ofFiles<O extends string>(
  site: SiteView,
  outcome: O,
  subject: string,
  files: readonly LinkTarget[],
): Observation<O> {
  return {
    outcome,
    subject,
    facts: { count: files.length, names: listed(files.map(labelOf)) },
    measure: { value: files.length, unit: 'count' },
    evidence: placesOf(site, files),
    pages: files.map(({ url }) => url),
  }
}

/** Two attachments of an article, of names that have nothing to do with each other, with one address; at most one. */
function mixedUp(page: Page): readonly { readonly names: string; readonly place: Place }[] {
  if (page.kind.value !== 'article' || page.blocked !== null) return []
  const named = new Map<string, PageLink>()
  for (const link of page.links) {
    if (link.area === 'nav' || link.area === 'footer' || !FILE_ADDRESS.test(link.url)) continue
    const before = named.get(link.url)
    const [a, b] = [before?.text ?? '', link.text].map((text) => text.replace(NO_NAME, ''))
    if (before === undefined) named.set(link.url, link)
    else if (a !== undefined && b !== undefined && areApart(...withoutStart(a, b)))
      return [
        {
          names: `“${clip(before.text, 30)}”和“${clip(link.text, 30)}”`,
          place: { url: page.url, at: link.at, quote: link.text },
        },
      ]
  }
  return []
}

/** What two names begin with alike says of both what they are about, and of neither what it is. */
function withoutStart(a: string, b: string): [string, string] {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return [a.slice(at), b.slice(at)]
}

function* withoutAddress(site: SiteView): Generator<Observation<'inert' | 'unaddressed'>> {
  const { idle, sure } = idleFiles(site)
  const inert = sure.length > 0 ? sure : idle
  if (inert.length === 0) return
  yield {
    outcome: sure.length > 0 ? 'inert' : 'unaddressed',
    subject: '附件：没有地址',
    facts: { count: inert.length, names: listed(inert.map(({ quote }) => quote)) },
    measure: { value: inert.length, unit: 'count' },
    evidence: inert.slice(0, 5),
    pages: [...new Set(inert.map(({ url }) => url))],
  }
}

function judge(
  site: SiteView,
  files: readonly LinkTarget[],
): Observation<'all-live' | 'some-broken' | 'not-visited' | 'none-offered'> {
  const subject = '附件'
  const broken = files.filter((file) => isDead(site, file))
  const live = files.filter(
    ({ url, visit }) =>
      visit?.state === 'stored' &&
      visit.blocked === null &&
      visit.status < 400 &&
      visit.missing !== true &&
      visit.empty !== true &&
      !broken.some((file) => file.url === url),
  )
  const visited = broken.length + live.length
  if (files.length === 0 || visited === 0)
    return {
      outcome: files.length === 0 ? 'none-offered' : 'not-visited',
      subject,
      facts: { count: files.length },
      evidence: placesOf(site, files),
    }
  return {
    outcome: broken.length > 0 ? 'some-broken' : 'all-live',
    subject,
    facts: {
      visited,
      broken: broken.length,
      names: listed(broken.map(labelOf)),
      targets: broken.slice(0, 50).map((target) => target.url),
    },
    measure: { value: broken.length / visited, unit: 'share' },
    evidence: placesOf(site, broken),
  }
}

/** It downloads, and holds nothing, or what its template's maker left. */
function isBlank(site: SiteView, { url, visit }: LinkTarget): boolean {
  if (visit?.state !== 'stored' || visit.status !== 200) return false
  const file = site.pageAt(url)?.page.file
  return visit.empty === true || (file !== undefined && holdsNothing(file))
}

/** Application forms and data sets have checks of their own, which tell of empty ones. */
const TOLD_ELSEWHERE = ['disclosureRequest', 'ogiGuide', 'openData']

function isToldElsewhere(site: SiteView, { from }: LinkTarget): boolean {
  const pages = new Set(
    TOLD_ELSEWHERE.flatMap((topic) => site.columnsOf(topic))
      .flatMap((column) => viewsOf(site, column))
      .map(({ page }) => page.url),
  )
  return from.some(({ url }) => pages.has(url))
}

/** Twice not there, or twice an error's page in its place; torn files with a check of their own are told there. */
function isDead(site: SiteView, file: LinkTarget): boolean {
  const { visit, firstVisit } = file
  if (isTorn(site, file)) return !isToldElsewhere(site, file)
  if (visit === null || firstVisit === null) return false
  return (isGone(visit) && isGone(firstVisit)) || saysFailed(site, file)
}

/** Links of an article that are named as files and lead home or to a list: their address was left out or lost. */
function leadingAstray(site: SiteView, page: Page, home: string): Place[] {
  if (!OFFERING.has(page.kind.value) || page.blocked !== null) return []
  return page.links.flatMap(({ area, at, text, url }) =>
    area !== 'nav' &&
    area !== 'footer' &&
    FILE_NAME.test(text) &&
    (placeKey(url) === home || isListWithout(site, url, { file: text, page: page.url }))
      ? [{ url: page.url, at, quote: text }]
      : [],
  )
}

/** A list of the portal on which nothing is called as the file is. */
function isListWithout(
  site: SiteView,
  url: string,
  from: { readonly file: string; readonly page: string },
): boolean {
  const page = site.pageAt(url)?.page
  if (page === undefined || page.kind.value !== 'listing' || page.attachments.length > 0)
    return false
  const column = site.columns.find((one) => placeKey(one.url) === placeKey(url))
  // The file may stand on a further page of the list.
  if (page.paging !== null && column?.coverage !== 'complete') return false
  const bare = from.file.replace(FILE_NAME, (whole) => whole.charAt(0)).replace(ENCLOSURE, '')
  const file = compareForm(bare)
  const entries = (column?.items ?? []).map((item) => ({ url: item.url ?? '', text: item.title }))
  return [...page.links, ...entries].every((entry) => {
    const name = compareForm(entry.text)
    // The page that offers the file is often called as the file is. A list may name it shortly: 申请表 for 某局申请表.
    const isFile = name.includes(file) || (name.length >= LEAST_END && file.endsWith(name))
    return !isFile || placeKey(entry.url) === placeKey(from.page)
  })
}

/** Shorter names end many. */
const LEAST_END = 3

/** 附件1：, 1. */
const ENCLOSURE = /^\s*(?:附件?\s*)?[\d一二三四五六七八九十]*\s*[：:.、]?\s*/

/** An article's link that is named as a file and leads to a page without any file. */
function isNamedFile(site: SiteView, target: LinkTarget): boolean {
  if (!opensAsPage(site, target) || site.pageAt(target.url)?.page.kind.value === 'listing')
    return false
  const offered = target.from.some(
    ({ url, text, area }) =>
      area === 'main' && FILE_NAME.test(text) && site.pageAt(url)?.page.kind.value === 'article',
  )
  return offered && site.pageAt(target.url)?.page.attachments.length === 0
}

/** Words of the link, else the file's name. */
function labelOf(target: LinkTarget): string {
  const worded = target.from.find((link) => link.text.trim() !== '')
  return worded?.text ?? new URL(target.url).pathname.split('/').at(-1) ?? target.url
}

/** Where the files are offered; the home page when none is. */
function placesOf(site: SiteView, files: readonly LinkTarget[]): Place[] {
  const places = files.slice(0, 10).flatMap((file): Place[] => {
    const link = file.from.find((one) => site.pageAt(one.url) !== null)
    const view = link === undefined ? null : site.pageAt(link.url)
    if (link === undefined || view === null) return []
    return link.text.trim() === ''
      ? [citePage(view)]
      : [{ url: link.url, at: link.at, quote: link.text }]
  })
  return places.length > 0 || site.home === null ? places : [citePage(site.home)]
}
