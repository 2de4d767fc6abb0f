/**
 * Official meta tags of government pages (国办发〔2017〕47号, annex on page labels). Reads names without regard to
 * case and returns them in canonical spelling; an empty content stays '' because that is a finding of its own.
 */
import { isTemplateText } from '#base/template-text'
import type { OfficialTag } from '#model/page'
import type { El, PageTree } from './tree.ts'

const CANONICAL = [
  'SiteName',
  'SiteDomain',
  'SiteIDCode',
  'ColumnName',
  'ColumnDescription',
  'ColumnKeywords',
  'ColumnType',
  'ArticleTitle',
  'PubDate',
  'ContentSource',
  'Keywords',
  'Author',
  'Description',
  'Image',
  'Url',
] as const
export type OfficialName = (typeof CANONICAL)[number]
const BY_LOWER = new Map<string, OfficialName>(CANONICAL.map((name) => [name.toLowerCase(), name]))

/** Generator stamps: when the file was written, never when the content was published. */
const STAMP_NAMES =
  /^(maketime|htmlgeneratetime|generatetime|createtime|others|generator-?time|buildtime)$/i

export interface MetaReading {
  readonly tags: readonly OfficialTag[]
  /** Contents of generator stamps (`Maketime`, `others: 页面生成时间 …`). */
  readonly stamps: readonly string[]
  /** Dates in unofficial but telling tags (`publishdate`, `article:published_time`). */
  readonly otherDates: readonly string[]
  /** Address of a meta refresh, raw. */
  readonly refresh: { readonly target: string; readonly el: El } | null
}

export function readMeta(tree: PageTree): MetaReading {
  const tags = new Map<OfficialName, OfficialTag>()
  const stamps: string[] = []
  const otherDates: string[] = []
  let refresh: MetaReading['refresh'] = null
  for (const el of tree.tagged('meta')) {
    const content = (el.attrs.content ?? '').trim()
    const label = (el.attrs.name ?? el.attrs.property ?? '').trim()
    const name = BY_LOWER.get(label.toLowerCase())
    if (name !== undefined && el.attrs.name !== undefined) {
      // The same tag may be written twice; the one that says something counts.
      const known = tags.get(name)
      if (!known || (known.content === '' && content !== '')) {
        tags.set(name, { name, content, at: [el.start, el.end] })
      } else if (content !== '' && content !== known.content)
        tags.set(name, { second: content, ...known })
    } else if (STAMP_NAMES.test(label)) stamps.push(content)
    else if (
      /^(publishdate|article:published_time|pubtime|publishtime|firstpublishedtime)$/i.test(label)
    ) {
      otherDates.push(content)
    }
    if (refresh === null && /^refresh$/i.test(el.attrs['http-equiv'] ?? '')) {
      const target = /url\s*=\s*["']?([^"'>\s]{1,2000})/i.exec(content)?.[1]
      if (target) refresh = { target, el }
    }
  }
  const inOrder = CANONICAL.map((name) => tags.get(name)).filter((tag) => tag !== undefined)
  return { tags: inOrder, stamps, otherDates, refresh }
}

/** Non-empty content of an official tag, or null. */
export function tagValue(meta: MetaReading, name: OfficialName): string | null {
  const content = meta.tags.find((tag) => tag.name === name)?.content ?? ''
  return content === '' ? null : content
}

/** The title in ArticleTitle; null where the tag is empty or holds a template's words. */
export function articleTitleOf(meta: MetaReading): string | null {
  const title = tagValue(meta, 'ArticleTitle')
  return title === null || isTemplateText(title) ? null : title
}
