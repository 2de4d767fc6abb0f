/**
 * Who leads the body is among its leaders: where several deputies of one post are named (副县长), somebody holds the post itself.
 * Whoever is said to preside meanwhile counts; a post that is vacant, or told of where nobody was read, is a question.
 */
import { squash } from '#base/text'
import type { Column, Leader, PageView, SiteView } from '#model/site-view'
import { listed } from './cite.ts'
import { partly, type Rests, WHOLE } from './coverage.ts'
import { viewsOf } from './elements.ts'
import { leadsOn } from './page-lines.ts'
import { isGovernment } from './searched.ts'

export interface HeadlessBody {
  readonly facts: Readonly<Record<'column' | 'count' | 'deputies' | 'post', string | number>>
  readonly deputies: readonly Leader[]
  readonly coverage: Rests
}

const LEAST_LEADERS = 3
const LEAST_DEPUTIES = 2

/** Levels and offices by what stands before 长; all others are led by a 主任. */
const LED_BY: readonly (readonly [body: RegExp, post: string])[] = [
  [/(?:^|[^镇乡])([省市县区旗州镇乡])(?:人民)?政府$/, ''],
  [/([镇乡局厅])$/, ''],
  [/(?:街道|办事处|委员会|管委会|[委办]|办公室|中心)$/, '主任'],
]

function postOf(name: string): string | null {
  for (const [body, post] of LED_BY) {
    const found = body.exec(squash(name))
    if (found !== null) return post || `${found[1]}长`
  }
  return null
}

/** The body's own post that none of the leaders holds, though two or more are its deputies; null where that is not plain. */
export function headlessBody(site: SiteView, columns: readonly Column[]): HeadlessBody | null {
  const post = postOf(site.agency.name)
  const { leaders } = site
  if (post === null || leaders.length < LEAST_LEADERS) return null
  const head = new RegExp(`(?<!副)(?<!副[省市县区镇乡])${post}(?!科员|助理)`)
  const deputies = leaders.filter((one) => one.post?.includes(`副${post}`) === true)
  const isPosted = leaders.every((one) => one.post !== null)
  if (deputies.length < LEAST_DEPUTIES || !isPosted) return null
  if (leaders.some((one) => head.test(one.post ?? '') || presides(site, one))) return null
  const names = deputies.map((one) => `${one.name}（${one.post}）`)
  const column = squash(columns[0]?.name ?? '')
  const facts = { column, count: leaders.length, post, deputies: listed(names, 3) }
  return { facts, deputies, coverage: restsOf(site, columns, head) }
}

/** 主持局全面工作 without the post: of a government, its party's secretary is another. */
function presides(site: SiteView, { duties }: Leader): boolean {
  const own = isGovernment(site) ? '政府|行政|机关' : '政府|行政|机关|党组|党委|[局厅委办]|中心'
  return new RegExp(`主持[\\u4e00-\\u9fff]{0,4}?(?:${own}|和|、|的)*(?:全面|日常|各项)?工作`).test(
    (duties ?? '').replace(/主持[^，。；]{0,10}(?:党委|人大|政协|办公室)[^，。；]*/, ''),
  )
}

function restsOf(site: SiteView, columns: readonly Column[], head: RegExp): Rests {
  const cut = columns.find((one) => one.kind !== 'local' || one.coverage === 'partial')
  if (cut !== undefined) return partly(cut.coverageBecause ?? `“${cut.name}”没有读全`)
  const views = [...new Set(columns.flatMap((column) => [...viewsOf(site, column)]))]
  const known = site.leaders.flatMap(({ post, duties }) => [post ?? '', duties ?? ''])
  const isTold = ({ page }: PageView): boolean =>
    [page.text.excerpt, ...page.links.map(({ text }) => text)].some((words) =>
      head.test(
        known
          .filter((one) => one !== '')
          .reduce((rest, one) => rest.replaceAll(one, ''), words)
          .replace(/协助[^，。；\n]{0,16}|[市县区镇乡局]长(?:信箱|热线|接待)/g, ''),
      ),
    )
  if (views.some(isTold)) return partly('页面上写到了这一职务，没有对应到人')
  const unnamed = views.find((view) =>
    view.page.links.some(({ area, text }) => area !== 'footer' && area !== 'nav' && text === ''),
  )
  if (unnamed !== undefined && leadsOn(site, unnamed)) return partly('页面上有没有文字的图片入口')
  const changed = site.columns
    .flatMap(({ items }) => items)
    .find(({ title }) => /辞去|免去|任免|代理|任命|当选/.test(title) && head.test(title))
  return changed === undefined ? WHOLE : partly(`“${squash(changed.title)}”写到这一职务的变动`)
}
