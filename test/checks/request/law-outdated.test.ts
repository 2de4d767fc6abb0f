/** Every outcome of `request/law-outdated` from a small site that gives it. */
import { lawOutdated } from '#checks/request/law-outdated'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const says = (...words: string[]): SiteViewBuilder =>
  new SiteViewBuilder().column('依申请公开', '/ysq/', {
    topic: 'disclosureRequest',
    kind: 'article',
    words,
  })

testCheck(lawOutdated, {
  current: [
    {
      shows: '20 days and order 711; third parties have 15 days',
      site: says(
        '本机关自收到申请之日起20个工作日内予以答复，需要延长的不超过20个工作日。',
        '第三方应当自收到征求意见书之日起15个工作日内提出意见，未答复的由行政机关决定。',
        '权利人自收到征询函之日起15个工作日内未答复的，由本机关决定是否公开。',
        '收到举报的机关15个工作日内答复举报人。',
        '2007年1月17日国务院第165次常务会议通过《政府信息公开条例》（国务院令第492号）。',
        '依据《中华人民共和国政府信息公开条例》（国务院令第711号，原国务院令第492号修订）',
      ),
      expect: { 答复期限: 'current', 法律依据: 'current' },
    },
    {
      shows: 'the old order named as replaced',
      site: says(
        '依据《中华人民共和国政府信息公开条例》（国务院令第711号）编制。',
        '原国务院令第492号公布的条例已经修订，本指南同步更新。',
      ),
      expect: { 答复期限: 'not-stated', 法律依据: 'current' },
    },
  ],
  'term-outdated': [
    {
      shows: 'the request column’s own page says the old alone, the guide the new',
      site: says(
        '依据《中华人民共和国政府信息公开条例》（国务院令第492号）受理。',
        '自收到申请之日起15个工作日内予以答复。',
      ).column('公开指南', '/zn/', {
        topic: 'ogiGuide',
        kind: 'article',
        words: [
          '根据《中华人民共和国政府信息公开条例》（国务院令第711号）编制。',
          '自收到申请之日起20个工作日内答复。',
        ],
      }),
      expect: { 答复期限: 'term-outdated', 法律依据: 'law-outdated' },
    },
    {
      shows: 'the old period',
      site: says('不能当场答复的，自收到申请之日起15个工作日内予以答复。'),
      expect: { 答复期限: 'term-outdated', 法律依据: 'not-stated' },
    },
    {
      shows: 'a guide filed among the annual reports',
      site: new SiteViewBuilder()
        .column('年度报告', '/nb/', {
          topic: 'ogiAnnualReports',
          items: [['示例市林业局政府信息公开指南', '2017-08-16', '/nb/1.html']],
        })
        .page('/nb/1.html', {
          kind: 'article',
          words: ['单项申请自登记之日起不超过15个工作日答复。'],
        }),
      expect: { 答复期限: 'term-outdated', 法律依据: 'not-stated' },
    },
  ],
  'law-outdated': [
    {
      shows: 'the old order as the basis',
      site: says('根据《中华人民共和国政府信息公开条例》（国务院令第492号）制定本指南。'),
      expect: { 答复期限: 'not-stated', 法律依据: 'law-outdated' },
    },
    {
      shows: 'the old order by the day from which it was in force',
      site: says('根据2008年5月1日起施行的《政府信息公开条例》，制定本指南。'),
      expect: { 答复期限: 'not-stated', 法律依据: 'law-outdated' },
    },
  ],
  contradictory: [
    {
      shows: 'two periods',
      site: says('收到申请后15个工作日内答复。', '收到申请之日起20个工作日内答复。'),
      expect: { 答复期限: 'contradictory', 法律依据: 'not-stated' },
    },
    {
      shows: 'an old paper filed below the column that says the new',
      site: new SiteViewBuilder()
        .column('依申请公开', '/ysq/', {
          topic: 'disclosureRequest',
          items: [['依申请公开须知', '2017-08-16', '/ysq/1.html']],
          words: ['收到申请之日起20个工作日内答复。'],
        })
        .page('/ysq/1.html', { kind: 'article', words: ['收到申请后15个工作日内答复。'] }),
      expect: { 答复期限: 'contradictory', 法律依据: 'not-stated' },
    },
  ],
  'not-stated': {
    shows: 'before the new law the old period was right; publicity periods are no answers',
    site: says('收到申请后15个工作日内答复。', '公示15个工作日').with({ asOf: '2019-03-01' }),
    expect: { 答复期限: 'not-stated', 法律依据: 'not-stated' },
  },
})
