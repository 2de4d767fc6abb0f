/**
 * Is an interpretation more than the document once again? The share of its text that stands word for word in the
 * document it interprets, for pairs that links or titles prove. A high share is a question: some passages have to be
 * quoted. A page that only sends back to the document explains nothing; a sentence or two of its own are asked about.
 */
import { clip, compareForm, squash } from '#base/text'
import {
  citePage,
  defineCheck,
  documentsOf,
  holdsMore,
  type Interpreted,
  interpretedPairs,
  isReadWhole,
  listed,
  overlapOf,
  PAIR_PARAMS,
  type SiteDocument,
  WHOLE,
} from '#engine/define-check'
import type { SiteView } from '#model/site-view'

const SUBJECT = '解读内容'

export const textCopied = defineCheck({
  id: 'interpretation/text-copied',
  revision: 16,
  title: '解读是否照抄文件',
  question: '政策解读的文字有多少是照抄所解读的文件？',
  basis: [
    {
      document: '随州市2023年政务公开考核方案 附件1',
      clause: '政策解读质量：实质性解读（抽查3份）',
    },
    {
      document: '安顺市2020年政策解读工作要求',
      clause: '不得以摘抄文件代替解读（二手）',
    },
  ],
  needs: ['columns'],
  params: {
    ...PAIR_PARAMS,
    maxShare: {
      default: 0.8,
      meaning: '解读文字与文件逐字相同的比例达到多少时提问',
      source: '本工具的默认值，可调',
      verified: false,
    },
    verbatimShare: {
      default: 0.95,
      meaning: '标题是解读的，文字与文件逐字相同的比例达到多少时不再提问，直接判为照抄',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minLength: {
      default: 150,
      meaning: '少于多少字的解读（图解、视频的说明）不比',
      source: '本工具的默认值，可调',
      verified: false,
    },
    minVerbatimLength: {
      default: 100,
      meaning: '文字短于上一项的，至少有多少字、又没有图片和附件，才判一字不差的为照抄',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    own: {
      verdict: 'pass',
      message: '比对的 {pairs} 份解读都不是照抄文件，相同文字最多占 {percent}%',
    },
    copied: {
      verdict: 'unsure',
      message: '{pairs} 份解读中有 {count} 份的文字多数与文件逐字相同：{names}',
      ask: '所列解读是否只是摘抄文件，没有实质性解读？',
    },
    verbatim: {
      verdict: 'fail',
      message: '{pairs} 份解读中有 {count} 份的文字几乎全部与文件逐字相同：{names}',
      ask: '所列页面是不是解读，还是把文件原文又发布了一次？',
    },
    hollow: {
      verdict: 'fail',
      message: '有 {count} 份解读没有解读的内容，页面上只有“{words}”：{names}',
      claimsAbsence: true,
      ask: '在浏览器中打开所列解读，是否确实没有正文、图片、视频和附件？',
    },
    thin: {
      verdict: 'unsure',
      message: '有 {count} 份解读只有一两句话（“{words}”）：{names}',
      ask: '所列解读的这几句话，有没有解读文件的实质内容？',
    },
    'no-pairs': { verdict: 'not-applicable', message: '没有读到能与文件比对的解读文字' },
  },
  example: '解读400字中有360字与《管理办法》逐字相同：copied，九成。',
  *run(site, { params }) {
    const pairs = interpretedPairs(
      documentsOf(site, params.documentTopics),
      documentsOf(site, params.interpretationTopics),
    ).flatMap((pair) => pair.all.map((interpretation) => ({ ...pair, interpretation })))
    const compared = pairs.flatMap((pair) => {
      const share =
        shareOf(pair, params.minLength) ??
        ofFile(site, pair, params.minLength) ??
        ofShort(pair, params)
      return share === null ? [] : [{ pair, share }]
    })
    const verbatim = compared.filter(
      ({ pair, share }) =>
        share >= params.verbatimShare &&
        EXPLAINS.test(pair.interpretation.title) &&
        !isPictured(pair.interpretation),
    )
    const likely = compared.filter((one) => one.share >= params.maxShare && !verbatim.includes(one))
    const copied = verbatim.length > 0 ? verbatim : likely
    // Of a document cut at the cap, only what was found counts: the rest may have been copied too.
    const telling = compared.filter(({ pair, share }) => isWhole(pair) || share >= params.maxShare)
    const scant = pairs.filter(isScant)
    const hollow = scant.filter((pair) => !saysOwn(pair))
    if (hollow.length > 0)
      yield { ...told(hollow), outcome: 'hollow', subject: '没有内容的解读', coverage: WHOLE }
    const thin = scant.filter(saysOwn)
    if (thin.length > 0) yield { ...told(thin), outcome: 'thin', subject: '简短的解读' }
    const where = site.home ?? site.pages[0]
    if (telling.length === 0) {
      if (where !== undefined)
        yield { outcome: 'no-pairs', subject: SUBJECT, evidence: [citePage(where)] }
      return
    }
    const own = telling.map(({ share }) => share)
    yield copied.length > 0
      ? {
          outcome: verbatim.length > 0 ? 'verbatim' : 'copied',
          subject: SUBJECT,
          ...copiedOf(copied, telling.length),
        }
      : {
          outcome: 'own',
          subject: SUBJECT,
          facts: {
            pairs: telling.length,
            count: 0,
            percent: Math.round(Math.max(...own) * 100),
            names: '',
          },
          measure: { value: Math.max(...own), unit: 'share' },
          evidence: citedOf(telling),
        }
    // What is sure of the one does not hide what is asked of the other.
    if (verbatim.length > 0 && likely.length > 0)
      yield { outcome: 'copied', subject: `${SUBJECT}：待核`, ...copiedOf(likely, telling.length) }
  },
})

interface Compared {
  readonly pair: Interpreted
  readonly share: number
}

function copiedOf(copied: readonly Compared[], pairs: number) {
  const largest = Math.max(...copied.map(({ share }) => share))
  const name = ({ pair, share }: Compared): string =>
    `“${clip(pair.interpretation.title, 30)}”（${Math.round(share * 100)}%）`
  return {
    facts: {
      pairs,
      count: copied.length,
      percent: Math.round(largest * 100),
      names: listed(copied.map(name), 4),
    },
    measure: { value: largest, unit: 'share' as const },
    evidence: citedOf(copied),
  }
}

function citedOf(compared: readonly Compared[]) {
  return compared
    .slice(0, 4)
    .flatMap(({ pair }) => [citePage(pair.interpretation.view), citePage(pair.document.view)])
}

/** A title that promises an explanation: a document put up a second time bears its own. */
const EXPLAINS = /解读|读懂|解答|问答|说明|图解/

/** Longer words may explain something. */
const SCANT = 60

/** A question and its answer explain, however short they are. */
const ANSWERS = /(?:^|[\s。？?])(?:答|A)[:：]\s*\S/

/** Words of what a page shows that we may not see. */
const BESIDE = /图|视频|音频|动画|扫码|扫一扫|二维码|附件|点击/

function told(pairs: readonly Interpreted[]) {
  const found = pairs.map(({ interpretation }) => interpretation)
  const [first] = found
  return {
    facts: {
      count: found.length,
      words: first === undefined ? '' : clip(squash(ownWords(first)), SCANT + 1),
      names: listed(
        found.map(({ title }) => `“${clip(title, 30)}”`),
        4,
      ),
    },
    measure: { value: found.length, unit: 'count' as const },
    evidence: found.slice(0, 4).map(({ view }) => citePage(view)),
    pages: found.map(({ view }) => view.page.url),
  }
}

/** Words that only say that there is a document, or send to it. */
const SENDS = /印发|出台|发布|公布|原文|全文|文件|详见|如下|解读/
/** Shorter sentences are headings. */
const LEAST_SENTENCE = 8

/** A sentence that neither sends to the document nor stands in it: why it was made, or what it brings. */
function saysOwn({ document, interpretation }: Interpreted): boolean {
  const known = compareForm(document.view.page.text.excerpt)
  return ownWords(interpretation)
    .split(/[。！？；;\n]/)
    .filter((sentence) => !SENDS.test(sentence))
    .map((sentence) => compareForm(sentence))
    .some((words) => words.length >= LEAST_SENTENCE && !known.includes(words))
}

/** An interpretation by its title, of a line at most, and nothing on its page or behind its links but the document. */
function isScant({ document, interpretation }: Interpreted): boolean {
  const { view } = interpretation
  const { kind, text } = view.page
  if (kind.value !== 'article' || !isReadWhole(view)) return false
  if (holdsMore(view, document.view.page.url)) return false
  const isShort = text.excerpt.length < 4 * SCANT
  const own = squash(ownWords(interpretation))
  const says = BESIDE.test(own) || ANSWERS.test(own)
  return isShort && own.length <= SCANT && !says && EXPLAINS.test(interpretation.title)
}

/** Fewer words beside questions and announcements tell nothing. */
const LEAST_LEFT = 60

function shareOf({ document, interpretation }: Interpreted, least: number): number | null {
  // So much is asked of all that it says, not of what is left of it.
  if (compareForm(ownWords(interpretation)).length < least) return null
  return overlapOf(toldBy(interpretation), document.view.page.text.excerpt, LEAST_LEFT)
}

/**
 * 解读材料见附件: what the file says that the page calls its interpretation. A file of another name may be the document, put
 * there to be read beside it.
 */
function ofFile(
  site: SiteView,
  { document, interpretation }: Interpreted,
  least: number,
): number | null {
  const named = interpretation.view.page.attachments.filter(({ title }) => EXPLAINS.test(title))
  const [file] = named.map(({ url }) => site.pageAt(url)?.page.file)
  if (named.length !== 1 || file === undefined || file.state !== 'text' || file.truncated)
    return null
  const whole = [
    document.view,
    ...document.view.page.attachments.map(({ url }) => site.pageAt(url)),
  ]
    .flatMap((view) =>
      view?.page.file?.state === 'text' ? view.page.file.text : (view?.page.text.excerpt ?? ''),
    )
    .join('\n')
  return overlapOf(file.text, whole, least)
}

/** A few lines that are nothing but the document's own tell enough; fewer that are not may go with a chart. */
function ofShort(
  pair: Interpreted,
  { minVerbatimLength, verbatimShare }: { minVerbatimLength: number; verbatimShare: number },
): number | null {
  const { interpretation } = pair
  if (interpretation.view.page.attachments.length > 0 || isPictured(interpretation)) return null
  const share = shareOf(pair, minVerbatimLength)
  return share !== null && share >= verbatimShare ? share : null
}

/** Lines that tell of the page rather than explain anything: when and whence it comes, and where the document is. */
const ABOUT =
  /^(?:发布|时间|日期|来源|信息来源|文章来源|作者|浏览|阅读|字体|字号|打印|解读(?:单位|部门|机构|人)|(?:(?:查看|阅读|文件|政策)?原文(?:件|链接)?|(?:相关|对应|解读|所解读|被解读)的?(?:文件|政策|链接)|(?:文件|政策)链接)\s*[:：][^，。；\n]{0,80}$)/

/** A sentence that only says that an interpretation follows. */
const ANNOUNCES =
  /^[\s\u3000]*(?:为[^。\n]{0,50}[，,])?(?:现)?(?:就|对|将|把)[^。\n]{0,60}(?:解读|说明|解释|介绍)(?:如下)?[。：:\s]*$|^[\s\u3000]*[^。\n]{0,60}(?:内容|条款|规定|条文|解读|说明)如下[：:\s]*$/

/** 问：谁来管？, 水费怎么收？: the question over an answer is a heading, whoever wrote the answer. */
const QUESTION = /^[\s\u3000]*(?:(?:问|Q)\s*\d{0,2}\s*[:：][^\n]*|[^。；\n]{2,40}[？?][\s\u3000]*)$/
const ANSWER_SIGN = /^[\s\u3000]*(?:答|A)\s*\d{0,2}\s*[:：]/
/** 一、制定目的。为加强…: a heading in the line of its text. */
const HEAD_OF_LINE =
  /^[\s\u3000]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[\u4e00-\u9fff]{2,10}[。：:](?=.{12})/
/** 日前，县政府印发了《…》，有关内容如下。: that there is a document explains nothing of it. */
const OPENS =
  /^[\s\u3000]*[^。\n]{0,50}《[^》\n]{4,60}》[^。\n]{0,40}(?:印发|出台|制定|公布|发布|通过|施行|实施|如下)[^。\n]{0,40}[。：:]|^[\s\u3000]*[^。\n]{0,50}(?:印发|出台|制定|公布|发布|通过)了?[^。\n]{0,8}《[^》\n]{4,60}》[^。\n]{0,60}[。：:]/

/** Of these words what may explain: no questions, no headings, no sentence that only announces. */
function toldBy(interpretation: SiteDocument): string {
  return ownWords(interpretation)
    .split('\n')
    .filter((line) => !QUESTION.test(line))
    .map((line) => line.replace(ANSWER_SIGN, '').replace(HEAD_OF_LINE, ''))
    .join('\n')
    .trimStart()
    .replace(OPENS, '')
}

/** What an interpretation says below its heading. */
function ownWords({ title, view }: SiteDocument): string {
  const heading = compareForm(title)
  const lines = view.page.text.excerpt.split('\n')
  return (
    lines
      .filter((line) => compareForm(line) !== heading && !ABOUT.test(line.trim()))
      // 视频解读如下 tells of what the page shows beside its words.
      .filter((line) => !ANNOUNCES.test(line) || BESIDE.test(line))
      .join('\n')
  )
}

/** A picture beside the text may be what explains it. */
function isPictured({ view }: SiteDocument): boolean {
  return (view.page.pictures ?? []).some(({ inBody }) => inBody)
}

function isWhole({ document }: Interpreted): boolean {
  const { length, excerpt } = document.view.page.text
  // Line breaks are not counted in `length`. A page that only carries its text as a file has little of its own.
  return length <= excerpt.length && length >= 200
}
