/** Every outcome of `availability/links-broken` from a small site that gives it. */
import { linksBroken } from '#checks/availability/links-broken'
import { testCheck } from '../../support/check-kit.ts'
import { at, SiteViewBuilder } from '../../support/site-view-builder.ts'

const none = {
  首页站外链接: 'none-visited',
  其他页面站内链接: 'none-visited',
  其他页面站外链接: 'none-visited',
} as const
const HOME_OWN = '首页站内链接'
const site = () => new SiteViewBuilder().page('/dt/', { title: '动态' })
const dead = (path: string) => `${HOME_OWN}：${at(path)}`

/** A code on the home page, and what visits of its picture brought. */
function coded(statuses: readonly number[]): SiteViewBuilder {
  const label = '示例林业微信公众号二维码'
  const made = new SiteViewBuilder({ pictures: [label] }).target('/a', [200], { text: '甲' })
  const visits = statuses.map(
    (status, order) =>
      ({ state: 'stored', capture: `c${order}`, at: order, status, blocked: null }) as const,
  )
  const [firstVisit, visit = firstVisit] = visits
  const code = {
    url: at('/images/wx.png'),
    visit: visit ?? null,
    firstVisit: visits.length > 1 ? (firstVisit ?? null) : null,
  }
  return made.with({
    newMedia: [{ kind: 'wechat', label, place: made.cite('/', label), code }],
  })
}

testCheck(linksBroken, {
  malformed: {
    shows: 'the scheme written twice, and none of it; a machine of the office is asked about',
    site: site()
      .target('/a', [200], { text: '甲' })
      .target('http://http//www.mwr.gov.cn', ['dns'], { text: '水利部', external: true })
      .target('http://zwgk/', [], { text: '公开', external: true }),
    expect: { ...none, [HOME_OWN]: 'all-live', 写错的地址: 'malformed' },
    facts: { 写错的地址: { count: 2 } },
  },
  'all-live': [
    {
      shows: 'home page and other pages apart, internal and external apart',
      site: site()
        .target('/a', [200], { text: '甲' })
        .target('https://www.example.org/', [200], { text: '乙', external: true })
        .target('/b', [200], { text: '丙', from: '/dt/' })
        .target('https://www.example.com/', [200], { text: '丁', from: '/dt/', external: true }),
      expect: {
        [HOME_OWN]: 'all-live',
        首页站外链接: 'all-live',
        其他页面站内链接: 'all-live',
        其他页面站外链接: 'all-live',
      },
    },
    ...(
      [
        ['a code that came', [200]],
        ['a code refused to us', [403, 403]],
        ['a code gone once', [404]],
        ['a code that was not asked for', []],
      ] as const
    ).map(([shows, visits]) => ({
      shows,
      site: coded(visits),
      expect: { ...none, [HOME_OWN]: 'all-live' } as const,
    })),
    {
      shows: 'links not visited leave it open',
      site: site().target('/a', [200], { text: '甲' }).target('/b', [], { text: '乙' }),
      expect: { ...none, [HOME_OWN]: 'all-live' },
      softened: true,
    },
  ],
  disguised: {
    shows:
      'a page that says "not found" under status 200: neither live nor dead, so the group is not passed',
    site: site()
      .target('/a', [200], { text: '甲' })
      .target('/b', [200], { text: '乙', missing: true }),
    expect: { ...none, [`${HOME_OWN}：疑似软404`]: 'disguised' },
    facts: { [`${HOME_OWN}：疑似软404`]: { count: 1, names: '乙' } },
  },
  'some-broken': {
    shows: 'the share of dead addresses among those visited',
    site: site()
      .target('/a', [200], { text: '甲' })
      .target('/b', [404, 404], { text: '乙' })
      .target('/c', [], { text: '丙' }),
    expect: { ...none, [HOME_OWN]: 'some-broken', [dead('/b')]: 'broken' },
    facts: { [HOME_OWN]: { visited: 2, broken: 1, links: 3 } },
  },
  broken: [
    {
      shows: 'gone on two visits, 410 as well as 404, with the words of the link',
      site: site().target('/b', [404, 410], { text: '旧栏目' }),
      expect: { ...none, [HOME_OWN]: 'some-broken', [dead('/b')]: 'broken' },
      facts: { [dead('/b')]: { text: '旧栏目', status: 'HTTP 410' } },
    },
    {
      shows: 'as many as may be listed leave nothing over',
      site: site().target('/b', [404, 404], { text: '乙' }),
      params: { maxListed: 1 },
      expect: { ...none, [HOME_OWN]: 'some-broken', [dead('/b')]: 'broken' },
    },
    {
      shows: 'a link without words is quoted by its address',
      site: new SiteViewBuilder({ links: [['', '/gone.html']] }).target('/gone.html', [404, 404], {
        text: '',
      }),
      expect: { ...none, [HOME_OWN]: 'some-broken', [dead('/gone.html')]: 'broken' },
      facts: { [dead('/gone.html')]: { text: 'gone.html' } },
    },
  ],
  'more-broken': {
    shows: 'the list is capped, the count is not',
    site: site()
      .target('/a', [404, 404], { text: '甲' })
      .target('/b', [404, 404], { text: '乙' })
      .target('/c', [404, 404], { text: '丙' }),
    params: { maxListed: 1 },
    expect: {
      ...none,
      [HOME_OWN]: 'some-broken',
      [dead('/a')]: 'broken',
      [`${HOME_OWN}：未逐条列出`]: 'more-broken',
    },
    facts: { [HOME_OWN]: { broken: 3 }, [`${HOME_OWN}：未逐条列出`]: { count: 2 } },
  },
  unconfirmed: [
    {
      shows: 'gone on its only visit',
      site: site().target('/b', [404], { text: '乙' }),
      expect: { ...none, [`${HOME_OWN}：未复核`]: 'unconfirmed' },
    },
    {
      shows:
        'back on the second visit and gone on the first is live; the other way round is open, and so is the group',
      site: site()
        .target('/a', [404, 200], { text: '甲' })
        .target('/b', [200, 404], { text: '乙' }),
      expect: { ...none, [`${HOME_OWN}：未复核`]: 'unconfirmed' },
      facts: { [`${HOME_OWN}：未复核`]: { names: '乙' } },
    },
  ],
  refused: [
    {
      shows: '401, 403, 412, 421 and 429 are no dead links',
      site: [401, 403, 412, 421, 429].reduce(
        (made, status) => made.target(`/${status}`, [status, status], { text: `链接${status}` }),
        site(),
      ),
      expect: { ...none, [`${HOME_OWN}：被拒绝`]: 'refused' },
      facts: { [`${HOME_OWN}：被拒绝`]: { count: 5 } },
    },
    {
      shows: 'a 404 that a protection gave',
      site: site().target('/b', [404, 404], { text: '乙', blocked: 'waf' }),
      expect: { ...none, [`${HOME_OWN}：被拒绝`]: 'refused' },
    },
  ],
  unreachable: [
    {
      shows: 'name not found, time out',
      site: site()
        .target('/a', ['dns', 'dns'], { text: '甲' })
        .target('/b', ['timeout'], { text: '乙' }),
      expect: { ...none, [`${HOME_OWN}：未连通`]: 'unreachable' },
      facts: { [`${HOME_OWN}：未连通`]: { statuses: '域名解析失败、超时' } },
    },
    {
      shows: 'a server that fails refuses nobody',
      site: site()
        .target('/a', [500, 500], { text: '甲' })
        .target('/b', [503, 503], { text: '乙' }),
      expect: { ...none, [`${HOME_OWN}：未连通`]: 'unreachable' },
      facts: { [`${HOME_OWN}：未连通`]: { count: 2 } },
    },
    {
      shows: 'success without a byte is no page',
      site: site()
        .target('/a', [200], { text: '甲' })
        .target('/b', [200], { text: '乙', empty: true }),
      expect: { ...none, [`${HOME_OWN}：未连通`]: 'unreachable' },
      facts: { [`${HOME_OWN}：未连通`]: { names: '乙', statuses: '答复成功但没有一个字节' } },
    },
    {
      shows:
        'an address that opens only in the office; a name that our DNS puts there is our trouble',
      site: site()
        .target('http://192.168.1.10/oa/', ['private-address'], {
          text: '内部办公',
          external: true,
        })
        .target('http://oa.example.org/', ['private-address'], { text: '乙', external: true }),
      expect: {
        ...none,
        [HOME_OWN]: 'none-visited',
        首页站外链接: 'not-visited',
        '站外链接：未连通': 'unreachable',
      },
      facts: { '站外链接：未连通': { names: '内部办公', statuses: '内部网络的地址' } },
    },
    {
      shows:
        'an address of the network that its line says it is for; a name that only begins like one',
      site: site()
        .page('/tz/1.html', { words: ['请各单位从政务外网打开项目填报入口'] })
        .target('http://10.21.3.4/tb/', ['private-address'], {
          text: '项目填报入口',
          from: '/tz/1.html',
          external: true,
        })
        .target('http://10.example.org/', ['dns'], {
          text: '甲',
          from: '/tz/1.html',
          external: true,
        }),
      expect: {
        [HOME_OWN]: 'none-visited',
        首页站外链接: 'none-visited',
        其他页面站内链接: 'none-visited',
        '站外链接：未连通': 'unreachable',
      },
      facts: { '站外链接：未连通': { count: 2 } },
    },
    {
      shows: 'other sites that were not reached are one question, wherever they are linked',
      site: site()
        .page('/tz/')
        .target('http://www.a.org/', ['dns'], { text: '甲', external: true })
        .target('http://www.b.org/', ['dns'], { text: '乙', external: true, from: '/tz/' }),
      expect: {
        [HOME_OWN]: 'none-visited',
        其他页面站内链接: 'none-visited',
        '站外链接：未连通': 'unreachable',
      },
      facts: { '站外链接：未连通': { count: 2 } },
    },
  ],
  'on-disk': [
    {
      shows: 'a link to a file on the editor’s own disk',
      site: site()
        .target('/a', [200], { text: '甲' })
        .page('/tz/1.html', { onDisk: ['检查表.docx'] }),
      expect: { ...none, [HOME_OWN]: 'all-live', 本机地址: 'on-disk' },
      facts: { 本机地址: { count: 1, names: '检查表.docx' } },
    },
    {
      shows: 'a picture put in from a word processor; one of the portal is none',
      site: site()
        .target('/a', [200], { text: '甲' })
        .page('/tz/1.html', {
          pictures: [
            { inBody: '现场', at: { onDisk: 'file:///C:/Temp/wps1.jpg' } },
            { inBody: '现场', at: { url: 'http://lyj.example.gov.cn/1.jpg' } },
          ],
        }),
      expect: { ...none, [HOME_OWN]: 'all-live', 本机地址的图片: 'on-disk' },
      facts: { 本机地址的图片: { count: 1, names: 'file:///C:/Temp/wps1.jpg' } },
    },
  ],
  intranet: [
    {
      shows:
        'a file for everybody that opens only in the office, whatever a visit from there brings',
      site: site()
        .target('/a', [200], { text: '甲' })
        .page('/tz/1.html')
        .target('http://192.168.10.8:8080/oa/view?id=3', [404, 404], {
          text: '申报指南.pdf',
          from: '/tz/1.html',
          external: true,
        })
        .target('http://172.20.1.1/x.doc', ['private-address'], { text: '乙', external: true }),
      expect: { ...none, [HOME_OWN]: 'all-live', 内部网络的地址: 'intranet' },
      facts: {
        内部网络的地址: {
          count: 2,
          hosts: '192.168.10.8:8080、172.20.1.1',
          names: '申报指南.pdf、乙',
        },
      },
    },
    {
      shows: 'a picture that lies in the office’s network',
      site: site()
        .target('/a', [200], { text: '甲' })
        .page('/tz/1.html', {
          pictures: [{ inBody: '现场', at: { url: 'http://192.168.10.5/u/1.jpg' } }],
        }),
      expect: { ...none, [HOME_OWN]: 'all-live', 内部网络的图片: 'intranet' },
      facts: { 内部网络的图片: { count: 1, names: '192.168.10.5' } },
    },
  ],
  'code-broken': {
    shows: 'the picture of an account’s code is not there, at two visits',
    site: coded([404, 404]),
    expect: { ...none, [HOME_OWN]: 'all-live', 新媒体二维码: 'code-broken' },
    facts: { 新媒体二维码: { names: '示例林业微信公众号二维码' } },
  },
  'none-visited': {
    shows: 'no external links at all',
    site: site().target('/a', [200], { text: '甲' }),
    expect: { ...none, [HOME_OWN]: 'all-live' },
  },
  'not-visited': [
    {
      shows: 'the budget left them all out',
      site: site().target('/a', [], { text: '甲' }).target('/b', ['budget'], { text: '乙' }),
      expect: { ...none, [HOME_OWN]: 'not-visited' },
      facts: { [HOME_OWN]: { count: 2 } },
    },
    {
      shows: 'doors into the office’s network for those who work there',
      site: ['公文传输', '信息报送', '值班系统'].reduce(
        (made, text, i) => made.target(`http://172.20.1.${i}/`, [], { text, external: true }),
        site(),
      ),
      expect: { ...none, [HOME_OWN]: 'none-visited', 首页站外链接: 'not-visited' },
    },
  ],
})
