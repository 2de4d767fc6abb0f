/** Every outcome of `identity/advertisement-suspected` from a small site that gives it. */
import { advertisementSuspected } from '#checks/identity/advertisement-suspected'
import type { PageFurniture } from '#model/page'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const at = [0, 7] as const
const site = (furniture: Partial<PageFurniture>) => new SiteViewBuilder({ furniture })
const float = (closable: boolean) => ({ floats: [{ quote: '示例市林业局', at, closable }] })

const CASE = '【广告】湖畔名邸 首付8万起 购房热线 400-700-7654'

/** A picture alone, on a link to a commercial host. */
const picture = (quote: string): SiteViewBuilder =>
  new SiteViewBuilder({ words: [quote], furniture: { adverts: [{ quote, at, pictured: true }] } })

testCheck(advertisementSuspected, {
  none: [
    { shows: 'nothing', site: site({}), expect: { 飘窗: 'none', 商业广告: 'none' } },
    {
      shows: 'a window that can be closed',
      site: site(float(true)),
      expect: { 飘窗: 'none', 商业广告: 'none' },
    },
  ],
  stuck: [
    {
      shows: 'the page’s own script has it drift, and does nothing else to it',
      site: site({ floats: [{ quote: '示例市林业局', at, closable: false, moved: true }] }),
      expect: { '飘窗：没有关闭按钮': 'stuck', 商业广告: 'none' },
    },
    {
      shows: 'all scripts of the page were read',
      site: site({ ...float(false), readWhole: true }),
      expect: { '飘窗：没有关闭按钮': 'stuck', 商业广告: 'none' },
    },
  ],
  unclosable: {
    shows: 'a window without a button to close it',
    site: site(float(false)),
    expect: { 飘窗: 'unclosable', 商业广告: 'none' },
  },
  shown: [
    ['a price and a telephone on a link to a shop', '湖畔名邸 均价6800元/平 盛大开盘 0700-7654321'],
    ['a box that is marked', '【广告】湖畔名邸 首付8万起 热销中 购房热线 400-700-7654'],
    ['a loan at so much a month', '教育贷款 月息低至0.4% 立即申请'],
    ['flats on sale behind nothing', '滨江华府精装现房 首付8万起 售楼热线 致电有礼'],
    ['a link that says itself what it is, and for how much less', '广告：车险特惠 立减500元'],
    ['flats on sale and what is paid down for one', '湖畔名邸 江景洋房火热发售 首付8万起'],
  ]
    .map(([shows = '', quote = '']) => ({
      shows,
      site: new SiteViewBuilder({ words: [quote], furniture: { adverts: [{ quote, at }] } }),
      expect: { 飘窗: 'none', '商业广告：有价有联系': 'shown' } as const,
    }))
    .concat([
      {
        shows: 'a picture that sells for a price on a link to the seller',
        site: picture('雅康口腔 种植牙3980元起 名额有限'),
        expect: { 飘窗: 'none', '商业广告：有价有联系': 'shown' } as const,
      },
    ]),
  suspected: [
    ...[
      '创业担保贷款 年化2.1%起 扫码立享',
      '惠民消费券 满100元减30 名额有限',
      '家电以旧换新 8折起 开业',
    ].map((quote) => ({
      shows: `a picture for a public end: ${quote}`,
      site: picture(quote),
      expect: { 飘窗: 'none', 商业广告: 'suspected' } as const,
    })),
    {
      shows: 'words without a price on a picture',
      site: picture('金星橱柜 盛大开业'),
      expect: { 飘窗: 'none', 商业广告: 'suspected' },
    },
    {
      shows: 'an advertising network is called',
      site: site({ adverts: [{ quote: '示例市林业局', at }] }),
      expect: { 飘窗: 'none', 商业广告: 'suspected' },
    },
    {
      shows: 'an article that quotes a marked box',
      site: new SiteViewBuilder().page('/al/1.html', {
        kind: 'article',
        words: [CASE],
        furniture: { adverts: [{ quote: CASE, at }] },
      }),
      expect: { 飘窗: 'none', 商业广告: 'suspected' } as const,
    },
    ...[
      '助农专区 全场8折 订购热线：0700-7654321',
      '驾校招生 限时优惠',
      '湖畔名邸 盛大开盘 欢迎品鉴',
      '共有产权住房发售 首付8万起',
    ].map((quote) => ({
      shows: quote,
      site: new SiteViewBuilder({ words: [quote], furniture: { adverts: [{ quote, at }] } }),
      expect: { 飘窗: 'none', 商业广告: 'suspected' } as const,
    })),
  ],
})
