/** Every outcome of `disclosure/standards-incomplete` from a small site that gives it. */
import { standardsIncomplete } from '#checks/disclosure/standards-incomplete'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const S = '公开标准要素'
const site = (...words: readonly string[]) =>
  new SiteViewBuilder().column('基层政务公开', '/jc/', { topic: 'grassrootsDisclosure', words })
const FULL =
  '序号 公开事项 公开内容（要素） 公开依据 公开时限 公开主体 公开渠道和载体 公开对象 备注'

testCheck(standardsIncomplete, {
  complete: [
    {
      shows: 'each cell on a line of its own, one cut by a break',
      site: site(...FULL.replace('（', ' （').split(' '), '1', '低保', '名单', '条例'),
      expect: { [S]: 'complete' },
      facts: { [S]: { tables: 1 } },
    },
    {
      shows: 'other words for the heads',
      site: site('事项名称 设立依据 应公开的内容 责任单位 公开期限 公布形式'),
      expect: { [S]: 'complete' },
    },
    { shows: 'all six, one as 渠道', site: site(FULL), expect: { [S]: 'complete' } },
    {
      shows: 'rows under the head are no heads',
      site: site(FULL, '1 低保 名单 条例 20个工作日 镇政府 网站'),
      expect: { [S]: 'complete' },
      facts: { [S]: { tables: 1 } },
    },
  ],
  'elements-missing': [
    {
      shows: 'a town’s that does not say whom it is for',
      site: site(FULL.replace(' 公开对象', '')).with({
        agency: { id: 'a', name: '示例县青石镇人民政府', group: null, attributes: [] },
      }),
      expect: { [S]: 'elements-missing' },
      facts: { [S]: { missing: '公开对象' } },
    },
    {
      shows: 'a column that is the catalogue of standards by its name',
      site: new SiteViewBuilder().column('基层政务公开标准目录', '/ml/', {
        topic: 'standardCatalogue',
        words: ['序号 公开事项 公开内容 公开依据 公开渠道和载体'],
      }),
      expect: { [S]: 'elements-missing' },
      facts: { [S]: { missing: '主体、时限' } },
    },
    {
      shows: 'no ground, no time limit',
      site: site('序号 公开事项 公开内容 公开主体 公开渠道'),
      expect: { [S]: 'elements-missing' },
      facts: { [S]: { missing: '依据、时限', tables: 1, count: 1 } },
    },
    {
      shows: 'one of two tables',
      site: site(
        FULL,
        '1 低保 名单 条例 20个工作日 镇政府 网站',
        '2 特困 名单 条例 20个工作日 镇政府 网站',
        '3 临时救助 名单 条例 20个工作日 镇政府 网站',
        '序号 公开事项 公开内容 公开依据 公开主体 公开方式',
      ),
      expect: { [S]: 'elements-missing' },
      facts: { [S]: { missing: '时限', tables: 2, count: 1 } },
    },
  ],
  'elements-unclear': [
    {
      shows: 'a cell that may be the ground under another name',
      site: site('序号 公开事项 公开内容 法规 公开时限 公开主体 公开渠道'),
      expect: { [S]: 'elements-unclear' },
      facts: { [S]: { missing: '依据', unknown: '法规' } },
    },
  ],
  unread: {
    shows: 'another table and running text only',
    site: site('序号 姓名 单位 金额', '公开内容、公开主体、公开时限和公开方式见附件图片。'),
    expect: { [S]: 'unread' },
  },
  'no-column': {
    shows: 'no such column',
    site: new SiteViewBuilder().column('主动公开基本目录', '/ml/', {
      topic: 'standardCatalogue',
      words: ['序号 公开事项 公开内容 公开依据 公开渠道和载体'],
    }),
    expect: { [S]: 'no-column' },
  },
})
