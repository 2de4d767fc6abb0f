/** Every outcome of `identity/advertisement-suspected` from a small site that gives it. */
import { advertisementSuspected } from '#checks/identity/advertisement-suspected'
import type { PageFurniture } from '#model/page'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const at = [0, 7] as const
const site = (furniture: Partial<PageFurniture>) => new SiteViewBuilder({ furniture })
const float = (closable: boolean) => ({ floats: [{ quote: '示例市林业局', at, closable }] })

testCheck(advertisementSuspected, {
  none: [
    { shows: 'nothing', site: site({}), expect: { 飘窗: 'none', 商业广告: 'none' } },
    {
      shows: 'a window that can be closed',
      site: site(float(true)),
      expect: { 飘窗: 'none', 商业广告: 'none' },
    },
  ],
  unclosable: {
    shows: 'a window without a button to close it',
    site: site(float(false)),
    expect: { 飘窗: 'unclosable', 商业广告: 'none' },
  },
  suspected: {
    shows: 'an advertising network is called',
    site: site({ adverts: [{ quote: '示例市林业局', at }] }),
    expect: { 飘窗: 'none', 商业广告: 'suspected' },
  },
})
