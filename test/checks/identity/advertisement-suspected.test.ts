/** Every outcome of `identity/advertisement-suspected` from a small site that gives it. */
import { advertisementSuspected } from '#checks/identity/advertisement-suspected'
import type { Advert, PageFurniture } from '#model/page'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const at = [0, 7] as const
const site = (furniture: Partial<PageFurniture>) => new SiteViewBuilder({ furniture })
const float = (closable: boolean) => ({ floats: [{ quote: '示例市林业局', at, closable }] })

const advert = (quote: string, says: Advert['says'] = [], more: Partial<Advert> = {}): Advert => ({
  quote,
  at,
  by: 'away',
  says,
  ...more,
})
const selling = (one: Advert): SiteViewBuilder =>
  new SiteViewBuilder({ words: [one.quote], furniture: { adverts: [one] } })

const CASE = '【广告】湖畔名邸 首付8万起 购房热线 400-700-7654'

testCheck(advertisementSuspected, {
  none: [
    { shows: 'nothing', site: site({}), expect: { 飘窗: 'none', 商业广告: 'none' } },
    {
      shows: 'a window that can be closed',
      site: site(float(true)),
      expect: { 飘窗: 'none', 商业广告: 'none' },
    },
  ],
  popped: {
    shows: 'a window that opens with the page',
    site: site({
      popups: [{ quote: '示例市林业局', at, url: 'http://lyj.example.gov.cn/pop.html' }],
    }),
    expect: { 自动弹出的窗口: 'popped', 飘窗: 'none', 商业广告: 'none' },
  },
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
  unclosable: [
    {
      shows:
        'a window that bids to buy at a price on a shop’s page; the same in a text is asked about',
      site: new SiteViewBuilder({
        furniture: { ...float(false), adverts: [advert('示例市林业局', ['price', 'order'])] },
      }),
      expect: { 飘窗: 'unclosable', '商业广告：有价有联系': 'shown' },
    },
    {
      shows: 'a window without a button to close it',
      site: site(float(false)),
      expect: { 飘窗: 'unclosable', 商业广告: 'none' },
    },
    {
      shows: 'a picture that is merely fixed over the page, whose scripts were all read',
      site: site({
        floats: [{ quote: '示例市林业局', at, closable: false, still: true }],
        readWhole: true,
      }),
      expect: { 飘窗: 'unclosable', 商业广告: 'none' },
    },
  ],
  shown: (
    [
      ['goods at a price on a link to a shop', '湖畔名邸 均价6800元', ['goods', 'price']],
      ['a price and a telephone', '全场5折 0700-7654321', ['price', 'phone']],
      ['gambling', '澳门新葡京', ['shady']],
      [
        'a picture with a price and a bid',
        '限时特惠 立即抢购',
        ['price', 'order'],
        { pictured: true },
      ],
      ['what says itself that it is one', '广告', [], { labelled: true, pictured: true }],
      ['a network of advertisements', 'tanx.com', [], { by: 'network' }],
      [
        'a marked box',
        '【广告】湖畔名邸 首付8万起',
        ['goods', 'price'],
        { by: 'box', labelled: true },
      ],
      [
        'an offer without a link on the home page',
        '湖畔名邸 首付8万起 0700-7654321',
        ['goods', 'price', 'phone'],
        { by: 'box' },
      ],
      [
        'an offer on a link that leads nowhere',
        '湖畔名邸 首付8万起 0700-7654322',
        ['goods', 'price', 'order'],
        { by: 'near' },
      ],
    ] as const
  ).map(([shows, quote, says, more]) => ({
    shows,
    site: selling(advert(quote, says, more)),
    expect: { 飘窗: 'none', '商业广告：有价有联系': 'shown' } as const,
  })),
  suspected: [
    {
      shows: 'a bid to buy at a price that stands in the page',
      site: selling(advert('双十二直降 立即抢购', ['price', 'order'])),
      expect: { 飘窗: 'none', 商业广告: 'suspected' },
    },
    ...(
      [
        [
          '创业担保贷款 年化2.1%起 扫码立享',
          ['goods', 'price', 'order', 'public'],
          { pictured: true },
        ],
        ['助农专区 全场8折 订购热线：0700-7654321', ['price', 'phone', 'public'], {}],
        ['金星橱柜 预约量房', ['goods', 'order'], { pictured: true }],
        ['翡翠湖畔 洋房 均价7800', ['goods', 'price'], { by: 'near', pictured: true }],
      ] as const
    ).map(([quote, says, more]) => ({
      shows: quote,
      site: selling(advert(quote, says, more)),
      expect: { 飘窗: 'none', 商业广告: 'suspected' } as const,
    })),
    {
      shows: 'advertising space is offered',
      site: site({ adverts: [{ quote: '示例市林业局', at }] }),
      expect: { 飘窗: 'none', 商业广告: 'suspected' },
    },
    {
      shows: 'an article that quotes a marked box',
      site: new SiteViewBuilder().page('/al/1.html', {
        kind: 'article',
        words: [CASE],
        furniture: {
          adverts: [advert(CASE, ['goods', 'price', 'phone'], { by: 'box', labelled: true })],
        },
      }),
      expect: { 飘窗: 'none', 商业广告: 'suspected' } as const,
    },
  ],
})
