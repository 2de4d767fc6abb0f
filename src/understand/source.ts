/**
 * Who a page says its text comes from (来源), as printed; the official tag only where nothing is printed. Labels inside
 * the text are quotations and stay unread.
 */
import { compareForm, squash } from '#base/text'
import type { PageKind } from '#model/page'
import type { Regions } from './regions.ts'
import { type MetaReading, tagValue } from './tags.ts'
import type { PageTree } from './tree.ts'

const SOURCE_LABEL =
  /(?:信息|文章|稿件|新闻|文件|内容)?(?:[来來] ?源|出处|供稿单位|发布单位|稿源)(?:单位|部门|于)? ?(?:[\]】]? ?[：:]\s*|(?=[\u4e00-\u9fff《]))|(?<![\u4e00-\u9fff])来源 ?[|｜丨] ?|(?<![A-Za-z])(?:Source|From) ?[：:]\s*/g
const SOURCE_END =
  /[\n\t|｜]| {2,}| [/／] |(?:(?:发布|发表|更新|公开|录入|上传)(?:时间|日期)|(?:发布|发表)(?:于|人|者|单位|机构|部门|[：:])|时间|日期|作者|责任编辑|编辑|责编|浏览|点击|阅读|访问|字[体号]|时长|播放|责任校对|校对|记者[：:]|通讯员|摄影[：:]|审核[：:]|内容概述|打印|分享|关闭|收藏|下载|评论|[【】[\]]|(?<!本[站网])原创稿?|\d{4}[-年/.]| (?=[\u4e00-\u9fff]{2,5} ?[：:])|(?<=[a-z.)] )(?:Font|Share|Print|Views?|Editors?|Author|By|Updated|Date|Time|Posted|Published)(?: size)? ?[:|])/
const OFFICE = /[处科局办室部委院所站网报社台厅馆会中心]$/

/** The printed source (来源), or null. `inEntry`: the place belongs to an entry of a list, whose source it then is. */
export function readSource(
  tree: PageTree,
  regions: Regions,
  meta: MetaReading,
  kind: PageKind,
  inEntry: (place: { readonly from: number; readonly to: number }) => boolean,
): string | null {
  let empty = false
  /** Inside the text only a closing remark counts, and only when nothing better is printed. */
  let closing: string | null = null
  for (const match of tree.flat.matchAll(SOURCE_LABEL)) {
    const from = match.index + match[0].replace(/\s+$/, '').length
    // `<label>信息来源</label><em>县林业局</em>`: without a mark the label has an element of its own.
    const marked = /[^\u4e00-\u9fff]$/.test(match[0])
    if (!marked && !(tree.isEdge(match.index) && tree.isEdge(from))) continue
    const el = tree.elementAt(match.index, from)
    if (el && regions.of(el) === 'footer') continue
    if (inEntry({ from: match.index, to: from })) continue
    if (match.index > regions.bodyStart && regions.main && match.index < regions.main.to) {
      closing = closingRemark(tree, match.index, regions.main.to) ?? closing
      continue
    }
    const value =
      sourceValue(tree, match.index, from) ?? drawnName(tree, from) ?? writtenBehind(tree, from)
    if (!marked && (value === null || /[，。；！]/.test(value))) continue
    if (value !== null) return value
    empty = true
  }
  const written = byScript(tree, regions)
  if (written !== null) return written
  if (closing !== null) return closing
  const author = /作 ?者 ?[：:] ?([^\s：:|]{2,20}?)(?=来 ?源|发布|编辑|浏览|点击|\s|$)/.exec(
    tree.flat,
  )
  if (empty && author?.[1] && OFFICE.test(author[1])) return author[1]
  // The tag is required on content pages only; elsewhere it repeats a template.
  const official = kind === 'article' ? tagValue(meta, 'ContentSource') : null
  return official !== null && official.length < 80 && isOwn(tree, meta) ? squash(official) : null
}

/** Scripts that write one line are no longer. */
const SMALL_SCRIPT = 600
const WRITES = /document\.write(?:ln)?\s*\(|\.(?:html|text|append)\s*\(|innerHTML\s*=/

/** `var ly = '临江日报'; document.write('来源：' + ly)` above the text: the visitor reads the only other words of the script. */
function byScript(tree: PageTree, regions: Regions): string | null {
  for (const { code, el } of tree.scripts) {
    if (code.length > SMALL_SCRIPT || el.from > regions.bodyStart || !WRITES.test(code)) continue
    const texts = wordsIn(code)
    const at = texts.findIndex((text) => /来 ?源 ?[：:]/.test(text))
    if (at < 0) continue
    const behind = (texts[at] ?? '').replace(/^.*来 ?源 ?[：:]/, '').trim()
    const [name = '', ...others] = behind === '' ? texts.filter((_, i) => i !== at) : [behind]
    if (others.length === 0 && name.length >= 2 && name.length <= 40 && !/[：:。；]/.test(name))
      return name
  }
  return null
}

/** `来源：<script>var ly = '州民宗委'; document.write(ly)</script>`: the only words of the script behind the label. */
function writtenBehind(tree: PageTree, from: number): string | null {
  const script = tree.scripts.find(({ el }) => el.from >= from && el.from <= from + 1)
  if (script === undefined || script.code.length > SMALL_SCRIPT) return null
  if (!WRITES.test(script.code)) return null
  const [name = '', ...others] = wordsIn(script.code)
  const fits = others.length === 0 && name.length >= 2 && name.length <= 40
  return fits && !/[：:。；]/.test(name) ? name : null
}

/** Chinese words among the strings of a script. */
function wordsIn(code: string): string[] {
  return [...code.matchAll(/(['"])((?:(?!\1)[^\n\\]){0,160})\1/g)]
    .map((match) => squash((match[2] ?? '').replace(/<[^<>]*>|&nbsp;/g, ' ')))
    .filter((text) => /[\u4e00-\u9fff]{2}/.test(text))
}

/** Tags copied from another page name another page's title. */
function isOwn(tree: PageTree, meta: MetaReading): boolean {
  const tag = tagValue(meta, 'ArticleTitle') ?? ''
  const title = compareForm(tag).slice(0, 8)
  return (
    title === '' ||
    // Mostly it stands there as it is: the text is put into another form only where it does not.
    tree.headTitle?.includes(tag) === true ||
    tree.flat.slice(0, 20_000).includes(tag) ||
    compareForm(`${tree.headTitle ?? ''}${tree.flat.slice(0, 20_000)}`).includes(title)
  )
}

/** `来源：<img alt="招商局">`: the name is a picture. */
function drawnName(tree: PageTree, from: number): string | null {
  const el = tree
    .tagged('img')
    .find((one) => one.from >= from && one.from <= from + 1 && !one.hidden)
  const name = squash(el?.attrs.alt ?? '')
  return /^[\u4e00-\u9fff]{2,20}$/.test(name) ? name : null
}

/** Where an element behind the name begins with a label of its own: only a style sheet parts `县商务局<span>类型：原创`. */
function nextLabel(tree: PageTree, from: number, most: number): number {
  for (const match of tree.flat.slice(from, from + most).matchAll(/[\u4e00-\u9fff]{2,4} ?[：:]/g)) {
    const ends = match.index + match[0].length
    for (let at = Math.max(2, match.index); at < ends - 2; at++)
      if (tree.isEdge(from + at)) return at
  }
  return most
}

/** How far before the end of the text its closing lines begin. */
const CLOSING = 200
const REMARK =
  /^\s*[（(【[]?\s*(?:信息|文章|稿件|新闻)?来 ?源 ?[：:] ?([^：:。，；\n]{2,30}?)\s*[）)】\]]?\s*$/

/** `（信息来源：县水务局）` as a line of its own at the end of the text. */
function closingRemark(tree: PageTree, at: number, end: number): string | null {
  if (end - at > CLOSING) return null
  const from = tree.flat.lastIndexOf('\n', at) + 1
  const to = tree.flat.indexOf('\n', at)
  return REMARK.exec(tree.flat.slice(from, to < 0 ? tree.flat.length : to))?.[1] ?? null
}

function sourceValue(tree: PageTree, label: number, from: number): string | null {
  const { flat } = tree
  let start = from
  while (/[\s[【]/.test(flat.charAt(start)) && start < from + 3) start += 1
  const rest = flat.slice(start, start + 90)
  const cut = SOURCE_END.exec(rest)?.index ?? rest.length
  const value = squash(rest.slice(0, nextLabel(tree, start, cut)))
    .replace(/^[（(]?供稿[）)]?/, '')
    .replace(/[（(]\s*[^（）()]{0,30}供稿\s*[）)]?/g, '')
    .replace(/^[（(]|[|,，;；：:\s（(]+$/g, '')
    .trim()
  if (flat.slice(from, start).includes('\n')) {
    // Behind a line end only a short name in the same small box still belongs to the label.
    const box = tree.elementAt(label, start + value.length)
    if (
      /[：:]/.test(value) ||
      value.length > 20 ||
      !OFFICE.test(value) ||
      !box ||
      box.to - box.from > 160
    )
      return null
  }
  return value.length >= 2 && value.length <= 60 && !/^(无|不详|原创|--?)$/.test(value)
    ? value
    : null
}
