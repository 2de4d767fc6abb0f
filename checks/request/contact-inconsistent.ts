/**
 * Do the request column and the disclosure guide give the same telephone and address as the institution page? Compared
 * in a plain form; a difference is a question, since the office that takes requests may sit elsewhere. Where column and
 * guide agree on the office that takes requests, nothing is left to be asked.
 */
import { halfWidth } from '#base/text'
import { citePage, defineCheck, type Labels, labelOr, listed, viewsOf } from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Place, SiteView } from '#model/site-view'

const PHONE = /(?<![\d-])(?:\(?0\d{2,3}\)?[-—－ ]?)?([2-9]\d{2,3} ?\d{4})(?![\d.])/g
/** A number for faxes alone; 电话/传真 is a telephone too. */
const FAX = /(?<![话机/、]\s?)传\s*真(?:号码)?\s*[:：]?\s*[\d()\-—－ ]{7,20}/g
/** What tells one address from another: street and number, or a building. */
const CORE =
  /([\u4e00-\u9fff]{1,12}(?:路|街|道|巷|大道|镇|村|大厦|广场|中心))[^\d]{0,6}(\d+(?:-\d+)?)?\s*号?/

export const contactInconsistent = defineCheck({
  id: 'request/contact-inconsistent',
  revision: 6,
  title: '依申请公开的电话地址与机构页是否一致',
  question: '依申请公开栏目和公开指南写的电话、地址，与机构职能页写的是否一致？',
  basis: [
    {
      document: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
      clause: '第十二条：公开指南写明机构的办公地址、联系电话，并及时更新（二手）',
    },
  ],
  needs: ['columns'],
  params: {
    requestTopics: {
      default: ['disclosureRequest', 'ogiGuide'],
      meaning: '写明受理渠道的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    institutionTopics: {
      default: ['institution'],
      meaning: '写明机构电话、地址的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
  },
  outcomes: {
    same: { verdict: 'pass', message: '两处的{subject}一致：{words}' },
    different: {
      verdict: 'unsure',
      message: '两处的{subject}不同：依申请公开写的是{request}，机构页写的是{institution}',
      ask: '受理申请的{subject}是否有误，还是受理机构另有办公地点？',
    },
    'guide-different': {
      verdict: 'unsure',
      message:
        '依申请公开栏目与公开指南写的受理{subject}不同：栏目写的是{request}，指南写的是{guide}',
      ask: '两处写的受理{subject}哪一个是对的？',
    },
    'not-comparable': {
      verdict: 'not-applicable',
      message: '没有同时读到依申请公开和机构页的{subject}',
    },
  },
  example: '指南写电话 7654321，机构页写 1234567：电话 different。',
  *run(site, { params, labels }) {
    const phonesIn = phoneReader(labels)
    const addressesIn = addressReader(labels)
    yield compare(site, params, '电话', phonesIn, (a, b) => a === b)
    yield compare(site, params, '地址', addressesIn, sameAddress)
  },
})

/** Values that a text gives, each with its quote. */
type Reader = (text: string) => readonly (readonly [value: string, quote: string])[]

interface Said {
  readonly value: string
  readonly place: Place
}

function compare(
  site: SiteView,
  params: {
    readonly requestTopics: readonly string[]
    readonly institutionTopics: readonly string[]
  },
  subject: string,
  read: Reader,
  same: (a: string, b: string) => boolean,
): Observation<'same' | 'different' | 'guide-different' | 'not-comparable'> {
  // Its own column speaks first; the guide only where that says nothing.
  const bySource = params.requestTopics
    .map((topic) => saidIn(site, [topic], read))
    .filter((said) => said.length > 0)
  const [request = [], ...confirming] = bySource
  const institution = saidIn(site, params.institutionTopics, read)
  // An institution page may give the switchboard alone: the guide that names the same office's number bears it out.
  const known = [...institution, ...confirming.flat()]
  const match = request.find((one) => known.some((other) => same(one.value, other.value)))
  const [first] = request
  const [other] = institution
  if (first === undefined || other === undefined) {
    const where = site.home ?? site.pages[0]
    return {
      outcome: 'not-comparable',
      subject,
      evidence: [...request, ...institution]
        .slice(0, 1)
        .map(({ place }) => place)
        .concat(
          first === undefined && other === undefined && where !== undefined
            ? [citePage(where)]
            : [],
        ),
    }
  }
  const values = (said: readonly Said[]): string =>
    listed([...new Set(said.map(({ value }) => value))], 3)
  // The guide tells of the same office: of its numbers or addresses one should be the column's.
  const [told] = confirming.flat()
  const apart =
    told !== undefined &&
    !confirming.flat().some((one) => request.some((own) => same(one.value, own.value)))
  if (match !== undefined && apart)
    return {
      outcome: 'guide-different',
      subject,
      facts: { request: values(request), guide: values(confirming.flat()) },
      evidence: [first.place, told.place],
    }
  return match !== undefined
    ? { outcome: 'same', subject, facts: { words: match.value }, evidence: [match.place] }
    : {
        outcome: 'different',
        subject,
        facts: { request: values(request), institution: values(institution) },
        evidence: [first.place, other.place],
      }
}

function saidIn(site: SiteView, topics: readonly string[], read: Reader): readonly Said[] {
  const views = new Set(
    topics.flatMap((topic) => site.columnsOf(topic)).flatMap((column) => viewsOf(site, column)),
  )
  return [...views].flatMap(({ page }) =>
    read(page.text.excerpt).map(([value, quote]) => ({
      value,
      place: { url: page.url, at: null, quote },
    })),
  )
}

/** Digits without the area code, from lines that speak of telephones. */
function phoneReader(labels: Labels): Reader {
  const onLine = labelOr(labels, ['telephone', 'consulting'], /咨询|传真/)
  const above = new RegExp(`${labelOr(labels, ['telephone']).source}[\\s:：]*$`)
  return (text) => {
    const lines = text.split('\n')
    return lines.flatMap((line, index) =>
      onLine.test(line) || above.test(lines[index - 1] ?? '')
        ? [...halfWidth(line).replace(FAX, '').matchAll(PHONE)].map(
            (found) => [(found[1] ?? '').replace(' ', ''), found[0].trim()] as const,
          )
        : [],
    )
  }
}

function addressReader(labels: Labels): Reader {
  const behind = new RegExp(
    `${labelOr(labels, ['address']).source}(?:为|是|在)?\\s*[:：]?\\s*([^\\n，,；;。、\\t]{5,50})`,
    'g',
  )
  return (text) =>
    [...text.matchAll(behind)].flatMap((found) => {
      const value = (found[1] ?? '').trim()
      return CORE.test(value) ? [[value, value] as const] : []
    })
}

/** The same street with the same number, or one says less than the other. */
function sameAddress(a: string, b: string): boolean {
  const [one, other] = [coreOf(a), coreOf(b)]
  const streets = one.street.endsWith(other.street) || other.street.endsWith(one.street)
  const numbers = one.number === '' || other.number === '' || one.number === other.number
  return streets && numbers
}

function coreOf(address: string): { readonly street: string; readonly number: string } {
  const plain = halfWidth(address)
    .replace(/\s/g, '')
    .replace(/^.*?[市县区旗](?=.{2,}(?:路|街|道|巷))/, '')
  const found = CORE.exec(plain)
  return { street: found?.[1] ?? plain, number: found?.[2] ?? '' }
}
