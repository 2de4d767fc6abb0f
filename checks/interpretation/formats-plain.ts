/**
 * In which forms are policies interpreted: charts, video or audio, questions and answers, or plain text only? By titles,
 * files and pictures of the pages read. And does a page show the chart or film that its title promises? Whether a chart
 * explains anything is for a person.
 */
import { clip } from '#base/text'
import {
  citePage,
  defineCheck,
  documentsOf,
  isReadWhole,
  listed,
  type SiteDocument,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Page, PagePicture } from '#model/page'

const SUBJECT = '解读形式'
type Form = '图解' | '音视频' | '问答' | '文字'
const TITLED: readonly (readonly [Form, RegExp])[] = [
  ['图解', /图解|图说|图读|图示|图文|一图|一张图|长图|漫画|海报|H5|图片解读/i],
  ['音视频', /视频|动漫|动画|音频|短片|微课|直播|录播|访谈/],
  ['问答', /问答|答记者问|一问一答|百问|[0-9一二三四五六七八九十]+问|热点问题|常见问题/],
]
const MEDIA = /\.(?:mp4|m4v|flv|mov|wmv|mp3|m3u8)(?:$|\?)/i
/** Text shorter than this beside a picture is its caption. */
const CAPTION = 200
/** 问：… 答：… several times. */
const ASKED = /(?:^|\n)\s*(?:问|记者)\s*[:：]/g

export const formatsPlain = defineCheck({
  id: 'interpretation/formats-plain',
  revision: 4,
  title: '政策解读形式是否多样',
  question: '政策解读有没有图解、音视频、问答等文字以外的形式，占多大比例？',
  basis: [
    {
      document: '六安市2018年基层政务公开试点验收标准',
      clause: '形象化解读：图片、图表、视频等形式',
    },
    {
      document: '《政府网站与政务新媒体检查指标》国办秘函〔2019〕19号',
      clause: '发布解读·政策解读：解读形式（图、音视频）（分值未核对原文）',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['policyInterpretation'],
      meaning: '按政策解读判断的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
  },
  outcomes: {
    varied: {
      verdict: 'pass',
      message: '{read} 份解读中有 {count} 份不只是文字（{forms}）：{names}',
    },
    plain: {
      verdict: 'unsure',
      message: '读到的 {read} 份解读都是文字，没有认出图解、音视频、问答',
      ask: '所列解读在浏览器中是否都只有文字（嵌入的视频、图片也算其他形式）？',
    },
    'chart-absent': {
      verdict: 'fail',
      message: '有 {count} 份解读标题说是图解，页面上只有文字，没有图、附件和视频：{names}',
      claimsAbsence: true,
      ask: '在浏览器中打开所列解读，是否确实没有图？',
    },
    'film-unseen': {
      verdict: 'unsure',
      message: '有 {count} 份解读标题说是视频、动画，页面上没有读到：{names}',
      ask: '在浏览器中打开所列解读，能否看到并播放标题所说的视频？',
    },
    'none-read': { verdict: 'not-applicable', message: '没有读到政策解读页面' },
  },
  example: '12份解读里有3份图解、1份视频：varied，三分之一。',
  *run(site, { params }) {
    const documents = documentsOf(site, params.topics)
    const where = site.home ?? site.pages[0]
    if (documents.length === 0) {
      if (where !== undefined)
        yield { outcome: 'none-read', subject: SUBJECT, evidence: [citePage(where)] }
      return
    }
    const formed = documents.map((document) => ({ document, form: formOf(document) }))
    const other = formed.filter(({ form }) => form !== '文字')
    const forms = TITLED.map(([form]) => form).flatMap((form) => {
      const count = other.filter((one) => one.form === form).length
      return count === 0 ? [] : [`${form}${count}`]
    })
    yield {
      outcome: other.length > 0 ? 'varied' : 'plain',
      subject: SUBJECT,
      facts: {
        read: documents.length,
        count: other.length,
        forms: forms.join('、'),
        names: listed(
          other.map(({ document }) => `“${clip(document.title, 30)}”`),
          4,
        ),
      },
      measure: { value: other.length / documents.length, unit: 'share' },
      evidence: (other.length > 0 ? other : formed)
        .slice(0, 6)
        .map(({ document }) => citePage(document.view)),
    }
    yield* ofPromises('chart-absent', '只有文字的图解', documents)
    yield* ofPromises('film-unseen', '没有读到的视频', documents)
  },
})

const UNKEPT = ['chart-absent', 'film-unseen'] as const
type Unkept = (typeof UNKEPT)[number]

/**
 * What a title promises to be seen, apart from what the document it names deals with (视频监控管理办法); 访谈 and 直播 may be
 * told in words.
 */
const PROMISES: Readonly<Record<Unkept, RegExp>> = {
  'chart-absent': promised('图解|一图|一张图|长图|图说|图读', '漫画|海报'),
  'film-unseen': promised('', '视频|动漫|动画|音频|短片|微课'),
}

/** By itself, or where it names the form: 【视频】, 视频｜, 动漫解读. */
function promised(alone: string, form: string): RegExp {
  const named = [
    `[【[(（](?:${form})`,
    `^(?:${form})[：:|｜丨]`,
    `(?:${form})版?(?:解读|讲解|读懂|看懂|问答)`,
  ]
  return new RegExp((alone === '' ? named : [alone, ...named]).join('|'))
}

function isPromised(title: string, outcome: Unkept): boolean {
  return PROMISES[outcome].test(title.replace(/《[^》]*》/g, ''))
}

/** A way to what is not on the page itself. */
const LEADS = /图|视频|音频|动画|观看|播放|点击|查看|扫码|二维码|附件|下载/

const ABOUT: ReadonlySet<string> = new Set(['nav', 'footer', 'trail'])

function* ofPromises(
  outcome: Unkept,
  subject: string,
  documents: readonly SiteDocument[],
): Generator<Observation<Unkept>> {
  const bare = documents.filter(({ title, view }) => isPromised(title, outcome) && isBare(view))
  if (bare.length === 0) return
  yield {
    outcome,
    subject,
    facts: {
      count: bare.length,
      names: listed(
        bare.map(({ title }) => `“${clip(title, 30)}”`),
        4,
      ),
    },
    measure: { value: bare.length, unit: 'count' },
    evidence: bare.slice(0, 4).map(({ view }) => citePage(view)),
    pages: bare.map(({ view }) => view.page.url),
    coverage: WHOLE,
  }
}

/** Read whole, with nothing on it to be seen but words, and no way to anything else but by its own title. */
function isBare(view: SiteDocument['view']): boolean {
  const { page } = view
  const { attachments, frames, gonePictures = [], links, pictures, tables = [], title } = page
  const leads = links.some(
    ({ area, how, text, url }) =>
      how === 'frame' ||
      MEDIA.test(url) ||
      (!ABOUT.has(area) && text !== title && LEADS.test(text)),
  )
  const shows = attachments.length + frames.length + tables.length + gonePictures.length > 0
  return (
    pictures !== undefined &&
    !pictures.some(({ inBody }) => inBody) &&
    !shows &&
    !leads &&
    isReadWhole(view)
  )
}

/** What a picture says of itself. */
const CHART = /图解|图说|图读|一图|一张图|长图|海报|漫画|图示|思维导图/

function isPlayed({ pictures = [] }: Page): boolean {
  return pictures.some(({ inBody, played }) => inBody && played === true)
}

function formOf({ title, view }: SiteDocument): Form {
  const { page } = view
  // 图解 whose only picture is not there shows nothing.
  const isGone = page.gonePictures?.some(({ inBody }) => inBody) === true
  if (isGone && !page.pictures?.some(({ inBody }) => inBody)) return '文字'
  if (UNKEPT.some((one) => isPromised(title, one)) && isBare(view)) return '文字'
  const titled = TITLED.find(([, words]) => words.test(title))
  if (titled !== undefined) return titled[0]
  const urls = [...page.links, ...page.attachments].map(({ url }) => url)
  if ([...urls, ...page.frames].some((url) => MEDIA.test(url)) || isPlayed(page)) return '音视频'
  const pictures = (page.pictures ?? []).filter((picture) => picture.inBody)
  const isChart = ({ alt, caption }: PagePicture): boolean =>
    CHART.test(`${alt ?? ''} ${caption ?? ''}`)
  if (pictures.some(isChart) || (pictures.length > 0 && page.text.length < CAPTION)) return '图解'
  if ([...page.text.excerpt.matchAll(ASKED)].length >= 2) return '问答'
  return '文字'
}
