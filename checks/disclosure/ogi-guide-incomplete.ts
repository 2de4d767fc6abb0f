/**
 * Does the disclosure guide say what the Regulations ask of it? One finding per element; one for the guides of the portal's
 * units, each judged by its own. Whether what it says is right (a telephone that answers) is for a person.
 */
import {
  COMPLAINT_PHONE,
  citePage,
  defineCheck,
  judgeElements,
  labelledElements,
  listed,
  type Member,
  OFFICE_ADDRESS,
  OFFICE_HOURS,
  type OwedElement,
  otherBodyIn,
  ownPagesOf,
  spokenFor,
  TELEPHONE,
  titledForOthers,
  type UnevenElement,
  unevenAmong,
  unevenUnits,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, PageView, SiteView } from '#model/site-view'

const ELEMENTS: readonly OwedElement[] = [
  {
    name: '信息分类和编排',
    within:
      /分类|编排|类别|(?:按照?|依照?)[^，。；\n]{0,24}(?:排列|归类|编列)|编有?索引号?|分为.{0,12}类|目录由.{2,40}(?:组成|构成)|公开(?:的)?范围/,
  },
  {
    name: '获取方式',
    // 为方便公众获取政府信息，编制本指南 tells no way.
    within:
      /(?<!(?:为|方便|便于|便利|保障|依法|帮助)[^。；\n]{0,30})获取|获取(?:的)?(?:方式|途径|渠道|方法|形式)|查阅|公开(?:的)?(?:形式|方式|途径|渠道|载体)/,
  },
  {
    name: '机构名称',
    valued: true,
    labels: ['receiver', 'unitName'],
    within:
      /(?:受理|接收)[^\n，。]{0,16}(?:部门|机构|机关|单位)(?!依法|应当)|由[^\n，。]{0,16}(?:办公室|科|处|股|中心|室)[^\n，。]{0,6}(?:负责|受理|承办)|地[址点][:：\t][^\n，。；]{0,30}(?:局|委|厅|院|政府|镇|乡|街道|办事处|本机关)[^\n，。；]{0,4}(?:办公室|科|处|股|中心)|[\u4e00-\u9fff]{2,}(?:办公室|科|处|股|中心)(?:[（(][^）)\n]{1,16}[）)])?(?:是|为|作为|负责|承担)/,
  },
  { name: '办公地址', ...OFFICE_ADDRESS },
  OFFICE_HOURS,
  { ...TELEPHONE, except: COMPLAINT_PHONE },
  {
    name: '传真',
    valued: true,
    labels: ['fax'],
    within: /\bfax\b/i,
    // 可以邮寄、传真或者在线提交: a channel without its number.
    unless: /\s*(?:或|、|，|,|和|及|与|等|方式|渠道|申请|提交|提出)(?![^。；\n]{0,20}\d{3})/,
  },
  {
    name: '互联网联系方式',
    valued: true,
    labels: ['email'],
    within: /QQ|官方?网站\s*[:：]|e-?mail|\w@\w|网\s*址|https?:\/\/|www\./i,
  },
]

export const ogiGuideIncomplete = defineCheck({
  id: 'disclosure/ogi-guide-incomplete',
  revision: 29,
  title: '政府信息公开指南内容是否齐全',
  question:
    '政府信息公开指南是否写明信息分类、获取方式和公开工作机构的名称、地址、时间、电话、传真、网络联系方式？',
  basis: [
    {
      document: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
      clause: '第十二条：公开指南应当包括的内容（二手）',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['ogiGuide'],
      meaning: '按公开指南判断的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    elements: {
      default: ELEMENTS.map((element) => element.name),
      meaning: '公开指南必须写明的内容',
      source: '政府信息公开条例第十二条（二手）',
      verified: false,
    },
  },
  outcomes: {
    present: { verdict: 'pass', message: '“{column}”写明了{element}：{words}' },
    missing: {
      verdict: 'fail',
      message: '“{column}”没有写明{element}',
      claimsAbsence: true,
      ask: '公开指南（含附件、图片）里是否确实没有这一项？',
    },
    'other-body': {
      verdict: 'fail',
      message: '公开指南写的机关是“{said}”，没有一处写到本单位',
      ask: '公开指南是不是从“{said}”照搬而来、没有改名称？',
    },
    'units-missing': {
      verdict: 'fail',
      message: '{judged} 个单位各有公开指南，其中 {count} 个没有写明多数单位都写了的内容：{names}',
      claimsAbsence: true,
      ask: '所列单位的公开指南（含附件、图片）里是否确实没有这些内容？',
    },
    'unit-other': {
      verdict: 'fail',
      message: '“{unit}”的公开指南写的机关是“{said}”，没有一处写到本单位',
      ask: '“{unit}”的公开指南是不是从“{said}”照搬而来、没有改名称？',
    },
    'units-unclear': {
      verdict: 'unsure',
      message: '{judged} 个单位各有公开指南，其中 {count} 个没有读到这些内容：{names}',
      ask: '所列单位的公开指南里是否确实没有这些内容，还是在附件、图片里或统一写在别处？',
    },
    elsewhere: {
      verdict: 'unsure',
      leadsOutside: true,
      message: '“{column}”指向站外（{target}），没有检查其内容',
      ask: '站外的公开指南是否写明了各项内容？',
    },
    unread: {
      verdict: 'unsure',
      message: '“{column}”没有读到可以判断的文字：{reason}',
      ask: '请打开公开指南，是否写明了各项内容？',
    },
    'no-column': {
      verdict: 'not-applicable',
      message: '没有识别出公开指南栏目（是否应设由栏目检查判断）',
    },
  },
  example: '某局公开指南写了地址、电话和邮箱，没有传真：公开指南：传真 missing。',
  *run(site, { params, labels }) {
    const { columns, others } = ownPagesOf(site, params.topics)
    const wanted = labelledElements(labels, ELEMENTS, params.elements)
    yield* judgeElements(site, columns, wanted, '公开指南', others)
    yield* copiedFrom(site, columns)
    // Guides that one column gathers are told apart by their titles.
    const gathered = titledForOthers(site, [...others]).filter(({ view }) => isText(view))
    const branches = unevenUnits(site, params.topics, wanted)
    yield* judgeUnits(
      [...branches.judged, ...gathered],
      [...branches.uneven, ...unevenAmong(site, gathered, wanted, 0)],
    )
  },
})

/** A title and a file alone are not judged by what they do not say. */
const isText = ({ page }: PageView): boolean => page.text.length >= LEAST_TEXT
const LEAST_TEXT = 40

/** Units of whom so many print an element leave no doubt that each was to print it. */
const LEAST_UNITS = 2

/** The guides of units beside the portal's own, in two findings: what most of them print, and what few or none do. */
function* judgeUnits(
  judged: readonly Member[],
  uneven: readonly UnevenElement[],
): Generator<Observation<'unit-other' | 'units-missing' | 'units-unclear'>> {
  for (const { name, view } of judged) {
    const { title, text } = view.page
    const others = judged.flatMap((one) => (one.name === name ? [] : [one.name]))
    const said = spokenFor(`${title ?? ''}\n${text.excerpt}`, name, others)
    if (said !== null && text.length <= text.excerpt.length)
      yield {
        outcome: 'unit-other',
        subject: `公开指南：${name}`,
        facts: { unit: name, said },
        evidence: [citePage(view)],
      }
  }
  const sure = new Map<Member, string[]>()
  const open = new Map<Member, string[]>()
  for (const { element, printing, lacking, doubtful } of uneven) {
    const most = printing.length > Math.max(LEAST_UNITS - 1, lacking.length + doubtful.length)
    for (const member of [...lacking, ...doubtful]) {
      const known = most && lacking.includes(member) ? sure : open
      known.set(member, [...(known.get(member) ?? []), element])
    }
  }
  for (const [outcome, subject, found] of [
    ['units-missing', '各单位的公开指南', sure],
    ['units-unclear', '各单位的公开指南：待核', open],
  ] as const) {
    if (found.size === 0) continue
    const names = [...found].map(([{ name }, missed]) => `“${name}”缺${missed.join('、')}`)
    const views = [...found.keys()].map(({ view }) => view)
    yield {
      outcome,
      subject,
      facts: { judged: judged.length, count: found.size, names: listed(names, 8) },
      measure: { value: found.size, unit: 'count' },
      evidence: views.slice(0, 8).map(citePage),
      pages: views.map(({ page }) => page.url),
      ...(outcome === 'units-missing' ? { coverage: WHOLE } : {}),
    }
  }
}

/** Whose information is to be had, whose guide it is: not who takes in requests or hears complaints. */
const KEEPER =
  /(?:获取|《|机构名称[：:]|编制(?:机关|单位)[：:])([\u4e00-\u9fff]{2,16}?[局厅])(?=(?:的|主动公开的)?政府信息|信息公开指南|$|[，。（(])/g

/** A guide that names another office alone, on its own page. */
function* copiedFrom(
  site: SiteView,
  columns: readonly Column[],
): Generator<Observation<'other-body'>> {
  for (const { kind, url } of columns) {
    const view = kind === 'local' ? site.pageAt(url) : null
    if (view === null || view.page.text.length > view.page.text.excerpt.length) continue
    const said = otherBodyIn(site, view.page.text.excerpt, KEEPER)
    if (said === null) continue
    yield {
      outcome: 'other-body',
      subject: '公开指南：编制机关',
      facts: { said },
      evidence: [{ url: view.page.url, at: null, quote: said }],
    }
    return
  }
}
