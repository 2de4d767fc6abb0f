/**
 * Pages of which the tags of a column page or a published text are not asked: letters of another system, and what was set
 * up by itself rather than published.
 */
import { compareForm } from '#base/text'
import type { OfficialTag, Page } from '#model/page'

/** One letter and its answer, without a day of its own: another system's page, of which 内容页's tags are not asked. */
export function isLetter({ messages, publishedOn }: Page): boolean {
  return publishedOn === null && messages?.length === 1 && messages[0]?.url === null
}

/**
 * A page that was set up rather than published: it prints no day, and calls itself its own column, belongs to a
 * function or is the front of a folder of its own with a column's tags only.
 */
export function isFixture(page: Page, functions: ReadonlySet<string>): boolean {
  const column = compareForm(
    page.officialTags.find((tag) => tag.name === 'ColumnName')?.content ?? '',
  )
  const [head = ''] = page.headTitle?.split(/ ?[-_—|] ?/) ?? []
  const names = [page.title ?? '', head].map(compareForm)
  // A column that is a table of figures prints when they were renewed (更新时间).
  if (page.publishedOn !== null)
    return column !== '' && names[0] === column && !page.officialTags.some(isContentTag)
  // A box to look something up in publishes nothing.
  if ([page.title ?? '', column].some((name) => LOOK_UP.test(name))) return true
  if (functions.has(page.url) || (column !== '' && names.includes(column))) return true
  return column !== '' && FOLDER.test(page.url) && !page.officialTags.some(isContentTag)
}

const LOOK_UP = /查询(?:系统|平台|服务|入口)?$/

/** The address of a folder: where a body's or a person's own page lies, tagged as the column that it is. */
const FOLDER = /\/(?:index\.s?html?)?$/i

function isContentTag({ name }: OfficialTag): boolean {
  return /^(?:ArticleTitle|PubDate|ContentSource)$/i.test(name)
}
