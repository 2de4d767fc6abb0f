/**
 * Whose portal it is, where the user gave an address and no name: the name under which the home page presents itself. Two of
 * its places must agree (SiteName tag, page title, sponsor at the foot), since each of them is copied from another site
 * here and there. A portal that the registry names keeps that name.
 */
import { compareForm } from '#base/text'
import { tagOf } from './column-names.ts'
import type { SiteIndex } from './site-index.ts'

const ORGAN =
  /^[\p{Script=Han}（）()]{2,40}(?:政府|局|委|委员会|管委会|厅|办公[室厅]|署|院|处|中心|街道|镇|乡|(?:开发|高新|示范|保税|度假|试验|合作|管理|风景(?:名胜)?|新)区|园区|产业园)$/u
const SITE_WORDS = /(?:政务)?(?:门户|官方)?(?:网站|官网)$|门户网$|(?<=政府)网$/
/** 首页_某局, 某局-首页, 欢迎访问某局 */
const AROUND = /^欢迎(?:访问|光临|来到)|[\s_\-—|·]*首页[\s_\-—|·]*/g
/** The office in which a government keeps its site answers for the government. */
const GOVERNMENT_OFFICE = /(?<=人民政府)(?:办公[室厅]|[（(].*[）)])$/

/** The index with agency and portal named; the same one where they have names, or the home page agrees on none. */
export function selfNamed(index: SiteIndex): SiteIndex {
  const { home, agency, portal } = index
  if (home === null || /\p{Script=Han}/u.test(agency.name)) return index
  const tag = tagOf(home, 'SiteName')
  const sponsor = home.page.footer.sponsor ?? home.page.sponsorPhrase
  const shown = [tag, home.page.headTitle, sponsor?.value].map(organOf)
  const name = shown.find(
    (one, at) => one !== '' && shown.some((other, place) => place !== at && agree(one, other)),
  )
  if (name === undefined) return index
  const named = /\p{Script=Han}/u.test(portal.name) ? portal.name : (tag ?? name)
  return { ...index, agency: { ...agency, name }, portal: { ...portal, name: named } }
}

function organOf(words: string | null | undefined): string {
  const plain = (words ?? '').replace(AROUND, '').trim()
  const name = plain.replace(SITE_WORDS, '').replace(GOVERNMENT_OFFICE, '')
  return ORGAN.test(name) ? name : ''
}

/** 某省生态环境厅 and 生态环境厅: the one within the other. */
function agree(one: string, other: string): boolean {
  const [a, b] = [compareForm(one), compareForm(other)]
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a))
}
