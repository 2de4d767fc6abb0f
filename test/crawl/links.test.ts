/** Which addresses of a page are visited, with which purpose, and which are not. */
import { beforeEach, describe, expect, it } from 'vitest'
import { LinkSorter } from '#crawl/links'
import type { LinkArea, Page, PageItem, PageLink } from '#model/page'
import type { Frontier, FrontierRow } from '#model/ports'
import { Scope } from '#model/scope'
import { openStore } from '#store/sqlite-store'
import { linkReader } from '../support/link-reader.ts'
import { portalOf, runOf } from '../support/runs.ts'

const HOME = 'http://www.a.gov.cn/'
const at = [0, 1] as const

function pageOf(over: Partial<Page> = {}): Page {
  const blank = linkReader.read({
    url: HOME,
    body: Buffer.from(''),
    contentType: 'text/html',
    status: 200,
    truncated: false,
    homeUrl: HOME,
  })
  return { ...blank, kind: { value: 'listing', sureness: 1, because: 'test' }, ...over }
}

const link = (
  path: string,
  text = '',
  area: LinkArea = 'main',
  how: PageLink['how'] = 'href',
): PageLink => ({
  url: new URL(path, HOME).href,
  text,
  title: null,
  area,
  how,
  at,
})

const item = (path: string, title: string, day: string | null): PageItem => ({
  title,
  url: new URL(path, HOME).href,
  publishedOn: day === null ? null : { value: day, sureness: 1, because: 'test' },
  at,
})

let frontier: Frontier
let sorter: LinkSorter
const row: FrontierRow = {
  url: HOME,
  purpose: 'home',
  depth: 0,
  from: null,
  host: 'www.a.gov.cn',
  state: 'active',
  reason: null,
  capture: null,
  attempts: 1,
}

beforeEach(async () => {
  const store = await openStore(':memory:')
  const portal = portalOf(HOME)
  store.saveRegistry({
    agencies: [{ id: portal.agencyId, name: '测试单位', group: null, attributes: [] }],
    portals: [portal],
  })
  const run = runOf(portal.id)
  store.startRun(run)
  frontier = store.frontier(run.id)
  sorter = new LinkSorter(new Scope(portal), frontier, 3)
})

const purposes = (): Record<string, string> =>
  Object.fromEntries(
    [...frontier.rows()].map((r) => [
      r.url.replace(HOME, '/'),
      r.state === 'queued' ? r.purpose : r.state,
    ]),
  )

describe('links', () => {
  it('give each address its purpose by place and words', () => {
    sorter.follow(
      pageOf({
        frames: [`${HOME}frame.html`],
        attachments: [{ url: `${HOME}x.pdf`, title: '附件', type: 'pdf', at }],
        lists: [
          {
            heading: '通知公告',
            moreUrl: `${HOME}tzgg/`,
            items: [
              item('tz/77.html', '关于开展检查的通知', '2023-01-02'),
              item('nb/9.html', '2022年政府信息公开工作年度报告', '2023-01-20'),
            ],
            subject: true,
            at,
          },
        ],
        links: [
          link('zwgk/', '政务公开', 'nav'),
          link('202301/t20230102_1.html', '某动态'),
          link('gk/zn.html', '政府信息公开指南'),
          link('dept/', '内设机构'),
          link('tz/77.html', '关于开展检查的通知', 'list'),
          link('login.jsp', '登录', 'nav'),
          link('about.html', '关于我们', 'footer'),
          link('http://other.gov.cn/', '上级机关', 'footer'),
        ],
      }),
      row,
    )
    expect(purposes()).toEqual({
      '/frame.html': 'listing',
      '/tzgg/': 'listing',
      '/tz/77.html': 'item',
      '/nb/9.html': 'required-document',
      '/zwgk/': 'navigation',
      '/202301/t20230102_1.html': 'item',
      '/gk/zn.html': 'required-document',
      '/dept/': 'listing',
      '/login.jsp': 'rest',
      '/about.html': 'navigation',
      'http://other.gov.cn/': 'link-probe',
      '/x.pdf': 'attachment',
    })
  })

  it('want the files of annual reports and website tables whole, and no others', () => {
    const file = (name: string, title: string, type: string) => ({
      url: `${HOME}${name}`,
      title,
      type,
      at,
    })
    sorter.follow(
      pageOf({
        kind: { value: 'article', sureness: 1, because: '' },
        title: '某局2022年政府信息公开工作年度报告',
        attachments: [file('nb.pdf', '附件', 'pdf'), file('nb.jpg', '图片版', 'jpg')],
        links: [link('nb.pdf', '附件', 'main')],
      }),
      row,
    )
    sorter.follow(
      pageOf({ attachments: [file('bb.xls', '2022年政府网站工作年度报表', 'xls')] }),
      row,
    )
    sorter.follow(pageOf({ attachments: [file('ml.xlsx', '主动公开基本目录', 'xlsx')] }), row)
    sorter.follow(pageOf({ attachments: [file('gf.pdf', '某某规范性文件', 'pdf')] }), row)
    expect(purposes()).toEqual({
      '/nb.pdf': 'required-document',
      '/nb.jpg': 'attachment',
      '/bb.xls': 'required-document',
      '/ml.xlsx': 'required-document',
      '/gf.pdf': 'attachment',
    })
  })

  it('ask for the codes of accounts on the home page, and for no other picture', () => {
    const picture = (name: string, code?: true) => ({
      ...{ url: `${HOME}images/${name}`, alt: null, caption: null, inBody: false, at },
      ...(code === undefined ? {} : { code }),
    })
    const pictures = [
      picture('banner.png'),
      ...[1, 2, 3, 4, 5, 6, 7].map((n) => picture(`${n}.png`, true)),
    ]
    sorter.follow(pageOf({ pictures }), { ...row, purpose: 'item' })
    expect(purposes()).toEqual({})
    sorter.follow(pageOf({ pictures }), row)
    expect(purposes()).toEqual(
      Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`/images/${n}.png`, 'attachment'])),
    )
  })

  it('ask for a picture that is all that a page shows, and for none beside words', () => {
    const page = (name: string, length: number) =>
      pageOf({
        title: '依申请公开流程图',
        text: { length, excerpt: '', at: null },
        pictures: [{ url: `${HOME}images/${name}`, alt: null, caption: null, inBody: true, at }],
      })
    sorter.follow(page('lct.png', 20), { ...row, purpose: 'listing' })
    sorter.follow(page('zp.png', 400), { ...row, purpose: 'listing' })
    expect(purposes()).toEqual({ '/images/lct.png': 'attachment' })
  })

  it('ask for the picture of a page whose words only lead to its document, and for films beside words', () => {
    const name = '关于印发农牧区饮用水工程运行管理办法的通知'
    const show = (file: string, excerpt: string, played?: true) => {
      const picture = { url: `${HOME}images/${file}`, alt: null, caption: null, inBody: true, at }
      const link = { url: `${HOME}wj.html`, text: name, title: null, area: 'body', how: 'href', at }
      const page = pageOf({
        kind: { value: 'article', sureness: 1, because: '' },
        title: '饮用水办法图解',
        text: { length: excerpt.length, excerpt, at: null },
        links: [link as Page['links'][number]],
        pictures: [{ ...picture, ...(played === undefined ? {} : { played }) }],
      })
      sorter.follow(page, { ...row, purpose: 'item' })
    }
    const words = '水源地一律设立标志牌，并由乡镇人民政府落实专人看护。'.repeat(5)
    const led = `饮用水办法图解\n来源：县政府办公室 发布时间：2026-10-21 11:13\n相关文件：${name}`
    show('tj.jpg', led)
    show('zp.jpg', `${led}\n${words}`)
    show('sp.mp4', `${led}\n${words}`, true)
    const { '/images/tj.jpg': bare, '/images/zp.jpg': beside, '/images/sp.mp4': film } = purposes()
    expect([bare, beside, film]).toEqual(['attachment', undefined, 'attachment'])
  })

  it('want the files of name lists whole, up to a number', () => {
    const files = Array.from({ length: 70 }, (_, i) => ({
      url: `${HOME}f${i}.xls`,
      title: `附件${i}`,
      type: 'xls',
      at,
    }))
    const notice = { kind: { value: 'article', sureness: 1, because: '' } } as const
    sorter.follow(pageOf({ ...notice, title: '2023年临时救助对象公示', attachments: files }), row)
    sorter.follow(
      pageOf({
        ...notice,
        title: '会议纪要',
        attachments: [{ ...files[0], url: `${HOME}jy.doc`, title: '会议纪要', type: 'doc', at }],
      }),
      row,
    )
    const result = { ...files[0], url: `${HOME}cj.docx`, title: '成绩单', type: 'docx', at }
    sorter.follow(pageOf({ ...notice, title: '考试通知', attachments: [result] }), row)
    const kinds = Object.values(purposes())
    expect(kinds.filter((one) => one === 'name-list')).toHaveLength(60)
    expect(purposes()['/jy.doc']).toBe('attachment')
  })

  it('want the papers that rules judge by their text whole, up to a number, and what is about them not', () => {
    const file = (name: string, title: string) => ({
      url: `${HOME}${name}`,
      title,
      type: name.split('.')[1] ?? '',
      at,
    })
    const article = { kind: { value: 'article', sureness: 1, because: '' } } as const
    const files: readonly (readonly [page: string, file: string, title: string])[] = [
      ['示例县财政局2026年部门预算', 'ys.pdf', '附件下载'],
      ['信息公开', 'js.xlsx', '2025年度部门决算公开表'],
      ['关于《示例县城市管理办法（征求意见稿）》公开征求意见的公告', 'zj.docx', '附件1'],
      ['示例县人民政府关于公布文件清理结果的公告', 'ql.doc', '附件'],
      ['2026年10月行政处罚信息公示', 'cf.xlsx', '公示表'],
      ['关于编制2026年部门预算的通知', 'tz.doc', '附件'],
      ['示例县城市管理办法', 'bf.pdf', '全文'],
    ]
    for (const [title, name, words] of files)
      sorter.follow(pageOf({ ...article, title, attachments: [file(name, words)] }), row)
    expect(purposes()).toEqual({
      '/ys.pdf': 'paper',
      '/js.xlsx': 'paper',
      '/zj.docx': 'paper',
      '/ql.doc': 'paper',
      '/cf.xlsx': 'paper',
      '/tz.doc': 'attachment',
      '/bf.pdf': 'attachment',
    })
    const many = Array.from({ length: 150 }, (_, i) => file(`${i}.pdf`, `第${i}号表`))
    sorter.follow(pageOf({ ...article, title: '2026年部门预算', attachments: many }), row)
    const kinds = Object.values(purposes())
    expect(kinds.filter((one) => one === 'paper')).toHaveLength(100)
    expect(kinds.filter((one) => one === 'attachment')).toHaveLength(57)
  })

  it('take the first pages of a list early and the deep ones last, however they are linked', () => {
    const urls = Array.from({ length: 60 }, (_, i) => `${HOME}list/${59 - i}.html`)
    const numbers = urls.slice(0, 9).map((url, i) => link(url, String(i + 2)))
    sorter.follow(
      pageOf({
        paging: { pages: 61, next: urls[0] ?? null, urls, style: 'test' },
        links: [...numbers, link(urls.at(-1) ?? '', '尾页'), link('list2/12.html', '下一页')],
      }),
      row,
    )
    const found = purposes()
    expect(urls.slice(0, 5).map((url) => found[url.replace(HOME, '/')])).toEqual(
      Array(5).fill('listing'),
    )
    expect(new Set(urls.slice(5).map((url) => found[url.replace(HOME, '/')]))).toEqual(
      new Set(['rest']),
    )
    expect(found['/list2/12.html']).toBe('rest')
  })

  describe('of dated lists', () => {
    const list = (days: readonly string[]) => {
      const items = days.map((day, i) => item(`/a${i}-${day}.html`, `第${i}号`, day))
      return { heading: null, moreUrl: null, items, subject: true, at }
    }
    const paged = (page: number, days: readonly string[]): Page => {
      const url = (n: number): string => `${HOME}l/${n}.html`
      const next = url(page + 1)
      const urls = Array.from({ length: 20 }, (_, i) => url(i + 2)).filter(
        (one) => one !== url(page),
      )
      return pageOf({ lists: [list(days)], paging: { pages: 21, next, urls, style: 'test' } })
    }
    const at2 = (n: number): FrontierRow => ({ ...row, url: `${HOME}l/${n}.html` })
    const dated = (): LinkSorter =>
      new LinkSorter(new Scope(portalOf(HOME)), frontier, 3, '2022-12-01')

    it('go on early as far as the freshness window reaches, however many pages that takes', () => {
      const sorted = dated()
      for (let n = 1; n <= 9; n += 1) {
        sorted.follow(paged(n, ['2019-01-01', `2023-12-${20 - n}`, `2023-12-${19 - n}`]), at2(n))
      }
      const found = purposes()
      expect([2, 6, 9, 10].map((n) => found[`/l/${n}.html`])).toEqual(Array(4).fill('listing'))
      expect([11, 12, 20].map((n) => found[`/l/${n}.html`])).toEqual(Array(3).fill('rest'))
    })

    it('come last once the first page has left the window', () => {
      dated().follow(paged(1, ['2023-12-20', '2021-05-01']), at2(1))
      const found = purposes()
      expect([2, 3, 9].map((n) => found[`/l/${n}.html`])).toEqual(Array(3).fill('rest'))
    })
  })

  it('of annual reports go on early however old they are', () => {
    const days = ['2023-01-20', '2022-01-20', '2021-01-20']
    const items = days.map((day, i) =>
      item(`/nb${i}.html`, `${2022 - i}年政府信息公开工作年度报告`, day),
    )
    const urls = [`${HOME}nb/2.html`]
    new LinkSorter(new Scope(portalOf(HOME)), frontier, 3, '2022-12-01').follow(
      pageOf({
        lists: [{ heading: null, moreUrl: null, items, subject: true, at }],
        paging: { pages: 2, next: urls[0] ?? null, urls, style: 'test' },
      }),
      row,
    )
    expect(purposes()['/nb/2.html']).toBe('listing')
  })

  it('count the steps where only the next page is known', () => {
    let current: FrontierRow = row
    for (let n = 1; n <= 8; n += 1) {
      const next = `${HOME}l_${n}.html`
      sorter.follow(pageOf({ paging: { pages: null, next, urls: [], style: 'test' } }), current)
      current = { ...row, url: next, purpose: 'listing', depth: n }
    }
    const found = purposes()
    expect(found['/l_5.html']).toBe('listing')
    expect(found['/l_6.html']).toBe('rest')
  })

  it('refuse with a reason what is a twin, a trap or beyond the probes', () => {
    sorter.follow(
      pageOf({
        links: [
          link('col/', '栏目'),
          link('https://a.gov.cn/col/index.html', '栏目'),
          link('x/y/x/y/x/y/z.html', '循环'),
          link('d.jsp;jsessionid=1F?id=3', '会话'),
          ...[1, 2, 3, 4].map((n) => link(`http://e${n}.gov.cn/`, '外部')),
        ],
      }),
      row,
    )
    const rows = new Map([...frontier.rows()].map((r) => [r.url, r]))
    expect(rows.get('https://a.gov.cn/col/index.html')).toMatchObject({
      state: 'duplicate',
      reason: `与 ${HOME}col/ 是同一页面`,
    })
    expect(rows.get(`${HOME}x/y/x/y/x/y/z.html`)?.state).toBe('trap')
    expect(rows.get(`${HOME}d.jsp;jsessionid=1F?id=3`)?.state).toBe('duplicate')
    expect(rows.get(`${HOME}d.jsp?id=3`)?.state).toBe('queued')
    expect(rows.get('http://e3.gov.cn/')?.state).toBe('queued')
    expect(rows.get('http://e4.gov.cn/')).toMatchObject({
      state: 'budget',
      reason: '站外链接探测数已达上限',
    })
    sorter.visitTwins(`${HOME}col/`)
    expect(
      frontier.take(0, new Set(['www.a.gov.cn', 'e1.gov.cn', 'e2.gov.cn', 'e3.gov.cn']))?.url,
    ).toBe('https://a.gov.cn/col/index.html')
  })

  it('raise an address that turns out to be wanted earlier, once', () => {
    sorter.follow(
      pageOf({ kind: { value: 'article', sureness: 1, because: '' }, links: [link('c/', '栏目')] }),
      row,
    )
    expect(purposes()['/c/']).toBe('rest')
    sorter.follow(pageOf({ links: [link('c/', '栏目', 'nav')] }), row)
    expect(purposes()['/c/']).toBe('navigation')
  })

  it('decide the same after a resume', () => {
    sorter.follow(pageOf({ links: [link('c/', '栏目', 'nav'), link('http://e1.gov.cn/')] }), row)
    const again = new LinkSorter(new Scope(portalOf(HOME)), frontier, 1)
    for (const known of frontier.rows()) again.learn(known)
    again.follow(
      pageOf({
        links: [link('c/index.html'), link('http://e1.gov.cn/'), link('http://e9.gov.cn/')],
      }),
      row,
    )
    expect(purposes()).toEqual({
      '/c/': 'navigation',
      'http://e1.gov.cn/': 'link-probe',
      '/c/index.html': 'duplicate',
      'http://e9.gov.cn/': 'budget',
    })
  })
})
