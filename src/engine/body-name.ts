/** By what name a portal's body goes, for checks that tell a government from an office or know its place by it. */
import type { SiteView } from '#model/site-view'

/** Who is assessed; where a registry gave no name but an address, what the home page's own tag says. */
export function bodyName({ agency, home }: SiteView): string {
  const given = agency.name.trim()
  if (/\p{Script=Han}/u.test(given)) return given
  const tag = home?.page.officialTags.find(({ name }) => name.toLowerCase() === 'sitename')
  return tag?.content.trim() || given
}
