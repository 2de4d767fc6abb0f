/**
 * The day of publication that a page's own scripts write: behind a label that stands empty in the markup, or label and
 * day together out of one small script. Where only the label stands there, the address may give the day.
 */
import type { CivilDay, PlacedReading } from '#model/page'
import { findDates } from './dates.ts'
import type { Regions } from './regions.ts'
import type { PageTree } from './tree.ts'

const WRITES = /document\.write(?:ln)?\s*\(/

interface Scripted {
  readonly tree: PageTree
  readonly regions: Regions
}

/** `urlDay`: the day that the page's address tells. */
export function scriptedDay(page: Scripted, urlDay: string | null): PlacedReading<CivilDay> | null {
  return fromEmptyLabel(page, urlDay) ?? fromScript(page)
}

/** `发布时间：` with nothing behind it is filled by script: the address may then stand in. */
function fromEmptyLabel({ tree }: Scripted, urlDay: string | null): PlacedReading<CivilDay> | null {
  const empty =
    /(?:发布|公开|发表)?(?:时间|日期) ?[：:] ?(?=\n|$|\t|[^\d\s]{0,4}来 ?源|浏览|点击|阅读)/.exec(
      tree.flat,
    )
  if (!empty) return null
  const end = empty.index + empty[0].length
  // `发布时间：<script>document.write('2020-03-04'.substr(0, 10))</script>`: the day stands in the script.
  const script = tree.scripts.find((one) => Math.abs(one.el.from - end) <= 1)
  const written =
    script && script.code.length < 400 ? (findDates(script.code)[0]?.day ?? null) : null
  if (script && written !== null) {
    const because = `标签“${empty[0].replace(/[：:\s]/g, '')}”后由脚本写出的日期`
    // Nothing but one day, written out on the spot.
    const plain = WRITES.test(script.code) && findDates(script.code).length === 1
    // 时间 alone says as much in the line of the source.
    const clear = /发布|公开|发表/.test(empty[0]) || /来 ?源/.test(tree.flat.slice(end, end + 20))
    const sureness = plain && clear ? 0.93 : 0.85
    return { value: written, sureness, because, at: script.at }
  }
  if (urlDay === null || !/发布|公开|发表/.test(empty[0])) return null
  return {
    value: urlDay,
    sureness: 0.55,
    because: `标签“${empty[0].replace(/[：:\s]/g, '')}”后的日期由脚本写出，取地址中的日期`,
    at: tree.sourceSpan(empty.index, empty.index + empty[0].length),
  }
}

/** `document.write('<span>发布时间：' + day + '</span>')` above the text: label and day both stand in one small script. */
function fromScript({ tree, regions }: Scripted): PlacedReading<CivilDay> | null {
  for (const { code, el, at } of tree.scripts) {
    if (code.length > 600 || el.from > regions.bodyStart || !WRITES.test(code)) continue
    const label = /(?:发布|公开|发表)(?:时间|日期) ?[：:]/.exec(code)
    const [day, ...others] = label === null ? [] : findDates(code)
    if (label === null || day === undefined || day.day === null || others.length > 0) continue
    const because = `由脚本写出的“${label[0].replace(/[：: ]/g, '')}”`
    return { value: day.day, sureness: 0.92, because, at }
  }
  return null
}
