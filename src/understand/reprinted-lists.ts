/**
 * A list of news or papers that belongs to another body: all that it lists stands on government hosts that are not the
 * portal's, under titles that do not name the unit or its place (news that a province hands to all its counties). Says
 * only so; what it means for the column's topic is decided in columns.ts.
 */
import { compareForm } from '#base/text'
import type { PageView } from '#model/site-view'
import { ownerForms } from './name-forms.ts'
import { isReadable, type SiteIndex } from './site-index.ts'

/** Fewer entries say nothing. */
const LEAST = 3
/** Hosts of governments; what a unit puts on WeChat or a platform of a company is its own. */
const GOVERNMENT = /(?:^|\.)gov\.cn$/

/** Why the list is another body's, in Chinese; null where it may be the unit's own. */
export function reprintedFrom(index: SiteIndex, view: PageView | null): string | null {
  if (view === null || !isReadable(view)) return null
  const items = view.page.lists.filter(({ subject }) => subject).flatMap((list) => list.items)
  const hosts = new Set<string>()
  for (const { url } of items) {
    if (url === null || index.isInternal(url)) return null
    const host = URL.canParse(url) ? new URL(url).hostname : ''
    if (!GOVERNMENT.test(host)) return null
    hosts.add(host)
  }
  if (items.length < LEAST) return null
  const owners = [index.agency.name, index.portal.name].flatMap(ownerForms).flatMap(withoutLevel)
  const titles = items.map(({ title }) => compareForm(title))
  if (titles.some((title) => owners.some((owner) => title.includes(owner)))) return null
  return `所列 ${items.length} 条都在别的政府网站（${[...hosts].slice(0, 2).join('、')}），标题也没有提到本单位、本地`
}

/** 江河县 is called 江河 too. */
function withoutLevel(owner: string): readonly string[] {
  const bare = owner.replace(/[省市州盟县旗区]$/, '')
  return bare.length >= 2 && bare !== owner ? [owner, bare] : [owner]
}
