/** The files that a page's own content offers: by extension, by a viewer's parameter, or by a download address. */
import { squash } from '#base/text'
import { extensionOf } from '#base/url'
import type { Attachment, PlacedWords } from '#model/page'
import { linkText, writtenLinks } from './links.ts'
import type { Regions } from './regions.ts'
import { readTarget, targetOf } from './targets.ts'
import { type El, type PageTree, wordsOf } from './tree.ts'

const FILE_TYPES = /^(pdf|docx?|xlsx?|pptx?|wps|et|dps|ofd|zip|rar|7z|txt|csv|rtf|ceb|tif|mp4|mp3)$/
/** A viewer's parameter; percent signs may spell its name. */
const VIEWED = /[?&](?:file|src|url|furl)=|%/
const PAGE = /\.s?html?$/i
const DOWNLOAD = /download|downfile|filedown|attach|fileid=|\/upload\/.*\.\w{2,4}$/i

/** Files offered by the page's own content: by extension, by a viewer's `file=` parameter, or a download address. */
export function readAttachments(tree: PageTree, regions: Regions, base: string): Attachment[] {
  const found = new Map<string, Attachment>()
  for (const el of tree.leading) {
    const frame = el.tag === 'iframe' || el.tag === 'embed' || el.tag === 'object'
    if (el.tag !== 'a' && !frame && el.attrs.onclick === undefined) continue
    if (el.last - el.i > 60) continue
    const region = regions.of(el)
    if (region === 'footer' || region === 'nav' || region === 'trail' || region === 'head') continue
    const target = frame
      ? readTarget({ href: el.attrs.src ?? el.attrs.data ?? '' }, base)
      : targetOf(el, base)
    if (!target) continue
    const file = fileOf(target.url, base)
    if (file === null) continue
    const title = linkText(tree, el) || squash(el.attrs.title ?? '')
    const type = file.type === '' ? namedType(title) : file.type
    const known = found.get(file.url)
    if (known && (known.title !== '' || title === '')) continue
    const row = BARE.test(title) ? rowOf(tree, el) : null
    found.set(file.url, {
      url: file.url,
      title,
      type,
      at: [el.start, el.end],
      ...(row === null ? {} : { row }),
    })
  }
  for (const link of writtenLinks(tree, base)) {
    const file = fileOf(link.url, base)
    if (file === null || file.type === '' || found.has(file.url)) continue
    found.set(file.url, { url: file.url, title: link.text, type: file.type, at: link.at })
  }
  return [...found.values()]
}

/** 申请表（公民）：点击下载: the words of the line say what the file is. */
const BARE =
  /^[[【（(]?(?:请|我要|立即|点击|点此|在线|本地|文件|表格|附件|资料)*(?:下载|查看|浏览|打开|此处|这里|附件|word|pdf|doc|xls)(?:下载|查看|此处|这里|附件|文档|文件|版)*[\]】）)]?$/i
const ROW = /^(?:p|li|tr|dd|dt|div)$/
const MAX_ROW = 80

function rowOf(tree: PageTree, el: El): PlacedWords | null {
  let row = el.parent
  for (let climb = 0; row !== null && climb < 5; climb++, row = row.parent) {
    if (row.to - row.from > MAX_ROW) return null
    // A cell of the file's own has its name in the cell before.
    if (!ROW.test(row.tag)) continue
    const words = squash(tree.flat.slice(row.from, row.to))
    if (words.length > wordsOf(tree, el).length + 1)
      return { quote: words, at: [row.start, row.end] }
  }
  return null
}

/** `download.jsp?…&wbfileid=12` says nothing, the words of its link often do: `发放名册.xlsx`. */
function namedType(title: string): string {
  const type = /\.(\w{2,4})[\s】\])）]*$/.exec(title)?.[1]?.toLowerCase() ?? ''
  return FILE_TYPES.test(type) ? type : ''
}

function fileOf(url: string, base: string): { url: string; type: string } | null {
  // Most links lead to pages.
  if (/\.s?html?$/.test(url) && !/[?&]/.test(url)) return null
  const type = extensionOf(url)
  if (FILE_TYPES.test(type)) return { url, type }
  // Without a query only the path can say so.
  if (!/[?&]/.test(url)) return DOWNLOAD.test(url) && !PAGE.test(url) ? { url, type: '' } : null
  const query = VIEWED.test(url) ? new URL(url).searchParams : null
  for (const name of query === null ? [] : ['file', 'src', 'url', 'furl']) {
    const inner = query?.get(name) ?? null
    if (inner === null) continue
    const target = readTarget({ href: inner }, base)
    if (target && FILE_TYPES.test(extensionOf(target.url))) {
      return { url: target.url, type: extensionOf(target.url) }
    }
  }
  const named = /[?&](?:filename|name|title)=[^&]*\.(\w{2,4})(?:&|$)/i.exec(url)?.[1]?.toLowerCase()
  if (named !== undefined && FILE_TYPES.test(named)) return { url, type: named }
  return DOWNLOAD.test(url) && !PAGE.test(new URL(url).pathname) ? { url, type: '' } : null
}
