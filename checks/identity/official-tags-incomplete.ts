/**
 * Do the pages carry the official meta tags that their kind requires? Graded per tag and page kind, one finding each
 * with the affected pages. Whether a tag's text is true is for other questions. A charset
 * declaration that the bytes contradict is asked about beside them: it stands in the same place, and browsers follow it.
 */
import { placeKey } from '#base/url'
import {
  asPortal,
  citePage,
  contradicted,
  copiedTags,
  defineCheck,
  foreignTags,
  isLeftIn,
  isLetter,
  isOfficeElsewhere,
  isPublicBody,
  isWholeDay,
  listed,
  OPTIONAL_TAGS,
  otherFaults,
  owesTags,
  sharedTexts,
  siteNames,
  type TagFault,
  tagFault,
  titlesOfOthers,
  WHOLE,
  worstFault,
  wrongValues,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { OfficialTag, PageKind } from '#model/page'
import { hiddenByScript, type PageView, type Place, type SiteView } from '#model/site-view'

const KINDS: readonly { label: string; kinds: readonly PageKind[]; tags: readonly TagSet[] }[] = [
  { label: '首页', kinds: ['home'], tags: ['siteTags'] },
  { label: '栏目页', kinds: ['listing', 'directory'], tags: ['siteTags', 'columnTags'] },
  { label: '内容页', kinds: ['article'], tags: ['siteTags', 'columnTags', 'contentTags'] },
]
type TagSet = 'siteTags' | 'columnTags' | 'contentTags'

const SOURCE = '国办发〔2017〕47号 附件《网页设计规范》网站标签要求（二手：厂商说明）'

export const officialTagsIncomplete = defineCheck({
  id: 'identity/official-tags-incomplete',
  revision: 30,
  title: '网页标签是否齐全',
  question:
    '首页、栏目页、内容页是否带有规定的网站、栏目、内容标签，且有实际内容？声明的编码是否与实际相符？',
  basis: [
    {
      document: '《政府网站发展指引》国办发〔2017〕47号',
      clause: '附件《网页设计规范》：网站标签、栏目标签、内容页标签（二手）',
    },
  ],
  needs: ['home'],
  params: {
    siteTags: {
      default: ['SiteName', 'SiteDomain', 'SiteIDCode'],
      meaning: '所有页面应有的标签',
      source: SOURCE,
      verified: false,
    },
    columnTags: {
      default: ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'],
      meaning: '栏目页和内容页应有的标签',
      source: SOURCE,
      verified: false,
    },
    contentTags: {
      default: ['ArticleTitle', 'PubDate', 'ContentSource'],
      meaning: '内容页应有的标签',
      source: SOURCE,
      verified: false,
    },
    minKindSureness: {
      default: 0.8,
      meaning: '页面类别的识别把握低于此值的页面不参加判断',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    complete: { verdict: 'pass', message: '{checked} 个页面的“{subject}”标签都有内容' },
    missing: {
      verdict: 'fail',
      message: '{checked} 个页面中有 {count} 个没有“{subject}”标签{also}',
      claimsAbsence: true,
      ask: '所列页面的源代码里是否确实没有这个标签？',
    },
    empty: {
      verdict: 'fail',
      message: '{checked} 个页面中有 {count} 个的“{subject}”标签内容为空{also}',
      ask: '所列页面的这个标签是否确实没有内容？',
    },
    placeholder: {
      verdict: 'fail',
      message: '{checked} 个页面中有 {count} 个的“{subject}”标签是模板占位文字：{examples}{also}',
      ask: '所列标签的内容是否只是模板文字？',
    },
    malformed: {
      verdict: 'fail',
      message:
        '{checked} 个页面中有 {count} 个的“{subject}”标签里没有写全年月日，或没有这一天：{examples}{also}',
      ask: '所列标签的内容是不是完整的发布日期？',
    },
    same: {
      verdict: 'fail',
      message:
        '{checked} 个页面中有 {count} 个的“{subject}”标签都写着“{examples}”，不是各页自己的标题、日期或栏目{also}',
      ask: '所列页面的这个标签是否都是同一句话？',
    },
    'another-title': {
      verdict: 'fail',
      message:
        '{checked} 个内容页中有 {bad} 个的“ArticleTitle”标签写的是另一篇的标题，页面上没有这句话：{examples}',
      ask: '所列页面的这个标签是否写错了？',
    },
    'value-wrong': {
      verdict: 'fail',
      message: '{checked} 个{kind}中有 {bad} 个的“{tag}”标签写的不是本页的：{examples}',
      ask: '所列页面的这个标签是否写错了？',
    },
    foreign: {
      verdict: 'unsure',
      message: '{checked} 个页面中有 {bad} 个的“{tag}”标签写的是别的网站：{examples}',
      ask: '“{tag}”标签写的“{examples}”是不是本网站的（如另一个在用的域名）？',
    },
    'name-wrong': {
      verdict: 'fail',
      message:
        '{checked} 个页面中有 {bad} 个的“{tag}”标签写的是别处的单位“{examples}”，而域名标签写的是本网站',
      ask: '“{tag}”标签写的“{examples}”是不是从别的网站照搬而来？',
    },
    'domain-wrong': {
      verdict: 'fail',
      message: '{checked} 个页面中有 {bad} 个的“{tag}”标签写的不是政府网站的域名：{examples}',
      ask: '“{tag}”标签写的“{examples}”是从别的网站抄来的，还是本单位不规范的旧域名？',
    },
    'domain-others': {
      verdict: 'fail',
      message:
        '{checked} 个页面中有 {bad} 个的“{tag}”标签写的是别处政府网站的域名：{examples}，本网站的域名是 {own}',
      ask: '“{tag}”标签写的“{examples}”是不是本网站另一个在用的域名？',
    },
    'other-site': {
      verdict: 'fail',
      message:
        '{checked} 个{kind}中有 {bad} 个的网站标签写的不是本网站，而是“{names}”（{examples}）；别的页面写的是 {own}',
      ask: '所列页面的网站标签是否从“{names}”的网站照搬而来？',
    },
    'charset-wrong': {
      verdict: 'unsure',
      message: '{checked} 个页面中有 {bad} 个声明的编码与实际不符：{examples}',
      ask: '在浏览器中打开所列页面，文字是否显示为乱码？',
    },
    'not-applicable': { verdict: 'not-applicable', message: '没有读到可判断的{subject}' },
  },
  example: '内容页源代码里有 <meta name="PubDate" content="">：内容页 PubDate 为 empty。',
  *run(site, { params }) {
    // What stands inside another page's frame is part of that page, which carries the tags.
    const framed = new Set(site.pages.flatMap((view) => view.page.frames.map(placeKey)))
    const owes = owesTags(site, framed)
    yield* wrongCharsets(site)
    const copied = KINDS.flatMap(({ label, kinds }) => {
      const of = site.pages.filter(
        ({ page }) =>
          kinds.includes(page.kind.value) &&
          page.kind.sureness >= params.minKindSureness &&
          !isLetter(page),
      )
      return copiedOf(site, label, of)
    })
    yield* copied
    if (params.contentTags.includes('ArticleTitle')) yield* otherTitles(site)
    const values = [...othersValues(site)]
    yield* values
    const told = [...copied, ...values.filter(({ facts }) => /^Site/.test(`${facts?.tag}`))]
    yield* foreign(site, new Set(told.flatMap(({ pages }) => pages ?? [])))
    const graded = new Set<PageView>()
    for (const { label, kinds, tags } of KINDS) {
      const views = site.pages.filter(
        ({ page }) =>
          kinds.includes(page.kind.value) &&
          page.kind.sureness >= params.minKindSureness &&
          owes(page),
      )
      if (views.length === 0) {
        yield {
          outcome: 'not-applicable',
          subject: label,
          evidence: site.home === null ? [] : [citePage(site.home)],
        }
        continue
      }
      const readable = views.filter((view) => !isShell(view))
      const judged = readable.length > 0 ? readable : views
      for (const view of judged) graded.add(view)
      for (const set of tags)
        for (const tag of params[set])
          if (tag !== 'SiteIDCode' || !isPublicBody(site))
            yield judge(site, judged, `${label} ${tag}`, tag)
    }
    // No tag is asked of a page that was set up by itself (联系我们), but those that it has say something.
    const single = site.pages.filter(
      (view) =>
        !graded.has(view) && view.page.blocked === null && !framed.has(placeKey(view.page.url)),
    )
    for (const tag of [...params.siteTags, ...params.columnTags, ...OPTIONAL_TAGS])
      yield* leftOn(OPTIONAL_TAGS.includes(tag) ? site.pages : single, tag)
  },
})

function* leftOn(views: readonly PageView[], tag: string): Generator<Observation<'placeholder'>> {
  const tagged = views.flatMap((view) => {
    const all = view.page.officialTags.filter((one) => one.name.toLowerCase() === tag.toLowerCase())
    const found = all.find((one) => tagFault(one) === null) ?? all[0]
    const isWritten = view.page.template !== '' && view.capture.status < 400 && !isShell(view)
    return found === undefined || !isWritten ? [] : [{ view, found }]
  })
  const left = tagged.filter(({ found }) => isLeftIn(found))
  if (left.length === 0) return
  yield {
    outcome: 'placeholder',
    subject: `${OPTIONAL_TAGS.includes(tag) ? '各页' : '单独页面'} ${tag}`,
    facts: {
      ...{ checked: tagged.length, count: left.length, also: '' },
      examples: listed([...new Set(left.map(({ found }) => found.content))], 3),
    },
    ...atBad(
      left.map(({ view, found }) => ({ view, tag: found })),
      tagged.length,
      tag,
    ),
    coverage: WHOLE,
  }
}

/** Tags that name another site than the portal; `told` are the pages of which more was said. */
function* foreign(
  site: SiteView,
  told: ReadonlySet<string>,
): Generator<Observation<'foreign' | 'name-wrong' | 'domain-wrong' | 'domain-others'>> {
  const views = site.pages.filter(({ page }) => !told.has(page.url))
  for (const { name, checked, bad, isNobodys, isOthers } of foreignTags(site, views, filledTag))
    yield {
      outcome: isNobodys
        ? 'domain-wrong'
        : name === 'SiteName' &&
            bad.every(({ view, tag }) =>
              isOfficeElsewhere(site, tag.content, {
                domain: filledTag(view, 'SiteDomain')?.content ?? '',
                isPart: bad.length * 2 < checked,
              }),
            )
          ? 'name-wrong'
          : isOthers
            ? 'domain-others'
            : 'foreign',
      subject: `${name}：别的网站`,
      facts: {
        tag: name,
        own: new URL(site.portal.homeUrl).hostname,
        checked,
        bad: bad.length,
        examples: listed([...new Set(bad.map(({ tag }) => tag.content))], 3),
      },
      ...atBad(bad, checked, name),
    }
}

/** Titles in the tag that are another page's. */
function* otherTitles(site: SiteView): Generator<Observation<'another-title'>> {
  const tagged = site.pages.flatMap((view) => {
    const isRead = view.page.kind.value === 'article' && !view.page.truncated && !isShell(view)
    const tag = isRead ? filledTag(view, 'ArticleTitle') : null
    return tag === null ? [] : [{ view, tag }]
  })
  const bad = titlesOfOthers(tagged, siteNames(site))
  if (bad.length === 0) return
  yield {
    outcome: 'another-title',
    subject: 'ArticleTitle：另一篇的标题',
    facts: {
      checked: tagged.length,
      bad: bad.length,
      examples: bad
        .slice(0, 3)
        .map(({ view, tag }) => `“${view.page.title}”写成“${tag.content}”`)
        .join('、'),
    },
    ...atBad(bad, tagged.length, 'ArticleTitle'),
  }
}

/** Columns in the tags that are another page's. */
function* othersValues(site: SiteView): Generator<Observation<'value-wrong'>> {
  for (const { tag, kind, checked, bad } of wrongValues(site, filledTag))
    yield {
      outcome: 'value-wrong',
      subject: `${kind} ${tag}：不是本页的`,
      facts: {
        tag,
        kind,
        checked,
        bad: bad.length,
        examples: listed(
          bad.map(({ words }) => words),
          3,
        ),
      },
      ...atBad(bad, checked, tag),
    }
}

/** Share, places and pages of tags that are wrong. */
function atBad(
  bad: readonly { readonly view: PageView; readonly tag: OfficialTag }[],
  checked: number,
  name: string,
) {
  return {
    measure: { value: 1 - bad.length / checked, unit: 'share' as const },
    evidence: bad.slice(0, 5).map(({ view, tag }) => evidenceOf(view, tag, name)),
    pages: bad.map(({ view }) => view.page.url),
  }
}

/** A kind's template taken over from another government site, at most one observation. */
function copiedOf(
  site: SiteView,
  kind: string,
  views: readonly PageView[],
): readonly (Observation<'other-site'> & { readonly pages: readonly string[] })[] {
  const copied = copiedTags(site, views, filledTag)
  if (copied === null) return []
  const { own, bad } = copied
  return [
    {
      outcome: 'other-site',
      subject: `${kind}：照搬的网站标签`,
      facts: {
        kind,
        checked: views.length,
        bad: bad.length,
        own,
        names: listed([...new Set(bad.map(({ name }) => name.content))], 3),
        examples: listed([...new Set(bad.map(({ domain }) => domain.content))], 3),
      },
      measure: { value: 1 - bad.length / views.length, unit: 'share' },
      evidence: bad
        .slice(0, 5)
        .flatMap(({ view, name, domain }) => [
          evidenceOf(view, name, 'SiteName'),
          evidenceOf(view, domain, 'SiteDomain'),
        ]),
      pages: bad.map(({ view }) => view.page.url),
    },
  ]
}

function filledTag({ page }: PageView, name: string): OfficialTag | null {
  const tag = page.officialTags.find((one) => one.name.toLowerCase() === name.toLowerCase())
  return tag === undefined || tagFault(tag) !== null ? null : tag
}

/** Only where something is wrong; what a browser shows under a wrong declaration is for people to see. */
function* wrongCharsets(site: SiteView): Generator<Observation<'charset-wrong'>> {
  const { read, wrong, words } = contradicted(site)
  if (wrong.length === 0) return
  yield {
    outcome: 'charset-wrong',
    subject: '编码声明',
    facts: { checked: read.length, bad: wrong.length, examples: listed([...new Set(words)], 3) },
    measure: { value: 1 - wrong.length / read.length, unit: 'share' },
    evidence: wrong.slice(0, 5).map((view) => citePage(view)),
    pages: wrong.map(({ page }) => page.url),
  }
}

/** A page whose content a script writes may get its tags the same way. */
const isShell = (view: PageView): boolean => hiddenByScript(view) !== null

function judge(
  site: SiteView,
  views: readonly PageView[],
  subject: string,
  tag: string,
): Observation<'complete' | TagFault> {
  const faults: { view: PageView; fault: TagFault; found: OfficialTag | null }[] = []
  let good: Place | null = null
  const shared = sharedTexts(views, tag, (view) => filledTag(view, tag))
  const faultOn = (one: OfficialTag): TagFault | null =>
    tagFault(one) ??
    (tag === 'PubDate' && !isWholeDay(one.content) ? 'malformed' : null) ??
    (shared.has(one.content.trim()) ? 'same' : null)
  for (const view of views) {
    const all = view.page.officialTags.filter((one) => one.name.toLowerCase() === tag.toLowerCase())
    const filled = all.find((one) => faultOn(one) === null)
    if (filled) {
      good ??= { url: view.page.url, at: filled.at, quote: filled.content }
      continue
    }
    const first = all[0]
    faults.push({
      view,
      fault: first ? (faultOn(first) ?? 'empty') : 'missing',
      found: first ?? null,
    })
  }
  const share = 1 - faults.length / views.length
  if (faults.length === 0 && good !== null)
    return {
      outcome: 'complete',
      subject,
      facts: { checked: views.length },
      measure: { value: 1, unit: 'share' },
      evidence: [good],
    }
  const outcome = worstFault(faults.map((one) => one.fault))
  const shown = faults.filter((one) => one.fault === outcome)
  return {
    outcome,
    subject,
    facts: {
      checked: views.length,
      bad: faults.length,
      count: shown.length,
      also: otherFaults(faults, outcome),
      missing: faults.filter((one) => one.fault === 'missing').length,
      empty: faults.filter((one) => one.fault === 'empty').length,
      placeholder: faults.filter((one) => one.fault === 'placeholder').length,
      ...(outcome === 'placeholder' || outcome === 'malformed' || outcome === 'same'
        ? { examples: listed([...new Set(shown.map((one) => one.found?.content ?? ''))], 3) }
        : {}),
    },
    measure: { value: share, unit: 'share' },
    evidence: shown.slice(0, 5).map(({ view, found }) => evidenceOf(view, found, tag)),
    pages: faults.map((one) => one.view.page.url),
    // A notice in place of the portal (维护中) lacks the tags that its usual pages may carry.
    coverage: site.columns.length > 0 ? WHOLE : asPortal(site),
  }
}

function evidenceOf(view: PageView, found: OfficialTag | null, tag: string): Place {
  if (found === null) return citePage(view)
  const quote = found.content.trim() === '' ? tag : found.content
  return { url: view.page.url, at: found.at, quote }
}
