/**
 * Can the public give its opinion online (民意征集、意见征集)? A mail address does not count; where most calls have a form of
 * their own, those that name nothing but a mail address are told. Whether solicitations are frequent and answered is another question.
 */
import { clip } from '#base/text'
import {
  asPortal,
  citeColumn,
  citePage,
  defineCheck,
  isGoneColumn,
  listed,
  partOfAnother,
  searchedForColumn,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { OpinionChannel, Place, SiteView } from '#model/site-view'

const TOPIC = 'consultation'
const SUBJECT = '民意征集渠道'

export const opinionChannelMissing = defineCheck({
  id: 'interaction/opinion-channel-missing',
  revision: 11,
  title: '是否有在线民意征集渠道',
  question: '网站是否提供可以在线提交意见的民意征集渠道（电子邮件不算）？',
  basis: [
    {
      document: '随州市2023年政府网站及政务新媒体绩效评估方案 附件2',
      clause: '民意征集：提供在线意见征集渠道（不含电子邮件形式）',
    },
    {
      document: '《政府网站与政务新媒体检查指标》国办秘函〔2019〕19号',
      clause: '互动交流·调查征集：以在线表单开展，电子邮件不计（二手）',
    },
  ],
  needs: ['home'],
  rendersFirst: true,
  params: {},
  outcomes: {
    online: { verdict: 'pass', message: '“{name}”可以在线提交意见' },
    'mail-only': {
      verdict: 'fail',
      message: '“{name}”只给出邮箱等方式，没有在线提交意见的表单',
      claimsAbsence: true,
      ask: '该栏目的各期征集里，有没有可以在线填写提交的入口？',
    },
    'calls-mailed': {
      verdict: 'fail',
      message:
        '“{name}”的征集多数可以在线提交，有 {count} 期的页面只给出邮箱，没有在线提交的表单：{names}',
      claimsAbsence: true,
      ask: '在浏览器中打开所列征集的页面，能否在线提交意见？',
    },
    'no-form': {
      verdict: 'fail',
      message: '“{name}”只发布征集公告，没有在线提交意见的表单',
      claimsAbsence: true,
      ask: '该栏目的各期征集里，有没有可以在线填写提交的入口（含脚本打开的）？',
    },
    'form-unknown': {
      verdict: 'unsure',
      message: '有“{name}”的入口，但没有读出能否在线提交意见',
      ask: '打开该栏目，能否在线填写并提交意见？',
    },
    external: {
      verdict: 'unsure',
      message: '“{name}”指向站外：{target}',
      ask: '站外页面能否对本单位的征集在线提交意见？',
    },
    missing: {
      verdict: 'fail',
      message: '没有找到民意征集（意见征集、网上调查）渠道',
      claimsAbsence: true,
      ask: '网站上有没有意见征集、网上调查一类的栏目或入口？',
    },
  },
  example: '“意见征集”栏目的公告都写着“请发至邮箱”，没有表单：mail-only。',
  *run(site) {
    yield judge(site)
    yield* mailedCalls(site)
  },
})

/** Fewer forms of calls show no habit. */
const LEAST_ONLINE = 2

/** Calls without a form among those that have one. */
function* mailedCalls(site: SiteView): Generator<Observation<'calls-mailed'>> {
  for (const { name, calls } of site.opinionChannels) {
    if (calls === undefined || calls.byMail.length === 0) continue
    if (calls.online < Math.max(LEAST_ONLINE, calls.byMail.length)) continue
    yield {
      outcome: 'calls-mailed',
      subject: `${name}：各期`,
      facts: {
        name,
        count: calls.byMail.length,
        names: listed(calls.byMail.map(({ title }) => `“${clip(title, 30)}”`)),
      },
      measure: { value: calls.byMail.length, unit: 'count' },
      evidence: calls.byMail.slice(0, 5).map(({ place }) => place),
      pages: calls.byMail.map(({ place }) => place.url),
      coverage: WHOLE,
    }
  }
}

type Outcome = 'online' | 'mail-only' | 'no-form' | 'form-unknown' | 'external' | 'missing'

/** Better answers first: one online channel is enough. */
const RANK: readonly OpinionChannel['form'][] = ['online', 'unknown', 'mail-only', 'none']
const ANSWERS = {
  online: 'online',
  unknown: 'form-unknown',
  'mail-only': 'mail-only',
  none: 'no-form',
} as const satisfies Record<OpinionChannel['form'], Outcome>

/** A title that calls for opinions. */
const CALL = /征集|征求.{0,30}意见|征询|问卷|民意调查|满意度(?:调查|测评)/

/** A page of such a title with a box to write in, whatever its column is called. */
function formOfCall(site: SiteView): { readonly name: string; readonly place: Place } | null {
  for (const { page } of site.pages) {
    const box = page.writingBox ?? null
    if (box !== null && page.title !== null && CALL.test(page.title) && page.blocked === null)
      return { name: page.title, place: { url: page.url, at: box.at, quote: box.quote } }
  }
  return null
}

/** An entry by its bare words, wherever it stands (意见征集, 网上调查, 民意征集平台). */
const ENTRY =
  /^(?:网上|在线|网络|政策|决策|公开)?(?:(?:民意|意见|民意民智|建议)(?:征集|征询|征求|调查|收集)|(?:征求|征集|征询)(?:意见|民意)|(?:网上|在线|问卷|民意)调查|调查(?:征集|问卷))(?:平台|专栏|入口|系统|调查)?$/

/** On a page that was read: a link of these words that leads where the portal was not read. */
function entryNamed(site: SiteView): Place | null {
  for (const { from } of site.links)
    for (const { area, text, url, at } of from)
      if (area !== 'footer' && ENTRY.test(text.trim()) && site.pageAt(url) !== null)
        return { url, at, quote: text }
  return null
}

function judge(site: SiteView): Observation<Outcome> {
  const all = site.columnsOf(TOPIC, 0.5)
  // Beside a channel that can be read, a dead link is no second one.
  const live = all.filter((column) => !isGoneColumn(site, column))
  const columns = live.length > 0 ? live : all
  const gone = new Set(all.filter((column) => !columns.includes(column)).map(({ url }) => url))
  const best = site.opinionChannels
    .filter(({ url }) => !gone.has(url))
    .sort((a, b) => RANK.indexOf(a.form) - RANK.indexOf(b.form))[0]
  const external = columns.find((column) => column.kind === 'external')
  if (best !== undefined && (best.form === 'online' || external === undefined)) {
    const cut = columns.find((column) => column.coverage === 'partial')
    return {
      outcome: ANSWERS[best.form],
      subject: SUBJECT,
      facts: { name: best.name, url: best.url },
      evidence: [best.place],
      coverage: {
        value: cut === undefined ? site.coverage : 'partial',
        because: cut === undefined ? site.coverageBecause : cut.coverageBecause,
      },
    }
  }
  if (external !== undefined)
    return {
      outcome: 'external',
      subject: SUBJECT,
      facts: { name: external.name, target: external.url },
      evidence: citeColumn(site, external),
    }
  const column = columns[0]
  if (column !== undefined)
    return {
      outcome: 'form-unknown',
      subject: SUBJECT,
      facts: { name: column.name, url: column.url },
      evidence: citeColumn(site, column),
    }
  const bare = site.bareEntries.find((entry) => entry.topic === TOPIC)
  if (bare !== undefined)
    return {
      outcome: 'form-unknown',
      subject: SUBJECT,
      facts: { name: bare.text },
      evidence: [bare.place],
    }
  const form = formOfCall(site)
  if (form !== null)
    return {
      outcome: 'online',
      subject: SUBJECT,
      facts: { name: form.name, url: form.place.url },
      evidence: [form.place],
    }
  const entry = entryNamed(site)
  if (entry !== null)
    return {
      outcome: 'form-unknown',
      subject: SUBJECT,
      facts: { name: entry.quote },
      evidence: [entry],
    }
  // 建言献策 takes opinions in writing, whether on what the body asks for is for a person.
  const other = site
    .columnsOf('inquiries')
    .find(({ name, kind }) => kind !== 'external' && /建言|献策|建议/.test(name))
  if (other !== undefined)
    return {
      outcome: 'form-unknown',
      subject: SUBJECT,
      facts: { name: other.name, url: other.url },
      evidence: citeColumn(site, other),
    }
  const doors = partOfAnother(site, '意见征集') ?? searchedForColumn(site)
  return {
    outcome: 'missing',
    subject: SUBJECT,
    evidence: site.home === null ? [] : [citePage(site.home)],
    coverage: doors.because === null ? asPortal(site) : doors,
  }
}
