/**
 * Does a portal that publishes normative documents also publish the results of clearing them: which are in force, which
 * repealed, which lapsed? Told by titles and by the column of that name. Whether the list is complete is for a person.
 */
import { addDays, daysBetween } from '#base/day'
import { clip, compareForm, squash } from '#base/text'
import {
  branchOf,
  citePage,
  dayOfItem,
  defineCheck,
  documentsOf,
  hasUnreadPages,
  issuerOf,
  itemsTitled,
  searchedForDocument,
  type TitledItem,
  tooYoungFor,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { ColumnItem, Place, SiteView } from '#model/site-view'

const SUBJECT = '文件清理结果'

/** 关于废止部分规范性文件的决定, 现行有效规范性文件目录, 规范性文件清理结果 … */
const TITLE =
  /(规范性文件|政策(性)?文件|政府文件|规章).{0,16}(清理|废止|失效|现行有效|继续有效|修改.{0,6}目录)|(清理|废止|失效|现行有效|继续(有效|实施|执行)|保留|有效的?).{0,16}(规范性文件|政策(性)?文件|政府文件|规章)|规范性文件.{0,8}(目录|清单|汇编|名录|一览表)|(废止|宣布).{0,60}(等|部分|一批).{0,16}(文件|办法|规定|决定)/
/** Papers about clearing that tell no result. */
const BESIDE = /清理工作的通知|开展.{0,16}清理|清理.{0,6}(方案|培训|会议|部署)|解读/

export const clearanceMissing = defineCheck({
  id: 'disclosure/clearance-missing',
  revision: 3,
  title: '规范性文件清理结果是否公布',
  question: '制定行政规范性文件的网站，是否公布了有效、废止、失效的清理结果？',
  basis: [
    {
      document:
        '随州市人民政府办公室关于开展2023年全市政务公开工作考评暨政府网站及政务新媒体绩效评估工作的通知（2023年12月5日）',
      clause: '平台评估指标：政策文件及时清理（县市区）、发布清理结果（市直部门）',
    },
    {
      document:
        '三河市人民政府办公室关于印发《三河市2018年政务公开工作考核指标》的通知（三政办〔2018〕244号）',
      clause: '规范性文件公开：及时公开规范性文件的有效、废止、失效的情况',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['normativeDocuments'],
      meaning:
        '规范性文件的栏目类别；这些栏目有条目，或政策文件里有本机关制发的办法、规定、实施意见等，才问',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    maxAgeDays: {
      default: 730,
      meaning: '最新一次清理结果距监测日最多几天，超过的请人核对',
      source: '原文没有写周期；规范性文件定期清理一般两年一次（未经核实，可调）',
      verified: false,
    },
    minAgeDays: {
      default: 365,
      meaning: '新成立的单位，最早的规范性文件公布不到几天的，还没有什么可清理，不问',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    published: { verdict: 'pass', message: '公布了清理结果：“{words}”（{day}）' },
    outdated: {
      verdict: 'unsure',
      message: '最近的清理结果“{words}”为 {day}，距监测日 {days} 天',
      ask: '“{words}”之后是否又清理过规范性文件，结果公布在哪里？',
    },
    undated: {
      verdict: 'unsure',
      message: '公布了清理结果“{words}”，没有读出日期',
      ask: '“{words}”是哪一年的清理结果，之后是否又清理过？',
    },
    missing: {
      verdict: 'fail',
      message: '网站有 {count} 件规范性文件，没有找到有效、废止、失效的清理结果',
      claimsAbsence: true,
      ask: '规范性文件的清理结果公布在哪里，或者确实没有公布？',
    },
    'too-recent': {
      verdict: 'not-applicable',
      message: '网站的 {count} 件规范性文件最早是 {day} 的，不到 {days} 天，还没有到清理的时候',
    },
    'no-documents': {
      verdict: 'not-applicable',
      message: '没有读到本机关的规范性文件，清理结果无从判断',
    },
  },
  example: '某局“行政规范性文件”栏目有23件，各栏目里没有清理结果、废止失效目录：missing。',
  *run(site, { params, asOf }) {
    yield judge(site, asOf, params)
  },
})

type Outcome = 'published' | 'outdated' | 'undated' | 'missing' | 'too-recent' | 'no-documents'

function judge(
  site: SiteView,
  asOf: string,
  params: {
    readonly topics: readonly string[]
    readonly maxAgeDays: number
    readonly minAgeDays: number
  },
): Observation<Outcome> {
  const home = site.home ?? site.pages[0]
  const own = branchOf(site, ['documentClearance']).flatMap((column) =>
    column.items.map((item): TitledItem => ({ item, column })),
  )
  const found = [...own, ...itemsTitled(site, TITLE)].filter(({ item }) => !BESIDE.test(item.title))
  const days = found
    .map(({ item }) => ({ item, day: dayOfItem(site, item)?.day ?? null }))
    .filter(({ day }) => day === null || day <= asOf)
    .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1))
  const [newest] = days
  if (newest) {
    const words = clip(newest.item.title, 60)
    const evidence = [newest.item.place]
    if (newest.day === null)
      return { outcome: 'undated', subject: SUBJECT, facts: { words }, evidence }
    const age = daysBetween(newest.day, asOf)
    return {
      outcome: age <= params.maxAgeDays ? 'published' : 'outdated',
      subject: SUBJECT,
      facts: { words, day: newest.day, days: age },
      measure: { value: age, unit: 'days' },
      evidence,
    }
  }
  const listed = branchOf(site, params.topics)
    .flatMap((column) => column.items)
    .filter((item) => !isOfOthers(site, item))
  const documents = listed.length > 0 ? listed.map(({ place }) => place) : ownByForm(site)
  const [first] = documents
  if (first === undefined)
    return {
      outcome: 'no-documents',
      subject: SUBJECT,
      evidence: home === undefined ? [] : [citePage(home)],
    }
  const [oldest = ''] = listed.map((item) => dayOfItem(site, item)?.day ?? '').sort()
  const young = addDays(asOf, -params.minAgeDays)
  const isNew = tooYoungFor(site, Number(young.slice(0, 4)) - 1) !== null
  const isWhole = branchOf(site, params.topics).every(
    (column) => column.coverage === 'complete' && !hasUnreadPages(site, column),
  )
  if (oldest > young && isNew && isWhole)
    return {
      outcome: 'too-recent',
      subject: SUBJECT,
      facts: { count: documents.length, day: oldest, days: params.minAgeDays },
      evidence: [first],
    }
  return {
    outcome: 'missing',
    subject: SUBJECT,
    facts: { count: documents.length },
    evidence: [first],
    coverage: searchedForDocument(site, [
      ...site.columnsOf('normativeDocuments'),
      ...site.columnsOf('policyDocuments'),
      ...site.columnsOf('documentClearance'),
    ]),
  }
}

const SUPERIOR =
  /^(?:国务院|国家|全国|中央|中共中央|中华人民共和国|最高|[\u4e00-\u9fff]{1,8}(?:省|自治区|部)|[\u4e00-\u9fff]{2,10}(?:厅|总局|署))/

/** A rule of a superior office that a lower one lists too: by its page, else by whom its title names first. */
function isOfOthers(site: SiteView, { title, url }: ColumnItem): boolean {
  const view = url === null ? null : site.pageAt(url)
  const issuer = compareForm(view?.page.document?.issuer ?? '')
  const names = [site.agency.name, site.portal.name].map(compareForm)
  if (issuer !== '') return !names.some((name) => name.includes(issuer) || issuer.includes(name))
  const named = compareForm(SUPERIOR.exec(squash(title))?.[0] ?? '')
  return named !== '' && !names.some((name) => name.startsWith(named) || named.startsWith(name))
}

/** Titles that only a normative document bears; where no column of its own holds them, those the agency issued itself. */
const FORM = /办法|规定|细则|规则|实施意见|(暂行|试行)[）)]?$/

function ownByForm(site: SiteView): readonly Place[] {
  return documentsOf(site, ['policyDocuments'])
    .filter((document) => FORM.test(document.title) && issuerOf(site, document) === 'own')
    .map(({ view }) => citePage(view))
}
