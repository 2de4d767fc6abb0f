/**
 * Does the application form for disclosure on request open? The files offered as 申请表 on the request and guide pages:
 * dead after two visits (or answered with a page that says so), torn, empty (no byte, or an office file with neither word nor picture), without a word, plainly another paper, or live. Whether the form asks for the right things is for a person.
 */
import { clip } from '#base/text'
import {
  citeColumn,
  citePage,
  defineCheck,
  isForeignBody,
  isGone,
  isTorn,
  listed,
  saysFailed,
  viewsOf,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { LinkTarget, PageView, Place, SiteView } from '#model/site-view'

const SUBJECT = '申请表'
const FORM = /申请(?:登记)?表|表格下载|申请表?格式|申请书|申请.{0,6}(?:样表|表格|样本)/

export const formBroken = defineCheck({
  id: 'request/form-broken',
  revision: 9,
  title: '依申请公开申请表能否下载',
  question: '依申请公开栏目和公开指南提供的申请表能否打开，是不是空文件或别的文件？',
  basis: [
    {
      document: '双鸭山市2019年政务公开考核指标',
      clause: '依申请公开：申请表下载功能；申请渠道畅通情况',
    },
    {
      document: '随州市2023年政务公开考核方案 附件1',
      clause: '申请接收渠道指引规范性',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['disclosureRequest', 'ogiGuide'],
      meaning: '提供申请表的栏目类别，放在一起看',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
  },
  outcomes: {
    opens: { verdict: 'pass', message: '申请表能打开：{names}' },
    broken: {
      verdict: 'fail',
      message:
        '{forms} 个申请表中有 {count} 个失效，两次访问都不存在，或只得到错误、登录的提示：{names}',
      ask: '所列申请表在浏览器中是否确实下载不了？',
    },
    torn: {
      verdict: 'fail',
      message: '申请表能下载，文件却残缺打不开：{names}',
      ask: '所列申请表下载后是否确实打不开？',
    },
    empty: {
      verdict: 'fail',
      message: '申请表是空文件，里面没有内容：{names}',
      ask: '所列申请表下载后是否确实没有内容？',
    },
    'other-paper': {
      verdict: 'fail',
      message: '下载到的不是本单位这种申请表，而是别的文件（开头是“{words}”）：{names}',
      ask: '所列链接下载到的是不是信息公开申请表？',
    },
    wordless: {
      verdict: 'unsure',
      message: '申请表能下载，但没有读出一个字：{names}',
      ask: '打开所列申请表，是不是空白文件（表格也可能是图片或文本框）？',
    },
    'not-visited': {
      verdict: 'unsure',
      message: '有 {forms} 个申请表，本次没有得到文件：{names}',
      ask: '所列申请表能否下载打开？',
    },
    'no-form': {
      verdict: 'not-applicable',
      message: '没有读到申请表文件的链接（是否提供由功能检查判断）',
    },
  },
  example: '指南里“申请表.doc”两次访问都是404：申请表 broken。',
  *run(site, { params }) {
    const columns = params.topics.flatMap((topic) => site.columnsOf(topic))
    const views = [...new Set(columns.flatMap((column) => viewsOf(site, column)))]
    const forms = formsOn(site, views)
    const [column] = columns
    const where = views[0] ?? site.home ?? site.pages[0]
    if (forms.length > 0) yield* judge(site, forms)
    else if (column !== undefined || where !== undefined)
      yield {
        outcome: 'no-form',
        subject: SUBJECT,
        evidence:
          where !== undefined
            ? [citePage(where)]
            : column !== undefined
              ? citeColumn(site, column)
              : [],
      }
  },
})

interface Form {
  readonly target: LinkTarget
  readonly place: Place
}

const OFFICE: ReadonlySet<string> = new Set(['doc', 'docx', 'xls', 'xlsx', 'rtf'])
const SPEECHLESS: ReadonlySet<string> = new Set(['text', 'no-text-layer'])

/** What any form to be filled in by an applicant asks for. */
const ASKS = /申请|姓\s*名|证件|联系(?:电话|人|方式)|签\s*(?:名|字|章)|所需|填\s*(?:表|写)/
/** What another paper begins with. */
const PAPER = /(?:通知|公告|通报|意见|方案|办法|报告|决定|批复|规定|纪要|函)$/
const LEAST_PAPER = 60
const HEAD_LINES = 6
/** 临时救助申请审批表: a form to be filled in for something else, which never speaks of information or disclosure. */
const OTHER_FORM =
  /^(?!(?:附件\d*|申请|登记|个人|公民|单位|法人)*(?:申请|登记|审批)*表?$)[^，。；]{2,24}(?:(?:申请|审批|登记|备案|报名|申报)[^，。；]{0,6}表|申请书)(?:[（(][^）)]*[）)])?$/
const OF_DISCLOSURE =
  /信息公开|公开[^，。；\n]{0,6}信息|(?:所需|政府|申请|获取)[^，。；\n]{0,6}信息|信息(?:的)?(?:内容|名称|描述|索引|索取)|公开申请/

/** 某县人民政府政府信息公开申请表 */
const WHOSE =
  /^([\u4e00-\u9fff]{3,24}?(?:人民政府|[局厅]|委员会|办公室|办事处))(?:机关)?(?:政府)?信息公开申请/
/** For whom a link names the form, and for whom the form says in brackets that it is. */
const FOR_WHOM: readonly (readonly [words: RegExp, head: RegExp])[] = [
  [/公民|个人|自然人/, /[（(][^）)]*(?:公民|个人|自然人)[^）)]*[）)]/],
  [/法人|组织/, /[（(][^）)]*(?:法人|组织)[^）)]*[）)]/],
]

/** The first line of a form that is another body's, or for whom the link does not name. */
function headOfOthers(site: SiteView, { target, place }: Form): string | null {
  const text = site.pageAt(target.url)?.page.file?.text ?? ''
  const [head = ''] = text.split('\n').filter((line) => line.trim() !== '')
  const title = head.trim().replace(/\s/g, '')
  const whose = WHOSE.exec(title)?.[1]
  if (whose !== undefined && isForeignBody(site, whose)) return title
  const named = FOR_WHOM.filter(([words]) => words.test(place.quote))
  const meant = FOR_WHOM.filter(([, head]) => head.test(title))
  const swapped = named.length === 1 && meant.length === 1 && named[0] !== meant[0]
  return swapped && /申请表/.test(title) && title.length <= LONGEST_TITLE ? title : null
}
const LONGEST_TITLE = 40
const ONLY_TITLE = /^[^\s]{0,24}申请(?:登记)?表(?:[（(][^）)\s]*[）)])?$/

/** The first lines of a file that is surely another paper: titled as one, and asking nothing of an applicant. */
function headOfOther(site: SiteView, { url }: LinkTarget): string | null {
  const file = site.pageAt(url)?.page.file
  if (file?.state !== 'text' || file.truncated) return null
  const lines = file.text.split('\n').map((line) => line.trim())
  const head = lines.filter((line) => line !== '').slice(0, HEAD_LINES)
  if (!OF_DISCLOSURE.test(file.text)) {
    const other = head.find((line) => OTHER_FORM.test(line))
    if (other !== undefined) return other
  }
  if (ASKS.test(file.text) || file.text.replace(/\s/g, '').length < LEAST_PAPER) return null
  return head.find((line) => PAPER.test(line)) ?? null
}

type Outcome = 'opens' | 'broken' | 'torn' | 'empty' | 'other-paper' | 'wordless' | 'not-visited'

/** Fault by fault: of the forms of several bodies one is dead and another empty. */
function judge(site: SiteView, forms: readonly Form[]): readonly Observation<Outcome>[] {
  const of = (fits: (target: LinkTarget) => boolean): readonly Form[] =>
    forms.filter(({ target }) => fits(target))
  const isDead = ({ visit, firstVisit }: LinkTarget): boolean =>
    visit !== null && firstVisit !== null && isGone(visit) && isGone(firstVisit)
  const broken = of((target) => isDead(target) || saysFailed(site, target))
  const torn = of((target) => isTorn(site, target))
  const live = of(
    ({ url, visit }) =>
      visit?.state === 'stored' &&
      visit.blocked === null &&
      visit.status < 400 &&
      visit.missing !== true &&
      (visit.empty === true || !isPage(site, url)),
  )
  const empty = live.filter(({ target }) => {
    const file = site.pageAt(target.url)?.page.file
    const isTitle = file?.state === 'text' && ONLY_TITLE.test(file.text.trim())
    const blank = file !== undefined && OFFICE.has(file.kind) && (file.state === 'empty' || isTitle)
    return blank || (target.visit?.state === 'stored' && target.visit.empty === true)
  })
  const wordless = live.filter(({ target }) => {
    const file = site.pageAt(target.url)?.page.file
    // A scanned form is a picture by nature; an office file without a word is hardly one.
    return (
      file !== undefined && OFFICE.has(file.kind) && SPEECHLESS.has(file.state) && !file.text.trim()
    )
  })
  const others = live.filter((one) => headOfOther(site, one.target) !== null)
  // Beside a form that is one, another paper is an enclosure, but not what is called a form for disclosure.
  const strange = live.filter(
    (one) =>
      headOfOthers(site, one) !== null ||
      (others.includes(one) && /信息公开|公民|法人/.test(one.place.quote)),
  )
  const faults: readonly (readonly [Outcome, string, readonly Form[]])[] = [
    ['broken', SUBJECT, broken],
    ['torn', `${SUBJECT}：残缺`, torn],
    ['empty', `${SUBJECT}：空文件`, empty],
    ['other-paper', `${SUBJECT}：别的文件`, others.length === live.length ? others : strange],
  ]
  const told = faults.filter(([, , some]) => some.length > 0)
  if (told.length > 0)
    // The first keeps the plain subject, by which a person's answer finds it again.
    return told.map(([outcome, subject, some], i) =>
      tell(site, forms, outcome, i === 0 ? SUBJECT : subject, some),
    )
  if (wordless.length > 0) return [tell(site, forms, 'wordless', SUBJECT, wordless)]
  if (live.length > 0) return [tell(site, forms, 'opens', SUBJECT, live)]
  return [tell(site, forms, 'not-visited', SUBJECT, forms)]
}

function tell(
  site: SiteView,
  forms: readonly Form[],
  outcome: Outcome,
  subject: string,
  shown: readonly Form[],
): Observation<Outcome> {
  return {
    outcome,
    subject,
    facts: {
      forms: forms.length,
      count: shown.length,
      words: clip(
        shown
          .map((one) => headOfOther(site, one.target) ?? headOfOthers(site, one))
          .find(Boolean) ?? '',
        40,
      ),
      names: listed(
        shown.map(({ place }) => place.quote),
        4,
      ),
      targets: shown.slice(0, 20).map(({ target }) => target.url),
    },
    evidence: shown.slice(0, 8).map(({ place }) => place),
  }
}

/** The address answered with a page of the portal; whether it leads on to a file is for a person. */
function isPage(site: SiteView, url: string): boolean {
  const page = site.pageAt(url)?.page
  return page !== undefined && page.kind.value !== 'file' && page.template !== ''
}

/** Files, not pages, under words that name a form. */
function formsOn(site: SiteView, views: readonly PageView[]): readonly Form[] {
  const pages = new Set(views.map(({ page }) => page.url))
  return site.links.flatMap((target): Form[] => {
    if (!target.isAttachment) return []
    const link = target.from.find(({ url, text }) => pages.has(url) && FORM.test(text))
    if (link !== undefined)
      return [{ target, place: { url: link.url, at: link.at, quote: link.text } }]
    const rows = views.flatMap(({ page }) =>
      page.attachments.flatMap(({ url, row }) =>
        row !== undefined && url === target.url && FORM.test(row.quote)
          ? [{ url: page.url, at: row.at, quote: row.quote }]
          : [],
      ),
    )
    const [place] = rows
    return place === undefined ? [] : [{ target, place }]
  })
}
