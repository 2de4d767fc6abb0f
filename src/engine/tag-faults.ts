/**
 * What may be amiss with an official tag of a page, which of several faults is told, and in which words the others are
 * added.
 */
import { isTemplateText } from '#base/template-text'
import { compareForm } from '#base/text'
import type { OfficialTag } from '#model/page'
import { OPTIONAL_TAGS } from './tag-owing.ts'

export type TagFault = 'missing' | 'empty' | 'placeholder' | 'malformed' | 'same'

/** What a tag's own words tell of it. */
export function tagFault(tag: OfficialTag): 'empty' | 'placeholder' | null {
  const content = tag.content.trim()
  if (content === '') return 'empty'
  return isTemplateText(content) ? 'placeholder' : null
}

/** A template's words in it; signs alone in a tag that nobody asks for are as good as none. */
export function isLeftIn(tag: OfficialTag): boolean {
  const isNone = OPTIONAL_TAGS.includes(tag.name) && compareForm(tag.content) === ''
  return tagFault(tag) === 'placeholder' && !isNone
}

/** In order of their weight. */
const WORDS: Readonly<Record<TagFault, string>> = {
  missing: '没有这个标签',
  empty: '内容为空',
  placeholder: '是模板占位文字',
  malformed: '没有写全年月日',
  same: '写的是同一句话',
}
const ORDER = Object.keys(WORDS) as TagFault[]

/** The fault that most pages have; of equals the graver. */
export function worstFault(faults: readonly TagFault[]): TagFault {
  const count = (fault: TagFault): number => faults.filter((one) => one === fault).length
  return ORDER.reduce((best, fault) => (count(fault) > count(best) ? fault : best), 'missing')
}

/** What else is amiss with the tag, on other pages than those of the fault that is told. */
export function otherFaults(
  faults: readonly { readonly fault: TagFault; readonly found: OfficialTag | null }[],
  told: TagFault,
): string {
  return ORDER.filter((one) => one !== told)
    .map((one) => {
      const [first, ...more] = faults.filter(({ fault }) => fault === one)
      if (first === undefined) return ''
      const words = first.found?.content.trim() ?? ''
      return `；另有 ${more.length + 1} 个${WORDS[one]}${words === '' ? '' : `（${words}）`}`
    })
    .join('')
}
