/** What the entries of a site map list: columns by their address or their name. */
import { compareForm } from '#base/text'
import { placeKey } from '#base/url'
import type { Column, SitemapEntry, SiteView } from '#model/site-view'
import { opensAt } from './live-targets.ts'

/** Without those that name one column and lead to another, which is listed by its own name besides: they list neither. */
export function straightEntries(site: SiteView, entries: readonly SitemapEntry[]): SitemapEntry[] {
  const local = site.columns.filter(({ kind }) => kind === 'local')
  return entries.filter((entry) => {
    const text = compareForm(entry.text)
    const key = placeKey(entry.url)
    const led = local.filter(({ url }) => placeKey(url) === key).map((one) => compareForm(one.name))
    const isOther = led.length > 0 && led.every((one) => !one.includes(text) && !text.includes(one))
    const isNamed = local.some((one) => compareForm(one.name) === text && opensAt(site, one.url))
    const names = entries.filter(({ url }) => placeKey(url) === key)
    const isTwice = names.some((one) => led.includes(compareForm(one.text)))
    return !(isOther && isNamed && isTwice)
  })
}

/** Whether entries list a column: by its address, or by its name where the entry counts by that. */
export function listedIn(
  entries: readonly SitemapEntry[],
  countsByName: (entry: SitemapEntry) => boolean = () => true,
): (column: Column) => boolean {
  const addresses = new Set(entries.map(({ url }) => placeKey(url)))
  const names = entries.filter(countsByName).map(({ text }) => compareForm(text))
  return (column) => {
    if (addresses.has(placeKey(column.url))) return true
    const name = compareForm(column.name)
    // 公开指南 for 政府信息公开指南.
    return names.some((text) => text.includes(name) || (text.length >= 3 && name.includes(text)))
  }
}
