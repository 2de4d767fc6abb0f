/**
 * Does the portal tell an applicant where and how to ask: office, address, post code, hours, telephone, and that asking
 * in person and by post are open? Looked for in the request column and the disclosure guide together. Whether the
 * office answers is for a person.
 */
import { clip } from '#base/text'
import {
  COMPLAINT_PHONE,
  defineCheck,
  type Element,
  isPlaceholder,
  judgeElements,
  labelledElements,
  OFFICE_ADDRESS,
  OFFICE_HOURS,
  type OwedElement,
  ownPagesOf,
  ownPart,
  partOf,
  refusedIn,
  says,
  TELEPHONE,
  titledForOthers,
  unitsOf,
  viewsOf,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { PageView, Place, SiteView } from '#model/site-view'

const ELEMENTS: readonly OwedElement[] = [
  {
    name: '受理机构',
    valued: true,
    labels: ['receiver', 'recipient', 'unitName'],
    within:
      /(?:受理|接收)[^\n，。]{0,16}的?(?:部门|机构|机关|单位)|受理\s?[：:][^\n，。；]{0,20}(?:办公室|科|处|股|中心|室)|(?:由|向)[^\n，。]{0,16}(?:办公室|科|处|股|中心|室)[^\n，。]{0,6}(?:负责|受理|承办|提出|申请|递交|提交)|向(?![^\n，。]{0,16}(?:各级|有关|相关|部门))[^\n，。]{2,16}(?:局|委员会|厅|人民政府|管委会|办事处)(?:书面)?(?:提出|递交|提交|申请)|地[址点][:：\t][^\n，。；]{0,30}(?:局|委|厅|院|政府|镇|乡|街道|办事处)[^\n，。；]{0,4}(?:办公室|科|处|股|中心)/,
  },
  { name: '地址', ...OFFICE_ADDRESS },
  {
    name: '邮政编码',
    valued: true,
    notIn: 'charts',
    labels: ['postcode'],
    within: /[号楼室层栋座院路街][^\n。；]{0,16}[（(]\s*\d{6}\s*[）)]/,
  },
  OFFICE_HOURS,
  { ...TELEPHONE, except: COMPLAINT_PHONE },
  {
    name: '当面提交',
    notIn: 'charts',
    within:
      /(?<!不(?:再|予)?(?:受理|接受|接收|支持|开放)[^，。；\n]{0,14})(?:当面|当场(?:书面|口头)?(?:提出|提交|申请|填写|办理)|现场|来人|(?:亲自|本人|自行)(?:前往|到|送)|(?:上门|专人|直接|自行|亲自)(?:申请|提交|递交|递送|送达|报送|提出|前往|到)|面交|(?:可以?|能|选择)[^。；\n]{0,8}(?:上门|到场|亲临)|窗口(?:受理|办理|申请|提交|接收|递交)|[到在至去][^\n，。]{0,12}大厅[^\n，。]{0,8}(?:申请|提交|递交|填写|办理|提出)|(?:前往|到|至|去).{0,12}(?:窗口|办公室|受理点|接待(?:室|点)))/,
  },
  {
    name: '邮政寄送',
    // In a form 通信地址 is asked of the applicant: the office's own has a value behind it.
    notIn: 'charts',
    within:
      /(?<!不(?:再|予)?(?:受理|接受|接收|支持|开放)[^，。；\n]{0,14})(?:邮寄|寄送|寄[至到往给信]|信函|书信|函件|来函|挂号|快递|特快|EMS|邮政(?!编|网)|来信|通[信讯]地址[^\n]{0,3}[:：\t ][^\n]*[路街道巷号])/i,
  },
]

export const guideIncomplete = defineCheck({
  id: 'request/guide-incomplete',
  revision: 31,
  title: '依申请公开受理渠道是否写明',
  question:
    '依申请公开栏目或公开指南是否写明受理机构、地址、邮编、时间、电话和当面、邮寄两种基本渠道？',
  basis: [
    {
      document: '国办公开办函〔2017〕19号',
      clause: '当面提交和邮政寄送是基本渠道，开通的渠道和注意事项应当在公开指南中写明',
    },
    {
      document: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
      clause: '第十二条：公开指南写明机构名称、办公地址、办公时间、联系电话等（二手）',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['disclosureRequest', 'ogiGuide'],
      meaning: '写明受理渠道的栏目类别，放在一起找',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    elements: {
      default: ELEMENTS.map((element) => element.name),
      meaning: '应当写明的内容',
      source: '国办公开办函〔2017〕19号；条例第十二条（二手）',
      verified: false,
    },
  },
  outcomes: {
    present: { verdict: 'pass', message: '“{column}”写明了{element}：{words}' },
    missing: {
      verdict: 'fail',
      message: '“{column}”没有写明{element}',
      claimsAbsence: true,
      ask: '依申请公开栏目和公开指南（含附件、图片）里是否确实没有这一项？',
    },
    'label-blank': {
      verdict: 'fail',
      message: '“{column}”印着“{words}”，后面没有填内容',
      ask: '所引的项目后面是否确实没有内容（不是给申请人填写的空栏）？',
    },
    refused: {
      verdict: 'fail',
      message: '“{column}”写着不受理当面或邮寄的申请：{words}',
      ask: '所引的话是不是针对政府信息公开申请说的？',
    },
    unlisted: {
      verdict: 'unsure',
      message: '公开指南写明了{element}（{words}），依申请公开栏目列出的申请方式里没有：{listed}',
      ask: '申请人照依申请公开栏目办，{element}的申请收不收？两处写法应以哪一处为准？',
    },
    elsewhere: {
      verdict: 'unsure',
      leadsOutside: true,
      message: '“{column}”指向站外（{target}），没有检查其内容',
      ask: '站外页面是否写明了受理渠道？',
    },
    unread: {
      verdict: 'unsure',
      message: '“{column}”没有读到可以判断的文字：{reason}',
      ask: '请打开依申请公开栏目，受理渠道是否写明？',
    },
    'no-column': {
      verdict: 'not-applicable',
      message: '没有识别出依申请公开和公开指南栏目（是否应设由栏目检查判断）',
    },
  },
  example: '某局写了受理机构、电话和在线申请，没有说可以当面提交：受理渠道：当面提交 missing。',
  *run(site, { params, labels }) {
    const { columns, views, others } = ownPagesOf(site, params.topics)
    const wanted = labelledElements(labels, ELEMENTS, params.elements)
    const answers = [...judgeElements(site, columns, wanted, '受理渠道', others)]
    const isBasic = ({ subject }: { subject: string }): boolean => /当面提交|邮政寄送/.test(subject)
    // Where a channel is said to be lacking, its refusal is the same fault.
    const lacks = answers.some((one) => one.outcome === 'missing' && isBasic(one))
    const refused = lacks ? [] : [...refusal(views)]
    const listing = refused.length > 0 ? null : channelsListed(site, others)
    // What one page refuses is not open because another names it.
    for (const answer of answers)
      if (refused.length > 0 && isBasic(answer)) continue
      else if (listing !== null && answer.outcome === 'present' && isBasic(answer))
        yield orUnlisted(site, listing, answer)
      else yield answer
    yield* refused
    for (const element of wanted) yield* blankLabel(views, others, element, answers)
    // What a unit's own pages refuse, its own or the portal's other pages do not open.
    const told = new Set(views.map(({ page }) => page.url))
    const ofUnits = unitsOf(site).map((unit) => {
      const part = partOf(site, unit)
      const columns = params.topics.flatMap((topic) => part.columnsOf(topic))
      return { name: unit.name, pages: columns.flatMap((column) => [...viewsOf(part, column)]) }
    })
    const gathered = titledForOthers(site, [...others]).map(({ name, view }) => ({
      name,
      pages: [view],
    }))
    const named = new Set<string>()
    for (const { name, pages } of [...ofUnits, ...gathered])
      for (const one of refusal(pages.filter(({ page }) => !told.has(page.url)))) {
        if (!named.has(name))
          yield {
            ...one,
            subject: `受理渠道：拒收（${name}）`,
            facts: { ...one.facts, column: name },
          }
        named.add(name)
      }
  },
})

/** 申请方式, 提交申请的渠道: what announces the channels, and what they are called. */
const ANNOUNCED =
  /(?:申请|提交|递交|提出|受理|接收)(?:的|申请)?(?:方式|渠道|途径)|(?:以下|下列|如下)(?:几种|[两三四五]种)?(?:方式|渠道|途径)/
const CHANNELS: readonly RegExp[] = [
  /当面|现场|窗口/,
  /在线|网上|网络|互联网|平台/,
  /电子邮[件箱]|邮箱|E-?mail/i,
  /传真/,
  /邮寄|邮政寄送|信函|快递/,
]
/** Lines below the heading in which they are told. */
const MOST_LINES = 8

interface Listing {
  readonly place: Place
  readonly text: string
  readonly pages: ReadonlySet<string>
}

/** Where the request column's own pages list the channels, two or more, under words that announce them. */
function channelsListed(site: SiteView, others: ReadonlySet<PageView>): Listing | null {
  const part = ownPart(site)
  const columns = part.columnsOf('disclosureRequest').filter(({ kind }) => kind === 'local')
  const guides = new Set(part.columnsOf('ogiGuide').flatMap((column) => [...viewsOf(part, column)]))
  const views = columns.flatMap((column) => [...viewsOf(site, column)])
  const own = views.filter((view) => !others.has(view) && !guides.has(view))
  for (const { page } of own) {
    const lines = page.text.excerpt.split('\n')
    const at = lines.findIndex((line) => ANNOUNCED.test(line))
    const text = lines.slice(at, at + 1 + MOST_LINES).join('\n')
    if (at < 0 || CHANNELS.filter((one) => one.test(text)).length < 2) continue
    const place = { url: page.url, at: null, quote: clip(lines[at] ?? '', 60) }
    return { place, text, pages: new Set(own.map((view) => view.page.url)) }
  }
  return null
}

/** A channel that only the guide names, beside a list of channels without it: the two say different things to who applies. */
function orUnlisted(
  site: SiteView,
  { place, text, pages }: Listing,
  answer: Answer,
): Observation<Answer['outcome'] | 'unlisted'> {
  const [told] = answer.evidence
  if (told === undefined || pages.has(told.url) || site.pageAt(told.url)?.page.file != null)
    return answer
  const listed = CHANNELS.flatMap((one) => one.exec(text)?.[0] ?? [])
  return {
    ...answer,
    outcome: 'unlisted',
    facts: { ...answer.facts, listed: listed.join('、') },
    evidence: [told, place],
  }
}

type Answer = ReturnType<typeof judgeElements> extends Generator<infer A> ? A : never

/** 申请人姓名, 证件号码: what is left open there is for who applies. */
const TO_FILL = /申请人(?:姓名|信息|签[名字])|证件(?:号码|名称)|填表|申请表/
const LEFT_OPEN = /^(?:号码?|地址)?\s*[:：]\s*(.*)$/

/** A label of the column's or the guide's own page with nothing behind it, though another page says what belongs there. */
function* blankLabel(
  views: readonly PageView[],
  others: ReadonlySet<PageView>,
  element: Element,
  answers: readonly Answer[],
): Generator<Observation<'label-blank'>> {
  const subject = `受理渠道：${element.name}`
  const isSaid = answers.some((one) => one.subject === subject && one.outcome === 'present')
  if (!isSaid || element.valued !== true) return
  for (const { page } of views.filter((view) => !others.has(view))) {
    const { excerpt } = page.text
    if (page.fillable === true || TO_FILL.test(excerpt) || says(excerpt, element)) continue
    const line = excerpt.split('\n').find((one) => {
      const found = element.within.exec(one)
      if (found === null) return false
      const rest = LEFT_OPEN.exec(
        one.slice(found.index + found[0].replace(/\s*[:：]\s*$/, '').length),
      )
      return rest !== null && isPlaceholder(rest[1] ?? '')
    })
    if (line === undefined) continue
    const quote = clip(line.trim(), 60)
    yield {
      outcome: 'label-blank',
      subject: `${subject}没有填`,
      facts: { column: page.title ?? '依申请公开', words: quote },
      evidence: [{ url: page.url, at: null, quote }],
    }
    return
  }
}

function* refusal(views: Iterable<PageView>): Generator<Observation<'refused'>> {
  for (const view of new Set(views)) {
    const found = refusedIn(view.page.text.excerpt)
    if (found === null) continue
    yield {
      outcome: 'refused',
      subject: '受理渠道：拒收',
      facts: { column: view.page.title ?? '依申请公开', words: clip(found.line, 60) },
      evidence: [{ url: view.page.url, at: null, quote: clip(found.words, 60) }],
    }
    return
  }
}
