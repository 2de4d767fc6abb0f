/**
 * Do service guides (办事指南) name the eight elements? One finding over all guides read, with the share that is
 * complete. A guide whose missing elements may stand in a file or a picture is not counted against the site. One that names
 * nothing, in a sentence or two with nothing to open, is told apart, and one that contradicts itself: a term promised longer
 * than the law's. Whether the rest of what is named is right is for a person.
 */
import { clip } from '#base/text'
import {
  citeColumn,
  citePage,
  defineCheck,
  holdsMore,
  isReadWhole,
  listed,
  longPromise,
  WHOLE,
} from '#engine/define-check'
import type { Observation } from '#model/check'
import type { Column, ServiceGuide, SiteView } from '#model/site-view'

const SUBJECT = '办事指南要素'

export const guideIncomplete = defineCheck({
  id: 'service/guide-incomplete',
  revision: 16,
  title: '办事指南要素是否齐全',
  question:
    '办事指南是否写明事项名称、设定依据、申请条件、办理材料、办理地点、办理时间、联系电话和办理流程？',
  basis: [
    {
      document: '《政府网站与政务新媒体检查指标》国办秘函〔2019〕19号',
      clause:
        '单项否决·服务不实用：重点要素类别缺失4类及以上的事项达到5个，或不足5个时全部如此（个数未核对原文）；办事服务：指南要素准确',
    },
  ],
  needs: ['columns'],
  params: {
    severeKinds: {
      default: 4,
      meaning: '一份指南缺几类要素按严重缺失计',
      source: '国办秘函〔2019〕19号（未核对原文）',
      verified: false,
    },
    severeGuides: {
      default: 5,
      meaning: '严重缺失的指南达到几份按服务不实用计（总数不足时为全部）',
      source: '国办秘函〔2019〕19号（未核对原文）',
      verified: false,
    },
    bareLength: {
      default: 80,
      meaning: '一类要素也没有写的指南，正文不到多少字才算只有一两句话',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    complete: { verdict: 'pass', message: '读到的 {judged} 份办事指南八类要素齐全' },
    incomplete: {
      verdict: 'fail',
      message: '{judged} 份办事指南中有 {count} 份缺要素：{names}',
      claimsAbsence: true,
      ask: '所列指南（含附件、图片、折叠的内容）是否确实缺这些要素？',
    },
    severe: {
      verdict: 'fail',
      message: '{judged} 份办事指南中有 {severe} 份缺 {kinds} 类以上要素{rest}：{names}',
      claimsAbsence: true,
      ask: '所列指南（含附件、图片、折叠的内容）是否确实缺这些要素？',
    },
    'neighbour-only': {
      verdict: 'unsure',
      message: '有 {count} 份办事指南写着办结期限或监督电话，没有写办理时间、咨询电话：{names}',
      ask: '所列指南写的期限、电话，是否就是办理的时间和咨询的电话？',
    },
    bare: {
      verdict: 'fail',
      message: '有 {count} 份办事指南只有一两句话，没有列出任何一类要素：{names}',
      claimsAbsence: true,
      ask: '所列指南（含附件、图片、链接的页面）是否确实没有写明要素？',
    },
    'promised-longer': {
      verdict: 'fail',
      message: '有 {count} 份办事指南写的承诺时限比法定时限还长：{names}',
      ask: '所列指南的两个时限是否写错？',
    },
    external: {
      verdict: 'not-applicable',
      message: '办事服务在站外（{target}），本站没有办事指南',
    },
    'no-column': {
      verdict: 'not-applicable',
      message: '没有识别出办事服务栏目（是否应设由栏目检查判断）',
    },
    'none-read': {
      verdict: 'unsure',
      message: '没有读到可以判断的办事指南（{reason}）',
      ask: '请抽看几份办事指南，八类要素是否齐全？',
    },
  },
  example: '8份指南里有2份没有写办理地点和联系电话：办事指南要素 incomplete，四分之三齐全。',
  *run(site, { params }) {
    const columns = site.columnsOf('serviceGuide')
    const judged = site.serviceGuides.filter(({ unread }) => unread === null)
    const lacking = judged.filter(({ missing }) => missing.length > 0)
    const severe = judged.filter(({ missing }) => missing.length >= params.severeKinds)
    if (judged.length === 0) {
      yield unjudged(site, columns)
      yield* longOf(site)
      return
    }
    // Those that lack less are said with the gravest.
    const fewer = lacking.filter((guide) => !severe.includes(guide))
    const enough = Math.min(params.severeGuides, judged.length)
    const outcome =
      severe.length >= enough ? 'severe' : lacking.length > 0 ? 'incomplete' : 'complete'
    const shown = outcome === 'severe' ? [...severe, ...fewer] : lacking
    yield {
      outcome,
      subject: SUBJECT,
      facts: {
        judged: judged.length,
        count: lacking.length,
        severe: severe.length,
        kinds: params.severeKinds,
        ...(outcome === 'severe'
          ? { rest: fewer.length > 0 ? `，另有 ${fewer.length} 份也缺要素` : '' }
          : {}),
        unread: site.serviceGuides.length - judged.length,
        names: listed(
          [...(outcome === 'severe' ? [...severe.slice(0, 4), ...fewer.slice(0, 3)] : lacking)].map(
            ({ title, missing }) => `“${clip(title, 24)}”缺${missing.join('、')}`,
          ),
          outcome === 'severe' ? 7 : 4,
        ),
      },
      measure: { value: 1 - lacking.length / judged.length, unit: 'share' },
      evidence: (shown.length > 0 ? shown : judged).slice(0, 10).map(({ place }) => place),
      pages: shown.map(({ url }) => url),
      // What these pages say does not depend on how much of the portal was seen; that they are all does.
      ...(outcome !== 'severe' || judged.length >= params.severeGuides ? { coverage: WHOLE } : {}),
    }
    yield* looseOf(judged)
    yield* bareOf(site, params.bareLength)
    yield* longOf(site)
  },
})

/** 办理时限 may be what a portal calls 办理时间; whether it is, its guides do not show. */
function* looseOf(judged: readonly ServiceGuide[]): Generator<Observation<'neighbour-only'>> {
  const loose = judged.filter((guide) => (guide.loose ?? []).length > 0)
  if (loose.length === 0) return
  yield {
    outcome: 'neighbour-only',
    subject: '办事指南的时间和电话',
    facts: {
      count: loose.length,
      names: listed(
        loose.map((guide) => `“${clip(guide.title, 24)}”的${(guide.loose ?? []).join('、')}`),
        4,
      ),
    },
    evidence: loose.slice(0, 10).map(({ place }) => place),
    pages: loose.map(({ url }) => url),
    coverage: WHOLE,
  }
}

/** What an office promises it does sooner than it must. */
function* longOf(site: SiteView): Generator<Observation<'promised-longer'>> {
  const long = site.serviceGuides.flatMap(({ title, url }) => {
    const view = site.pageAt(url)
    const promise = view === null ? null : longPromise(view)
    return promise === null ? [] : [{ title, url, ...promise }]
  })
  if (long.length === 0) return
  const names = long.map(
    ({ title, legal, promised }) => `“${clip(title, 24)}”${legal}、${promised}`,
  )
  yield {
    outcome: 'promised-longer',
    subject: '办事指南的时限',
    facts: { count: long.length, names: listed(names, 4) },
    measure: { value: long.length, unit: 'count' },
    evidence: long.slice(0, 5).flatMap(({ places }) => places),
    pages: long.map(({ url }) => url),
    coverage: WHOLE,
  }
}

/** All that a guide is asked to name beside its own name. */
const MOST_MISSING = 7
const LEADS_ON =
  /附件|详见|见下|扫码|二维码|下载|登录|网址|https?:|www\.|政务服务网|在线(?:办理|申请|申报)/
/** The service is offered no more, or elsewhere: nothing is left to be named. */
const ENDED =
  /取消|下放|划转|移交|转移至|移至|并入|合并|暂停|停[止办发]|不再|终止|废止|无[需须]|免[予于]|改为|调整为/
const DOOR = /在线|点击|进入|查看|详情|下载|办理入口|立即|扫码/

/** Beside guides that say what they owe, one that names nothing, and has nothing to open where it might. */
function* bareOf(site: SiteView, length: number): Generator<Observation<'bare'>> {
  const isBare = ({ url, missing, unread }: ServiceGuide): boolean => {
    const view = site.pageAt(url)
    if (unread === null || missing.length < MOST_MISSING || view === null) return false
    const { text, links, kind } = view.page
    return (
      kind.value === 'article' &&
      isReadWhole(view) &&
      !holdsMore(view) &&
      text.length > 0 &&
      text.length < length &&
      /。/.test(text.excerpt) &&
      !LEADS_ON.test(text.excerpt) &&
      !ENDED.test(text.excerpt) &&
      !links.some((link) => link.area !== 'nav' && DOOR.test(link.text))
    )
  }
  const bare = site.serviceGuides.filter(isBare)
  if (bare.length === 0) return
  yield {
    outcome: 'bare',
    subject: '没有要素的办事指南',
    facts: { count: bare.length, names: listed(bare.map(({ title }) => `“${clip(title, 24)}”`)) },
    measure: { value: bare.length, unit: 'count' },
    evidence: bare.slice(0, 10).map(({ place }) => place),
    pages: bare.map(({ url }) => url),
    coverage: WHOLE,
  }
}

function unjudged(
  site: SiteView,
  columns: readonly Column[],
): Observation<'external' | 'none-read' | 'no-column'> {
  const [guide] = site.serviceGuides
  const [column] = columns
  const outside = columns.find(({ kind }) => kind !== 'local')
  const where = site.home ?? site.pages[0]
  if (column === undefined)
    return {
      outcome: 'no-column',
      subject: SUBJECT,
      evidence: where === undefined ? [] : [citePage(where)],
    }
  if (guide === undefined && outside !== undefined)
    return {
      outcome: 'external',
      subject: SUBJECT,
      facts: { target: outside.url },
      evidence: citeColumn(site, outside),
    }
  const reason =
    guide === undefined
      ? (column.coverageBecause ?? `“${column.name}”下没有识别出指南`)
      : `${site.serviceGuides.length} 份都没有读全：${guide.unread ?? ''}`
  return {
    outcome: 'none-read',
    subject: SUBJECT,
    facts: { reason },
    evidence: citeColumn(site, column),
  }
}
