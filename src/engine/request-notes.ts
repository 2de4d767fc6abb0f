/** What stands for the notes and for the form of a request column, whatever it is called: a text that tells them, a file that is it. */
import { FILE_ADDRESS } from '#base/file-names'
import { clip } from '#base/text'
import type { PageView, Place, SiteView } from '#model/site-view'

/** What notes for applicants tell. */
const NOTES: readonly RegExp[] = [
  /受理(?:机构|单位|部门|机关)/,
  /当面|邮寄|邮政|信函|传真|电子邮件/,
  /工作日(?:内|之内).{0,12}(?:答复|回复)|(?:答复|回复).{0,12}工作日|答复(?:期限|时限)/,
  /收费|费用/,
  /身份证明|有效(?:身份)?证件/,
  /行政复议|行政诉讼|投诉|举报/,
]
/** All of them are the notes, whatever they are called; so few may be. */
const ENOUGH_NOTES = 3

/** Where a page of the column tells them, all or some; null where none tells enough. */
export function notesOn(
  views: readonly PageView[],
): { readonly place: Place; readonly all: boolean } | null {
  for (const { page } of views) {
    const told = NOTES.filter((part) => part.test(page.text.excerpt))
    const line = page.text.excerpt.split('\n').find((one) => told.some((part) => part.test(one)))
    if (told.length >= ENOUGH_NOTES && line !== undefined) {
      const place = { url: page.url, at: null, quote: clip(line, 60) }
      return { place, all: told.length === NOTES.length }
    }
  }
  return null
}

/** A file that says itself that it is the form, whatever leads to it (a picture, 点击下载), or whose link does; null where none is. */
export function formAmong(site: SiteView, views: readonly PageView[]): Place | null {
  for (const { url } of views.flatMap(({ page }) => page.attachments)) {
    const line = site
      .pageAt(url)
      ?.page.file?.text.slice(0, HEAD_OF_FILE)
      .split('\n')
      .find((one) => /申请(?:登记)?表/.test(one))
    if (line !== undefined) return { url, at: null, quote: clip(line.trim(), 60) }
  }
  // Named by its link, in whatever part of the page; whether it opens is `form-broken`'s question.
  for (const { page } of views)
    for (const { text, url, at } of page.links)
      if (FORM_LINK.test(text) && FILE_ADDRESS.test(url)) return { url: page.url, at, quote: text }
  return null
}

const FORM_LINK = /申请(?:登记)?表/

/** Characters in which a form says what it is. */
const HEAD_OF_FILE = 200
