/** What is decided without the network: scope, traps, robots rules, block signs, politeness. */
import { describe, expect, it } from 'vitest'
import { withoutSession } from '#base/url'
import { recogniseBlock } from '#crawl/block-signs'
import { HostPace, OriginHealth } from '#crawl/hosts'
import { looksLikeArticle } from '#crawl/link-purpose'
import { parseRobots } from '#crawl/robots'
import { isAttachment, TrapWatch } from '#crawl/scope'
import { looksLikeHtml } from '#crawl/sniff'
import { Scope } from '#model/scope'
import { portalOf } from '../support/runs.ts'

describe('scope', () => {
  const scope = new Scope(
    portalOf('http://www.lyj.example.gov.cn/', {
      platformUrl: 'https://www.city.gov.cn/zwgk/lyj/index.html',
      extraUrls: ['http://mirror.test:8080/web/wjdt/fyrbt/default.shtml'],
    }),
  )
  it.each([
    ['http://www.lyj.example.gov.cn/a.html', true],
    ['https://lyj.example.gov.cn/a.html', true],
    ['http://sub.lyj.example.gov.cn/', false],
    ['http://www.lyj.example.gov.cn:8080/', false],
    ['http://www.example.gov.cn/', false],
    ['https://www.city.gov.cn/zwgk/lyj/2023/t20230101_1.html', true],
    ['https://www.city.gov.cn/zwgk/other/', false],
    ['https://www.city.gov.cn/', false],
    ['http://mirror.test:8080/web/wjdt/fyrbt/default_3.shtml', true],
    ['http://mirror.test:8080/web/wjdt/', false],
    ['http://mirror.test/web/wjdt/fyrbt/', false],
  ])('%s inside: %s', (url, inside) => {
    expect(scope.includes(url)).toBe(inside)
  })

  it('takes the folder that a superior keeps under the site’s own label, once the site says that it is there', () => {
    const bureau = new Scope(portalOf('http://jtj.city.gov.cn/'))
    const guide = 'http://www.city.gov.cn/zfxxgk/jtj/zn/index.html'
    expect(bureau.isLent(guide)).toBe(false)
    for (const other of [
      'http://www.city.gov.cn/zfxxgk/swj/',
      'http://www.other.gov.cn/zfxxgk/jtj/',
      'http://www.city.gov.cn/jtj.html',
      'javascript:void(0)',
    ])
      bureau.lend(other)
    expect(bureau.isLent(guide)).toBe(false)
    bureau.lend('https://city.gov.cn/zfxxgk/JTJ/')
    bureau.lend('http://www.city.gov.cn/zfxxgk/jtj/')
    expect(bureau.isLent(guide)).toBe(true)
    expect(bureau.includes(guide)).toBe(false)
    expect(bureau.isLent('http://www.city.gov.cn/bmxxgk/jtj/')).toBe(false)
    expect(bureau.isLent('http://www.city.gov.cn/zfxxgk/')).toBe(false)
  })

  it.each([
    [
      'a label that names what a folder holds',
      'http://xxgk.city.gov.cn/',
      'http://www.city.gov.cn/xxgk/',
    ],
    ['a label of two letters', 'http://cz.city.gov.cn/', 'http://www.city.gov.cn/zfxxgk/cz/'],
    ['a city below a domain of all', 'http://www.city.gov.cn/', 'http://www.gov.cn/city/'],
    ['a site in a folder', 'http://jtj.city.gov.cn/town/', 'http://www.city.gov.cn/jtj/'],
  ])('lends nothing to %s', (_, home, url) => {
    const one = new Scope(portalOf(home))
    one.lend(url)
    expect(one.isLent(url)).toBe(false)
  })

  it('takes the whole host where the entry is only a front page in a folder', () => {
    const front = new Scope(portalOf('http://a.gov.cn/index/index.html'))
    expect(front.includes('http://a.gov.cn/zwgk/1.html')).toBe(true)
  })
})

describe('scope of a site that is a folder of its host', () => {
  const town = new Scope(portalOf('http://www.county.gov.cn/yunpu/'))
  it.each([
    ['http://www.county.gov.cn/yunpu/dt/', true],
    ['http://www.county.gov.cn/xxgk/yunpu/zn/', true],
    ['http://www.county.gov.cn/zfxxgk/xz/YunPu/nb.html', true],
    ['http://www.county.gov.cn/xxgk/apply.html?unit=yunpu', true],
    ['http://www.county.gov.cn/xxgk/', false],
    ['http://www.county.gov.cn/xxgk/shuikou/', false],
    ['http://www.county.gov.cn/xxgk/yunpuzhen2/', false],
    ['http://www.county.gov.cn/art/yunpu.html', false],
    ['http://xxgk.county.gov.cn/yunpu/', false],
  ])('%s inside: %s', (url, inside) => {
    expect(town.includes(url)).toBe(inside)
  })

  it('takes no part of others for its own where the folder has a common name', () => {
    const common = new Scope(portalOf('http://www.county.gov.cn/xzjd/xxgk/'))
    expect(common.includes('http://www.county.gov.cn/bmdw/xxgk/')).toBe(false)
  })
})

describe('kinds of addresses', () => {
  it.each([
    ['http://a.cn/P0202301.PDF', true],
    ['http://a.cn/x.docx?v=1', true],
    ['http://a.cn/x.ofd', true],
    ['http://a.cn/x.shtml', false],
    ['http://a.cn/down.jsp?f=1.pdf', false],
    ['http://a.cn/', false],
  ])('%s attachment: %s', (url, expected) => {
    expect(isAttachment(url)).toBe(expected)
  })

  it.each([
    ['http://a.cn/202201/t20220107_685106.shtml', true],
    ['http://a.cn/art/2023/5/15/art_1229397394_58900967.html', true],
    ['http://a.cn/info/1015/4213.htm', true],
    ['http://a.cn/c132980/202201/0123456789abcdef0123456789abcdef.shtml', true],
    ['http://a.cn/content/post_1209540.html', true],
    ['http://a.cn/ShowArticle.asp?ArticleID=77', true],
    ['http://a.cn/zwgk/index.html', false],
    ['http://a.cn/col/col123/index.html', false],
    ['http://a.cn/list/2.htm', false],
  ])('%s article: %s', (url, expected) => {
    expect(looksLikeArticle(url)).toBe(expected)
  })

  it('tells pages by their bytes where the header is wrong', () => {
    expect(looksLikeHtml('text/html', Buffer.from('%PDF-1.4'))).toBe(false)
    expect(looksLikeHtml('text/html; charset=gbk', Buffer.from(''))).toBe(true)
    expect(looksLikeHtml('application/octet-stream', Buffer.from('<!DOCTYPE html><p>'))).toBe(true)
    expect(looksLikeHtml(null, Buffer.from('<html>', 'utf16le'))).toBe(true)
    expect(looksLikeHtml('image/png', Buffer.from('<html>'))).toBe(false)
  })
})

describe('traps', () => {
  it('sees nesting, length and depth', () => {
    const traps = new TrapWatch()
    expect(traps.reason('http://a.cn/x/y/x/y/x/y/1.html')).toContain('x')
    expect(traps.reason(`http://a.cn/${'a'.repeat(1200)}`)).toContain('地址过长')
    expect(
      traps.reason(`http://a.cn/${Array.from({ length: 25 }, (_, i) => `d${i}`).join('/')}`),
    ).toContain('层级')
    expect(traps.reason('http://a.cn/art/2023/5/5/5/art_1.html')).toBeNull()
    expect(traps.reason('http://a.cn/zwgk/zwgk/1.html')).toBeNull()
  })

  it('stops an endless calendar, not a list with a year filter', () => {
    const traps = new TrapWatch()
    const reasons = Array.from({ length: 100 }, (_, i) =>
      traps.reason(`http://a.cn/cal.jsp?date=${i}`),
    )
    expect(reasons[0]).toBeNull()
    expect(reasons.at(-1)).toContain('日历')
    expect(traps.reason('http://a.cn/list.jsp?year=2023')).toBeNull()
  })

  it('drops session ids and leaves other bytes alone', () => {
    expect(withoutSession('http://a.cn/x.jsp;jsessionid=AB12?id=%D5%FE')).toBe(
      'http://a.cn/x.jsp?id=%D5%FE',
    )
    expect(withoutSession('http://a.cn/x.jsp?id=1&JSESSIONID=9&p=2')).toBe(
      'http://a.cn/x.jsp?id=1&p=2',
    )
    expect(withoutSession('http://a.cn/x.php?PHPSESSID=9')).toBe('http://a.cn/x.php')
    expect(withoutSession('http://a.cn/x.jsp?id=1')).toBeNull()
  })
})

describe('robots', () => {
  const text = [
    '# rules',
    'User-agent: *',
    'Disallow: /admin/',
    'Disallow: /*.asp$',
    'Allow: /admin/open/',
    'Crawl-delay: 2',
    '',
    'User-agent: BadBot',
    'User-agent: OtherBot',
    'Disallow: /',
  ].join('\r\n')

  it.each([
    ['/admin/x', 'Disallow: /admin/'],
    ['/admin/open/x', null],
    ['/a.asp', 'Disallow: /*.asp$'],
    ['/a.asp?x=1', null],
    ['/', null],
  ])('%s → %s', (path, refusal) => {
    expect(parseRobots(text).refusal(path)).toBe(refusal)
  })

  it('takes our own group before the general one, and the delay', () => {
    expect(parseRobots(text).crawlDelayMs).toBe(2000)
    const own = parseRobots('User-agent: *\nDisallow: /\n\nUser-agent: Mingcha\nDisallow: /x')
    expect(own.refusal('/a')).toBeNull()
    expect(own.refusal('/x')).toBe('Disallow: /x')
    expect(parseRobots('User-agent: *\nDisallow: /').refusal('/a')).toBe('Disallow: /')
    expect(parseRobots('User-agent: *\nDisallow:').refusal('/a')).toBeNull()
    expect(parseRobots('\ufeffUser-agent: *\nDisallow: /b').refusal('/b')).toBe('Disallow: /b')
    expect(parseRobots('User-agent: *\nCrawl-delay: 86400').crawlDelayMs).toBe(60_000)
  })
})

describe('block signs', () => {
  const of = (status: number, html: string | Buffer, contentType: string | null = 'text/html') =>
    recogniseBlock({ status, contentType, body: Buffer.from(html) })?.by ?? null
  const gbk = Buffer.from([
    0xc7, 0xeb, 0xcd, 0xea, 0xb3, 0xc9, 0xb0, 0xb2, 0xc8, 0xab, 0xd1, 0xe9, 0xd6, 0xa4,
  ])

  it.each([
    [401, '', 'status-401'],
    [403, 'no', 'status-403'],
    [412, '', 'challenge-412'],
    [412, '<script>$_ts={}</script>', 'challenge-rs'],
    [421, '', 'status-421'],
    [429, '', 'rate-429'],
    [521, '<script>document.cookie="__jsl_clearance_s=1"</script>', 'challenge-jsl'],
    [200, '<html><script>var x="__jsl_clearance_s"</script></html>', 'challenge-jsl'],
    [200, '<h1>您的请求可能对网站存在安全威胁，已被拦截</h1>', 'waf-page'],
    [405, '<p>访问已被阻断，请联系管理员</p>', 'waf-page'],
    [200, '<p>访问过于频繁，请稍后再试</p>', 'rate-page'],
  ])('%s %s → %s', (status, html, by) => {
    expect(of(status, html)).toBe(by)
  })

  it('reads GBK refusal pages', () => {
    expect(of(200, gbk)).toBe('captcha')
  })

  it('is not taken in by real pages', () => {
    const article = `<p>${'关于开展网络安全检查、防范恶意攻击、请求被拦截情况的通知。'.repeat(20)}</p>`
    expect(of(200, article)).toBeNull()
    expect(of(200, '')).toBeNull()
    expect(of(404, '<h1>页面不存在</h1>')).toBeNull()
    expect(of(500, '<h1>Server Error</h1>')).toBeNull()
    expect(of(200, '<form>用户名 <input> 验证码 <input></form>')).toBeNull()
    expect(of(200, Buffer.from('%PDF __jsl_clearance'), 'application/pdf')).toBeNull()
  })
})

describe('politeness', () => {
  const A = 'a.cn'
  it('keeps the delay between starts and the number at a time', () => {
    const pace = new HostPace()
    expect(pace.busy(0, 2).has(A)).toBe(false)
    pace.started(A, 0, 1000)
    expect(pace.busy(999, 2).has(A)).toBe(true)
    expect(pace.nextFree(0, () => true)).toBe(1000)
    expect(pace.busy(1000, 2).has(A)).toBe(false)
    pace.started(A, 1000, 1000)
    expect(pace.busy(5000, 2).has(A)).toBe(true)
    pace.ended(A)
    expect(pace.busy(5000, 2).has(A)).toBe(false)
    expect(pace.busy(0, 2).has('b.cn')).toBe(false)
  })

  it('takes a longer wish of the host and holds back when asked', () => {
    const pace = new HostPace()
    pace.slowDown(A, 5000, 0)
    pace.slowDown(A, 1, 0)
    expect(pace.busy(4999, 4).has(A)).toBe(true)
    pace.started(A, 5000, 10)
    expect(pace.busy(9999, 4).has(A)).toBe(true)
    pace.holdUntil(A, 20_000)
    expect(pace.busy(19_999, 4).has(A)).toBe(true)
    expect(pace.nextFree(0, () => true)).toBe(20_000)
  })

  it('an origin that answered is not down for two failures of the slow pass', () => {
    const health = new OriginHealth()
    for (const url of ['http://live.cn/a', 'http://dead.cn/a']) health.noteFailure(url)
    health.noteAnswer('http://live.cn/b')
    health.forgiveFailures()
    for (const path of ['x', 'y'])
      for (const host of ['live', 'dead']) health.noteFailure(`http://${host}.cn/${path}`)
    expect(health.verdict('http://live.cn/z')).toBe('fine')
    expect(health.verdict('http://dead.cn/z')).toBe('down')
  })

  it('tells an origin that is down or only refuses from one that has bad addresses', () => {
    const health = new OriginHealth()
    const http = 'http://a.cn/x'
    for (let i = 0; i < 4; i += 1) health.noteFailure(http)
    expect(health.verdict(http)).toBe('fine')
    health.noteFailure(http)
    expect(health.verdict('http://a.cn/other')).toBe('down')
    expect(health.verdict('https://a.cn/x')).toBe('fine')
    health.noteAnswer(http)
    expect(health.verdict(http)).toBe('fine')
    for (let i = 0; i < 50; i += 1) health.noteRefusal(http, 'status-403')
    expect(health.verdict(http)).toBe('fine')
    for (let i = 0; i < 20; i += 1) health.noteRefusal(http, 'challenge-412')
    expect(health.verdict(http)).toBe('refusing')
  })
})
