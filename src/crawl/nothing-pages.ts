/**
 * How each origin of a run answers an address that cannot exist, where it does so with HTTP 200: a page that looks the
 * same is a soft 404. Recorded as a remark on the capture; what it is worth is for checks.
 */
import type { Page } from '#model/page'

/** Remark on a capture: answered with success, but with the page that this site shows for what does not exist. */
export const SOFT_404 = 'soft-404'

/** Longer main texts are content, however much they resemble; also the share by which two such pages may differ. */
const MAX_TEXT = 2_000
const MAX_DIFFERENCE = 0.05

type Look = Pick<Page, 'textHash' | 'template' | 'headTitle' | 'text'>

export class NothingPages {
  readonly #looks = new Map<string, Look>()

  /** `page` is what the origin of `url` showed for an address that cannot exist. */
  learn(url: string, page: Look): void {
    const { textHash, template, headTitle, text } = page
    this.#looks.set(new URL(url).origin, { textHash, template, headTitle, text })
  }

  resembles(url: string, page: Look): boolean {
    const nothing = this.#looks.get(new URL(url).origin)
    if (!nothing) return false
    if (nothing.textHash === page.textHash) return true
    // Such pages often repeat the address asked for.
    const difference = Math.abs(nothing.text.length - page.text.length)
    return (
      page.text.length <= MAX_TEXT &&
      nothing.template !== '' &&
      nothing.template === page.template &&
      nothing.headTitle === page.headTitle &&
      difference <= MAX_DIFFERENCE * Math.max(nothing.text.length, page.text.length)
    )
  }
}
