/**
 * What the first page of the portal's own search shows for one title: is the entry there, at which place, or does the page
 * say that there is nothing; and with what the results come (ways to sort, kinds, help with words, what is put together
 * with them), quoted as evidence for people. Reads pages of results that we asked for, no others.
 */
import type { SearchQuery } from '#base/query-address'
import { clip, compareForm } from '#base/text'
import { placeKey } from '#base/url'
import type { PageLink, PlacedWords } from '#model/page'
import type { SearchAnswer } from '#model/page-search'
import type { Regions } from './regions.ts'
import { type El, type PageTree, wordsOf } from './tree.ts'

/** Shorter words are buttons, kinds and numbers of pages. */
const LEAST_TITLE = 6
/** Of a title that the results cut, so much must stand there. */
const LEAST_PART = 12
/** Longest words of a button, a kind or a way to sort. */
const LONGEST_BUTTON = 10
const MOST_WORDS = 12
const LONGEST_KIND = 8
const ABOUT = /关于|印发|解读|图解/
const CUT = /(?:…|\.{2,})\s*$/

const NONE =
  /(?:没有|未能?|无法)(?:找到|搜索到|检索到|查询到|查到|搜到)[^。！\n]{0,40}|(?:共|约|找到|搜索到|检索到|命中|结果)[^0-9\n。]{0,16}(?<![\d.,])0 ?(?:条|个|篇|项|件)|(?:搜索|检索|查询)?结果为空|(?:没有|暂无|无)(?:相关|符合条件|匹配|您?(?:要找|搜索)的?)的?[^。！\n]{0,10}(?:结果|内容|信息|数据|记录)/
const COUNT =
  /(?:共|约|找到|搜索到|检索到|命中|结果)[^0-9\n。]{0,16}(?<![\d.,])(\d[\d,]{0,9}) ?(?:条|个|篇|项|件)/
const SORT =
  /^(?:按|以)?(?:相关(?:度|性)?|匹配度|时间|日期|发布时间|热度|智能|默认|综合)(?:排序|优先|[↓↑])?$/
const SORT_SURE = /排序|相关(?:度|性)|按时间|匹配度/
const FACET =
  /^(?:全部|全站|综合|政策(?:文件|法规|库)?|(?:政策)?解读|(?:新闻)?资讯|新闻|要闻|动态|(?:通知)?公告|公示|(?:政务)?服务|办事(?:服务|指南)?|(?:政民)?互动(?:交流)?|问答|图片|视频|专题|(?:开放)?数据|(?:信息|政务)公开|文件|标题|正文|全文|本站|站群|其他)(?:[（(]\d+[)）])?$/
const HELP =
  /您?是不是(?:要|想)找|您要找的是不是|(?:已|自动)(?:为您)?纠正|仍然搜索|相关搜索|热门搜索|热搜词?|搜索热词|热词|猜[你您]想[搜找]|大家都在搜|推荐搜索|拼音/
const GATHER =
  /知识图谱|政策图谱|图谱|一图读懂|数据图表|可视化|服务直达|办事直达|直达服务|一件事|场景(?:式|化)?服务|在线办理|立即办理|关联(?:政策|文件|信息|服务|解读)|相关(?:政策|解读|服务|问答|文件)/

export function readSearchAnswer(
  tree: PageTree,
  regions: Regions,
  links: readonly PageLink[],
  { title, target }: Pick<SearchQuery, 'title' | 'target'>,
): SearchAnswer {
  const form = compareForm(title)
  const hits = links.filter(
    ({ area, how, text, title: whole }) =>
      area !== 'nav' &&
      area !== 'trail' &&
      area !== 'footer' &&
      how !== 'paging' &&
      (whole ?? text).length >= LEAST_TITLE,
  )
  const found = foundIn(hits, form, target)
  const none = visible(tree, NONE)
  const count = visible(tree, COUNT)
  return {
    echoed: echoes(tree, form),
    hits: hits.length,
    found,
    none,
    ...(isPlain(tree) ? { plain: true as const } : {}),
    count:
      count === null
        ? null
        : { ...count, value: Number((COUNT.exec(count.quote)?.[1] ?? '').replaceAll(',', '')) },
    sorts: sortsOf(tree, regions),
    facets: facetsOf(tree, regions),
    helps: worded(tree, regions, HELP),
    gathers: worded(tree, regions, GATHER),
  }
}

/** Marks, counters and report boxes: their scripts write nothing of a page's own. */
const OUTSIDE_SCRIPT =
  /(?:^|\/\/|\.)(?:conac\.cn|kaipuyun\.cn|hm\.baidu\.com|cnzz\.com|51\.la|gov\.cn\/(?:images|resources)\/[^/]*tongji)/i
/** Libraries by their own names: they write nothing until a page's own script tells them to. */
const LIBRARY_SCRIPT =
  /(?:^|\/)(?:jquery(?:[-.]?(?:\d[\d.]*|min|slim|migrate|superslide|cookie))*|layer|layui|bootstrap|swiper|superslide|html5shiv|respond|modernizr)(?:[-.](?:\d[\d.]*|min|all|bundle))*\.js(?:\?|$)/i
const WRITES =
  /ajax|fetch\(|XMLHttpRequest|axios|\$\.(?:get|post)|\.load\(|innerHTML|document\.write|\.html\(|append/i

/** No script of the page could write results into it: what it says is what its server answered. */
function isPlain({ scripts, els }: PageTree): boolean {
  const writes = scripts.some(({ src, code }) =>
    src === '' ? WRITES.test(code) : !(OUTSIDE_SCRIPT.test(src) || LIBRARY_SCRIPT.test(src)),
  )
  return !writes && !els.some(({ tag }) => tag === 'iframe' || tag === 'frame')
}

function foundIn(hits: readonly PageLink[], form: string, target: string): SearchAnswer['found'] {
  const key = placeKey(target)
  for (const [index, { url, text, title, at }] of hits.entries()) {
    const by = [title ?? '', text].some((words) => isTitle(words, form))
      ? 'title'
      : placeKey(url) === key
        ? 'address'
        : null
    if (by !== null)
      return { quote: clip(text === '' ? (title ?? '') : text), at, rank: index + 1, by }
  }
  return null
}

/**
 * The words are the title, or what a list leaves of it. What is about it (“…解读”, “关于印发…的通知”) or a shorter title
 * that ours begins with is another entry.
 */
function isTitle(words: string, form: string): boolean {
  const said = compareForm(words)
  const at = said.indexOf(form)
  if (at >= 0) {
    // A kind before it, a day behind it: “[通知公告] … 2023-11-02”.
    const before = said.slice(0, at)
    const behind = said.slice(at + form.length)
    return before.length <= LONGEST_KIND && !ABOUT.test(before) && /^\d{0,14}$/.test(behind)
  }
  return CUT.test(words) && said.length >= LEAST_PART && form.startsWith(said)
}

function echoes(tree: PageTree, form: string): boolean {
  if (compareForm(tree.headTitle ?? '').includes(form)) return true
  const boxed = tree
    .tagged('input')
    .some(({ attrs }) => compareForm(attrs.value ?? '').includes(form))
  return boxed || compareForm(tree.flat).includes(form)
}

/** First match that no inline style hides. */
function visible(tree: PageTree, pattern: RegExp): PlacedWords | null {
  for (const match of tree.flat.matchAll(new RegExp(pattern, 'g'))) {
    const [from, to] = [match.index, match.index + match[0].length]
    if (tree.elementAt(from, to)?.hidden === true) continue
    return { quote: clip(match[0], 80), at: tree.sourceSpan(from, to) }
  }
  return null
}

/** Small elements of the page's body, innermost ones, with their words. */
function* buttons(tree: PageTree, regions: Regions): Generator<readonly [El, string]> {
  for (const el of tree.els) {
    const size = el.to - el.from
    if (size < 2 || size > LONGEST_BUTTON || el.hidden || el.last - el.i > 4) continue
    const inner = tree.els[el.i + 1]
    if (inner !== undefined && el.last > el.i + 1 && inner.from === el.from && inner.to === el.to)
      continue
    const region = regions.of(el)
    if (region === 'nav' || region === 'footer' || region === 'trail') continue
    yield [el, wordsOf(tree, el)]
  }
}

function sortsOf(tree: PageTree, regions: Regions): readonly PlacedWords[] {
  const all = [...buttons(tree, regions)].filter(([, words]) => SORT.test(words))
  // “时间” alone is a head of a table as well.
  return all.some(([, words]) => SORT_SURE.test(words)) ? places(all) : []
}

function facetsOf(tree: PageTree, regions: Regions): readonly PlacedWords[] {
  const all = [...buttons(tree, regions)].filter(
    ([el, words]) => FACET.test(words) && !isMenuLink(el),
  )
  return new Set(all.map(([, words]) => words)).size < 3 ? [] : places(all)
}

/** A kind of result asks the search anew; a link to a plain page is one of a menu that is written as a table. */
function isMenuLink(el: El): boolean {
  const link = [el, el.parent, el.parent?.parent].find((one) => one?.tag === 'a')
  return (
    /^[^?#]+$/.test(link?.attrs.href?.trim() ?? '') && !/^javascript/i.test(link?.attrs.href ?? '')
  )
}

/** A hot word or a button, never a headline that speaks of such things. */
function worded(tree: PageTree, regions: Regions, pattern: RegExp): readonly PlacedWords[] {
  return places([...buttons(tree, regions)].filter(([, words]) => pattern.test(words)))
}

function places(found: readonly (readonly [El, string])[]): readonly PlacedWords[] {
  const seen = new Set<string>()
  return found
    .filter(([, words]) => !seen.has(words) && seen.add(words))
    .slice(0, MOST_WORDS)
    .map(([el, words]) => ({ quote: words, at: [el.start, el.end] }))
}
