/** Every outcome of `service/guide-incomplete` from a small site that gives it. */
import { guideIncomplete } from '#checks/service/guide-incomplete'
import type { ServiceGuide } from '#model/site-view'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const S = '办事指南要素'
const SEVERE = ['设定依据', '申请条件', '办理地点', '办理流程']
type Told = readonly [title: string, missing?: readonly string[], unread?: string]

function guides(...told: readonly Told[]): SiteViewBuilder {
  const site = new SiteViewBuilder().column('办事指南', '/bs/', { topic: 'serviceGuide' })
  for (const [title] of told) site.page(`/bs/${title}.html`, { title, kind: 'article' })
  return site.with({
    serviceGuides: told.map(
      ([title, missing, unread]): ServiceGuide => ({
        title,
        url: site.cite(`/bs/${title}.html`, title).url,
        missing: missing ?? [],
        unread: unread ?? null,
        place: site.cite(`/bs/${title}.html`, title),
      }),
    ),
  })
}

const ALL_SEVEN = [...SEVERE, '办理材料', '办理时间', '联系电话']

/** Beside one in order, guides that name nothing, with their pages as given. */
function bareGuides(
  ...told: readonly (readonly [title: string, words: readonly string[], more: PageSpec])[]
): SiteViewBuilder {
  const site = guides(
    ['采伐许可'],
    ...told.map(([title]): Told => [title, ALL_SEVEN, '页面上的文字很少']),
  )
  for (const [title, words, more] of told)
    site.page(`/bs/${title}.html`, { title, kind: 'article', words, ...more })
  return site
}

/** Guides in order, with these words on their pages. */
function saying(...words: readonly (readonly string[])[]): SiteViewBuilder {
  const site = guides(...words.map((_, at): Told => [`指南${at}`]))
  for (const [at, lines] of words.entries())
    site.page(`/bs/指南${at}.html`, { title: `指南${at}`, kind: 'article', words: lines })
  return site
}

testCheck(guideIncomplete, {
  'neighbour-only': {
    shows: 'nothing on the portal tells whether the term is meant',
    site: (() => {
      const site = guides(['采伐许可'], ['运输证'])
      return site.with({
        serviceGuides: ['采伐许可', '运输证'].map(
          (title): ServiceGuide => ({
            title,
            url: site.cite(`/bs/${title}.html`, title).url,
            missing: [],
            loose: ['办理时间'],
            unread: null,
            place: site.cite(`/bs/${title}.html`, title),
          }),
        ),
      })
    })(),
    expect: { [S]: 'complete', 办事指南的时间和电话: 'neighbour-only' },
    facts: { 办事指南的时间和电话: { count: 2 } },
  },
  'promised-longer': {
    shows: 'longer than the law allows; the same, a shorter one, other units and two terms are not',
    site: saying(
      ['法定办结时限\t10个工作日', '承诺办结时限\t30个工作日'],
      ['法定时限：20个工作日', '承诺时限：20个工作日'],
      ['法定办结时限：20个工作日', '承诺办结时限：5个工作日'],
      ['法定办结时限：15个工作日', '承诺办结时限：20日'],
      ['法定办结时限：即办', '承诺办结时限：1个工作日'],
      ['法定办结时限：20个工作日（不含公示7日）', '承诺办结时限：25个工作日'],
      ['法定时限：5个工作日', '承诺时限：10个工作日', '法定时限：20个工作日'],
    ),
    expect: { [S]: 'complete', 办事指南的时限: 'promised-longer' },
    facts: { 办事指南的时限: { count: 1 } },
  },
  complete: {
    shows: 'all eight; one that may say the rest in a file is not counted',
    site: guides(['采伐许可'], ['运输证明', ['办理流程'], '内容可能在附件里']),
    expect: { [S]: 'complete' },
    facts: { [S]: { judged: 1, unread: 1 } },
  },
  incomplete: [
    {
      shows: 'one of two lacks the procedure',
      site: guides(['采伐许可'], ['运输证明', ['办理流程']]),
      expect: { [S]: 'incomplete' },
      facts: { [S]: { judged: 2, count: 1 } },
    },
    {
      shows: 'four severe ones of six are no veto',
      site: guides(['一'], ['二'], ['三', SEVERE], ['四', SEVERE], ['五', SEVERE], ['六', SEVERE]),
      expect: { [S]: 'incomplete' },
    },
  ],
  severe: [
    {
      shows: 'five with four kinds missing',
      site: guides(
        ['一'],
        ['二', SEVERE],
        ['三', SEVERE],
        ['四', SEVERE],
        ['五', SEVERE],
        ['六', SEVERE],
      ),
      expect: { [S]: 'severe' },
      facts: { [S]: { severe: 5 } },
    },
    {
      shows: 'one that lacks less is said beside them',
      site: guides(
        ['一', ['联系电话']],
        ['二', SEVERE],
        ['三', SEVERE],
        ['四', SEVERE],
        ['五', SEVERE],
        ['六', SEVERE],
      ),
      expect: { [S]: 'severe' },
      facts: { [S]: { severe: 5, count: 6, rest: '，另有 1 份也缺要素' } },
    },
    {
      shows: 'all of two',
      site: guides(['一', SEVERE], ['二', SEVERE]),
      expect: { [S]: 'severe' },
    },
  ],
  bare: {
    shows:
      'one sentence and nothing to open; a file, a link or a network named may hold the rest, and what is offered no more owes none',
    site: bareGuides(
      ['运输证明', ['运输证明请到林业站咨询。'], {}],
      ['采种许可', ['请到政务服务网办理。'], {}],
      ['植物检疫', ['检疫请到林业站咨询。'], { attachments: [['指南.doc', '/bs/a.doc']] }],
      ['木材加工', ['加工请到林业站咨询。'], { links: [['办事指南全文', '/bs/b', 'main']] }],
      ['征占林地', ['征占请到林业站咨询。'], { pictures: [{ inBody: '/bs/c.png' }] }],
      ['苗木生产', ['苗木生产请到林业站咨询。'], { needsBrowser: '正文由脚本写出' }],
      ['狩猎许可', ['该事项已取消。'], {}],
      ['驯养许可', ['该事项已下放至乡镇。'], {}],
      ['苗木运输', ['该事项已划转至行政审批局。'], {}],
    ),
    expect: { [S]: 'complete', 没有要素的办事指南: 'bare' },
    facts: { 没有要素的办事指南: { count: 1, names: '“运输证明”' } },
  },
  external: {
    shows: 'the provincial service network',
    site: new SiteViewBuilder().column('政务服务', 'https://zwfw.example-province.gov.cn/', {
      topic: 'serviceGuide',
      kindOfColumn: 'external',
    }),
    expect: { [S]: 'external' },
  },
  'none-read': [
    {
      shows: 'all that was read points to files',
      site: guides(['运输证明', ['办理流程'], '内容可能在附件里']),
      expect: { [S]: 'none-read' },
    },
    {
      shows: 'a service column without guides',
      site: guides(),
      expect: { [S]: 'none-read' },
    },
  ],
  'no-column': {
    shows: 'no service column',
    site: new SiteViewBuilder().column('通知公告', '/tz/'),
    expect: { [S]: 'no-column' },
  },
})
