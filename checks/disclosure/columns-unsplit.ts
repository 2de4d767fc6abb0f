/**
 * Are the columns that gather much split into sub-columns by kind or level? Counts the columns of each topic and asks
 * where there is only one with much in it. Whether the split makes sense, and whether the contents fit the names, is
 * for a person.
 */
import { placeKey } from '#base/url'
import {
  ColumnTree,
  citeColumn,
  citePage,
  defineCheck,
  isGovernment,
  isTown,
  listed,
  ownPart,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, SiteView } from '#model/site-view'

export const columnsUnsplit = defineCheck({
  id: 'disclosure/columns-unsplit',
  revision: 6,
  title: '栏目是否分类设置',
  question: '内容较多的栏目，是否按层级、类型或业务分设下级栏目？',
  basis: [
    {
      document:
        '随州市人民政府办公室关于开展2023年全市政务公开工作考评暨政府网站及政务新媒体绩效评估工作的通知（2023年12月5日）',
      clause:
        '绩效评估方案附件1、附件2，概况信息、领导信息、动态要闻、政策文件、数据发布、数据开放各行评分细则1：栏目体系合理，分类设置栏目',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: [
        'news',
        'policyDocuments',
        'statistics',
        'institution',
        'leaders',
        'overview',
        'openData',
        'serviceGuide',
      ],
      meaning: '要看是否分类的栏目类别',
      source: '随州2023年绩效评估指标各行',
      verified: true,
    },
    minColumns: {
      default: 2,
      meaning: '至少几个栏目才算分了类（年份栏目不算）',
      source: '本工具的默认值，可调',
      verified: false,
    },
    fewItems: {
      default: 20,
      meaning: '不超过多少条的栏目不问；没有条目的单页只问政府网站',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    split: { verdict: 'pass', message: '“{subject}”类有 {count} 个栏目：{names}' },
    flat: {
      verdict: 'unsure',
      message: '“{subject}”类没有分设下级栏目，只有“{names}”（{items} 条）',
      ask: '“{names}”是否需要按层级或类型分设栏目？页面里是否已用标签、筛选等方式分类？',
    },
    'no-columns': {
      verdict: 'not-applicable',
      message: '没有需要分类的栏目（没有设、指向站外或内容不多）',
    },
  },
  example: '某局只有一个“工作动态”，共160条，没有下级栏目：动态要闻 flat。',
  *run(portal, { params, topicName }) {
    // Seven columns of as many units are no split of the portal's own.
    const site = ownPart(portal)
    let judged = false
    for (const topic of params.topics) {
      const answer = judge(site, topic, params)
      if (answer === null) continue
      judged = true
      yield { ...answer, subject: topicName(topic) }
    }
    const first = site.home ?? site.pages[0]
    if (!judged && first !== undefined)
      yield { outcome: 'no-columns', subject: '栏目分类', evidence: [citePage(first)] }
  },
})

/** What stands beneath a topic's columns and is no kind of it: interpretations and lists of the repealed are no documents. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  policyDocuments: ['policyInterpretation', 'documentClearance', 'consultation'],
  news: ['notices', 'policyInterpretation'],
}

/** Fewer may be the head alone. */
const LEADERS_NAMED = 2

/** One page tells what the body is and does; what is beneath a page of services, its links do. */
const ONE_PAGE: ReadonlySet<string> = new Set(['institution', 'serviceGuide'])

interface Limits {
  readonly minColumns: number
  readonly fewItems: number
}

function judge(
  site: SiteView,
  topic: string,
  limits: Limits,
): Omit<Observation<'split' | 'flat'>, 'subject'> | null {
  const tree = new ColumnTree(site)
  const own = site.columnsOf(topic).filter((column) => column.kind === 'local')
  const branch = [...new Set(own.flatMap((column) => [column, ...tree.descendants(column)]))]
  const columns = distinctPlaces(branch).filter((column) => !/(19|20)\d\d/.test(column.name))
  const [top] = own
  if (top === undefined) return null
  // A column that only gathers others is not one of the kinds.
  const kinds = columns.filter(
    (column) =>
      !(BESIDE[topic] ?? []).includes(column.topic?.value ?? '') &&
      (column.items.length > 0 || !columns.some((one) => one.parent === column.id)),
  )
  const count = Math.max(kinds.length, 1)
  const items = branch.reduce((sum, column) => sum + column.items.length, 0)
  if (count >= limits.minColumns)
    return {
      outcome: 'split',
      facts: { count, names: listed(kinds.map((column) => column.name)), items },
      measure: { value: count, unit: 'count' },
      evidence: kinds.flatMap((column) => [...citeColumn(site, column)]).slice(0, 8),
    }
  // A blank one is told of where columns are judged.
  if (items === 0 && branch.every((column) => column.empty || column.underConstruction)) return null
  if (items <= limits.fewItems && !(items === 0 && isGovernment(site))) return null
  if (items === 0 && (ONE_PAGE.has(topic) || isTown(site))) return null
  // A page that hands out the data sets themselves is the catalogue of them.
  if (topic === 'openData' && items === 0 && branch.some((column) => offersFiles(site, column)))
    return null
  // One page that names the leaders with their posts is in their order already.
  const pages = new Set(branch.map((column) => placeKey(column.url)))
  const posted = site.leaders.filter(
    ({ post, place }) => post !== null && pages.has(placeKey(place.url)),
  )
  if (topic === 'leaders' && items === 0 && posted.length >= LEADERS_NAMED) return null
  // So are pages of their own behind the portraits.
  const led = new Set(branch.flatMap((column) => leadsTo(site, column)))
  const behind = site.leaders.filter(({ place }) => led.has(placeKey(place.url)))
  if (topic === 'leaders' && items === 0 && behind.length >= LEADERS_NAMED) return null
  return {
    outcome: 'flat',
    facts: { count, names: top.name, items },
    measure: { value: count, unit: 'count' },
    evidence: citeColumn(site, top),
  }
}

function offersFiles(site: SiteView, column: Column): boolean {
  return (site.pageAt(column.url)?.page.attachments.length ?? 0) > 0
}

/** Where the links of the column's own page lead, as keys of places. */
function leadsTo(site: SiteView, column: Column): readonly string[] {
  return (site.pageAt(column.url)?.page.links ?? []).map(({ url }) => placeKey(url))
}

function distinctPlaces(columns: readonly Column[]): readonly Column[] {
  const byKey = new Map(columns.map((column) => [placeKey(column.url), column]))
  return [...byKey.values()]
}
