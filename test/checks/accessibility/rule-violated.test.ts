/** Every outcome of `accessibility/rule-violated`; which pages share a fault; what is not held against a site. */
import { ruleViolated } from '#checks/accessibility/rule-violated'
import type { AxeRuleResult } from '#model/probe'
import { testCheck } from '../../support/check-kit.ts'
import { at, SiteViewBuilder } from '../../support/site-view-builder.ts'

/** A rule result with elements that stand on the page. */
function result(
  site: SiteViewBuilder,
  path: string,
  rule: string,
  elements: readonly string[],
  more: Partial<AxeRuleResult> = {},
): AxeRuleResult {
  return {
    rule,
    impact: 'critical',
    help: '图片必须有替代文本',
    tags: ['cat.text-alternatives', 'wcag2a', 'wcag111'],
    nodes: elements.map((html) => ({
      target: 'img',
      html,
      frame: at(path),
      at: site.cite(path, html).at,
    })),
    count: elements.length,
    ...more,
  }
}

const LOGO = '<img src="/logo.png" data-n="1&amp;2">'

/** Home and list page with the same picture in the head; the list page has one of its own kind of fault too. */
function shared(): SiteViewBuilder {
  const site = new SiteViewBuilder().page('/tzgg/', { kind: 'listing', title: '通知公告' })
  return site
    .examined('/', { violations: [result(site, '/', 'image-alt', [LOGO])] })
    .examined('/tzgg/', {
      violations: [
        result(site, '/tzgg/', 'image-alt', [LOGO]),
        result(site, '/tzgg/', 'label', ['<input name="q">'], { help: '表单要有标签' }),
      ],
    })
}

function apart(): SiteViewBuilder {
  const site = new SiteViewBuilder()
    .page('/a/', { kind: 'listing' })
    .page('/b/', { kind: 'listing' })
  return site
    .examined('/a/', { violations: [result(site, '/a/', 'image-alt', ['<img src="a.png">'])] })
    .examined('/b/', { violations: [result(site, '/b/', 'image-alt', ['<img src="b.png">'])] })
}

const one = (more: Parameters<SiteViewBuilder['examined']>[2] = {}): SiteViewBuilder => {
  const site = new SiteViewBuilder()
  return site.examined('/', { violations: [result(site, '/', 'image-alt', [LOGO])] }, more)
}

testCheck(ruleViolated, {
  clean: {
    shows: 'nothing found on the pages examined',
    site: new SiteViewBuilder().examined('/'),
    expect: { 检测的页面: 'clean' },
    facts: { 检测的页面: { pages: 1 } },
  },
  violated: [
    {
      shows: 'the same element on two templates is one fault, another rule another',
      site: shared(),
      expect: { 'image-alt：首页': 'violated', 'label：列表页': 'violated' },
      facts: {
        'image-alt：首页': {
          impact: '致命',
          wcag: ['wcag2a', 'wcag111'],
          count: 2,
          templates: 2,
          where: '首页、列表页',
        },
      },
    },
    {
      shows: 'different elements on two templates of one kind are two faults',
      site: apart(),
      expect: { 'image-alt：列表页': 'violated', [`image-alt：列表页 ${at('/b/')}`]: 'violated' },
    },
    {
      shows: 'what the same rule leaves open on that page is not asked again',
      site: (() => {
        const site = new SiteViewBuilder()
        return site.examined('/', {
          violations: [result(site, '/', 'image-alt', [LOGO])],
          incomplete: [result(site, '/', 'image-alt', ['<img src="x.png">'])],
        })
      })(),
      expect: { 'image-alt：首页': 'violated' },
    },
    {
      shows: 'in an inner frame, where no element can be pointed at, the page is cited',
      site: (() => {
        const site = new SiteViewBuilder()
        const found = result(site, '/', 'image-alt', ['<img>'])
        const nodes = found.nodes.map((node) => ({ ...node, at: null, frame: at('/frame') }))
        return site.examined('/', { violations: [{ ...found, nodes }] })
      })(),
      expect: { 'image-alt：首页': 'violated' },
    },
    {
      shows: 'a page that lacked its style sheet through us accuses nobody',
      site: one({ lacking: '1 个样式没有取到' }),
      expect: { 'image-alt：首页': 'violated' },
      softened: true,
    },
  ],
  'to-confirm': {
    shows: 'what axe could not decide is asked',
    site: (() => {
      const site = new SiteViewBuilder()
      return site.examined('/', {
        incomplete: [
          result(site, '/', 'color-contrast', ['<b>字</b>'], { impact: 'serious', help: '对比度' }),
        ],
      })
    })(),
    expect: { 'color-contrast：首页': 'to-confirm' },
  },
  'frames-unread': {
    shows: 'frames that could not be examined leave the rest open',
    site: new SiteViewBuilder().examined('/', { framesUnread: ['http://other.example/'] }),
    expect: { 检测的页面: 'frames-unread' },
  },
})
