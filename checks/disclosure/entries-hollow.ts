/**
 * Does an entry of a disclosure column hold anything? A page that says 详见附件 and has none, 内容更新中, 请点击, once
 * more that a meeting was held, or nothing at all beneath its title, is published in name only. Answers to proposals are
 * judged by a check of their own; what scripts, frames, pictures or links may still show is left alone. A
 * decision on a penalty must say what was imposed: one that does not, beside others that do, is told apart.
 */
import { clip, compareForm } from '#base/text'
import { hostOf } from '#base/url'
import {
  branchOf,
  defineCheck,
  hasWordsOnly,
  isNameOnly,
  listed,
  ownPictures,
  placeOfNone,
  wordsBeneath,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { ColumnItem, SiteView } from '#model/site-view'

const TOPICS: readonly string[] = [
  ...['ogiRules', 'ogiCatalogue', 'standardCatalogue', 'planning', 'statistics', 'powerList'],
  ...['licensing', 'penalties', 'enforcement', 'randomInspection', 'fees', 'procurement'],
  ...['majorProjects', 'publicResourceTrading', 'emergency', 'audit', 'personnel', 'recruitment'],
  ...['meetings', 'workReport', 'publicUtilities', 'documentClearance', 'policyInterpretation'],
  ...['majorDecisions', 'consultation', 'policyDocuments', 'normativeDocuments', 'notices'],
  ...['subsidies', 'socialAssistance', 'education', 'health', 'employment', 'housing'],
  ...['landAcquisition', 'environment', 'foodDrug', 'workSafety', 'supervision', 'ogiProgress'],
  ...['budget', 'news'],
]

export const entriesHollow = defineCheck({
  id: 'disclosure/entries-hollow',
  revision: 10,
  title: '公开的条目打开后有没有内容',
  question: '信息公开各栏目的条目打开后，是不是空的，或者只有“详见附件”“内容更新中”而没有内容？',
  basis: [
    {
      document: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
      clause: '第六条：及时、准确地公开政府信息；第二十条：主动公开的内容',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: TOPICS,
      meaning: '按信息公开内容判断的栏目类别（含其下级栏目）',
      source: '条例第二十条各项对应的栏目，可按地方要求增减',
      verified: false,
    },
    minPeers: {
      default: 2,
      meaning: '没有写处罚结果的决定，至少有几份写明结果的在旁，且不比写明的多，才判',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    filled: { verdict: 'pass', message: '读到的 {checked} 个条目打开后都有内容' },
    hollow: {
      verdict: 'fail',
      message: '读到的 {checked} 个条目中有 {count} 个打开后没有内容，也没有附件：{names}',
      ask: '在浏览器中打开所列条目，是否确实没有内容和附件？',
    },
    'result-unsaid': {
      verdict: 'fail',
      message:
        '读到的 {checked} 份行政处罚决定中有 {count} 份没有写处罚的结果，其余的都写了：{names}',
      ask: '所列处罚决定的页面上，是否确实没有写明处罚的内容？',
    },
    'none-read': { verdict: 'not-applicable', message: '没有能读全的条目可以判断' },
    'half-read': {
      verdict: 'not-applicable',
      message: '条目没有都读全，读全的 {checked} 个打开后都有内容',
    },
  },
  example: '“权力清单”的正文只有“详见附件”，页面上没有附件：hollow。',
  *run(site, { params }) {
    const columns = branchOf(site, params.topics)
    // A column may be known from a page that was not kept.
    const shown = columns.find(({ place }) => site.pageAt(place.url) !== null)
    const evidence = shown === undefined ? placeOfNone(site, params.topics) : [shown.place]
    const items = [
      ...new Map(columns.flatMap(({ items }) => items).map((item) => [item.url, item])).values(),
    ]
    const read = items.flatMap((item) => {
      const said = saidBy(site, item)
      return said === null ? [] : [{ item, said }]
    })
    const bad = read.filter(
      ({ item, said }) =>
        (isEmpty(said) || isMeetingAgain(item.title, said)) && !SAYS_ALL.test(item.title),
    )
    const facts = { checked: read.length, count: bad.length }
    const subject = '公开条目的内容'
    if (read.length === 0) {
      yield { outcome: 'none-read', subject, evidence }
      return
    }
    const unsaid = resultsUnsaid(read, params.minPeers)
    if (unsaid !== null) yield unsaid
    const whole = items.some((item) => isUnread(site, item)) ? 'half-read' : 'filled'
    yield bad.length === 0
      ? { outcome: whole, subject, facts, evidence }
      : {
          outcome: 'hollow',
          subject,
          facts: {
            ...facts,
            names: listed(
              bad.map(({ item, said }) => `“${clip(item.title, 40)}”（${said || '空'}）`),
            ),
          },
          measure: { value: bad.length, unit: 'count' },
          evidence: bad.slice(0, 10).map(({ item }) => item.place),
          pages: bad.flatMap(({ item }) => item.url ?? []),
        }
  },
})

interface ReadItem {
  readonly item: ColumnItem
  readonly said: string
}

/** A decision on a penalty: 某市监处罚〔2026〕88号, 行政处罚决定书. */
const PENALTY = /处罚决定书|罚(?:决)?(?:字)?[〔[（(]20\d\d[〕\]）)](?:第)?\s?\d+号/
/** What was imposed, or that nothing was. */
const IMPOSED =
  /罚[款金]|没收|收缴|警告|训诫|记分|责[令成]|吊销|暂扣|扣留|注销|停产|停业|暂停|停止|终止|关闭|拘留|通报批评|降低|限制|禁止|撤销|取消|拆除|追缴|驱逐|取缔|给予|处罚(?:内容|结果|种类|类别|决定)(?:[和与及][^：:\s]{1,6})?\d?[：:\s]|[不免减]予?处罚|免罚|处以?.{0,12}[元圆]|\d元|(?<![本此该]|处罚)决定(?![书日时文机编]|作出|字号|单位|部门)[\u4e00-\u9fff]/
/** 条例第二十条第六项 wants the decision itself: who was punished and when is none without what was imposed. */
function resultsUnsaid(
  read: readonly ReadItem[],
  minPeers: number,
): Observation<'result-unsaid'> | null {
  const decisions = read.filter(({ item, said }) => PENALTY.test(item.title) && !isEmpty(said))
  const bad = decisions.filter(({ item, said }) => !IMPOSED.test(`${item.title}\n${said}`))
  const [first] = bad
  if (first === undefined || decisions.length - bad.length < Math.max(minPeers, bad.length))
    return null
  return {
    outcome: 'result-unsaid',
    subject: '行政处罚决定',
    facts: {
      checked: decisions.length,
      count: bad.length,
      names: listed(bad.map(({ item }) => `“${clip(item.title, 40)}”`)),
    },
    measure: { value: bad.length, unit: 'count' },
    evidence: bad.slice(0, 10).map(({ item }) => item.place),
    pages: bad.flatMap(({ item }) => item.url ?? []),
  }
}

/** Titles that say all that there is: that there was none, or who was appointed. */
const SAYS_ALL =
  /[无零]|没有|未(?:发生|产生|开展|收到|作出|实施)|(?<!\d)0\s*[件宗起个条人]|任命|免去|[任免]职/

/** Nothing, or words that stand for what is not there. */
const EMPTY =
  /^(?:(?:具体|详细)?(?:内容|信息|情况)?(?:请)?(?:详?见|参见|查看|下载)?(?:以下)?附件(?:\d|[一二三四])?[:：]?|(?:请)?点击(?:此处|这里|下载|查看|进入)*|(?:内容|信息|数据|栏目|页面)?(?:正在|持续|待|暂未|尚未)?(?:更新|完善|建设|维护|补充|整理|上传)中?|正文|(?:会议|相关|具体|详细)?(?:内容|情况|议题|材料)?(?:从)?略|测试|test)?[。.！!…]*$/i

/** （会议内容略）: what stands in brackets alone says no more than without them. */
function isEmpty(said: string): boolean {
  return EMPTY.test(said.replace(/^[（(【[]([^（(【[）)】\]]*)[）)】\]][。.]?$/, '$1'))
}

const DAY = /(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:[上下]午)?|20\d\d-\d{1,2}-\d{1,2}/g

/** 10月22日，市政府召开第57次常务会议。 beneath 市政府召开第57次常务会议: what was dealt with is not said. */
function isMeetingAgain(title: string, said: string): boolean {
  const [own = '', words = ''] = [title, said].map((one) => compareForm(one.replace(DAY, '')))
  return MEETING.test(title) && words.replaceAll(own, '') === ''
}

/** Other titles may say by themselves what there is to be known. */
const MEETING = /召开.{0,30}会议?$/

/** An own entry that was not had, or not to its end. */
function isUnread(site: SiteView, { url }: ColumnItem): boolean {
  if (url === null || hostOf(url) !== hostOf(site.portal.homeUrl)) return false
  const view = site.pageAt(url)
  return view === null || view.page.truncated || view.page.blocked !== null
}

/** An own article's words beneath its title, where nothing else on its page can hold what it is about. */
function saidBy(site: SiteView, { title, url }: ColumnItem): string | null {
  const view = url === null ? null : site.pageAt(url)
  if (view === null || ownPictures(site, view) > 0 || !hasWordsOnly(view)) return null
  // Without even a day, what bears the title alone is read as no article.
  const isBare = view.page.kind.value === 'other' && isNameOnly(view)
  return isBare ? '' : wordsBeneath(view, title)
}
