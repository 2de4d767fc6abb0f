/** Calls for comments: their last day in the words of real pages, and which published result is theirs. */
import { describe, expect, it } from 'vitest'
import { html, list, MENU, miniSite } from './mini-site.ts'

const WITH: readonly (readonly [string, string])[] = [...MENU, ['/yjzj/', '意见征集']]
const DRAFT = '关于《蓝河市林地管理办法（征求意见稿）》公开征求意见的公告'
const article = (heading: string, body: string) =>
  html({
    menu: WITH,
    heading,
    trail: [
      ['/yjzj/', '意见征集'],
      ['/yjzj/', '正文'],
    ],
    body,
  })

function consultations(pages: Readonly<Record<string, readonly [title: string, body: string]>>) {
  const rows = Object.entries(pages).map(([path, [title]]) => [path, title, '2023-06-01'] as const)
  return miniSite({
    '/': html({ menu: WITH, body: '<p>欢迎</p>' }),
    '/yjzj/': html({
      menu: WITH,
      heading: '意见征集',
      trail: [['/yjzj/', '意见征集']],
      body: list(rows),
    }),
    ...Object.fromEntries(
      Object.entries(pages).map(([path, [title, body]]) => [path, article(title, body)]),
    ),
  }).consultations
}

const one = (words: string) => consultations({ '/yjzj/1.html': [DRAFT, `<p>${words}</p>`] })[0]
const PADDING =
  '现将办法（征求意见稿）予以公布，向社会公开征求意见，欢迎各界人士提出宝贵意见和建议。'

describe('没有印年份或只写多少天的截止日期', () => {
  const dated = (words: string) =>
    one(`</p><p class="info">发布时间：2023-06-01</p><p>${PADDING}${words}`)?.closesOn

  it.each([
    ['截止日期为6月30日。', '2023-06-30'],
    ['征求意见时间：6月1日至6月30日。', '2023-06-30'],
    ['征求意见时间为6月1日—7月3日，逾期不再受理。', '2023-07-03'],
    ['征求意见时间：12月1日至12月31日。', null],
    ['施工时间：6月1日至6月30日。', null],
    ['请于6月30日前将意见反馈至市林业局。', '2023-06-30'],
    ['请于1月10日前将意见反馈至市林业局。', '2024-01-10'],
    ['意见请自本公告发布之日起30日内提出。', '2023-07-01'],
    ['请自公示发布之日起5个工作日内反馈意见。', '2023-06-10'],
    ['公示期30天，自2023年6月1日起至6月30日止。', '2023-06-30'],
    ['起止时间：2023-06-02—2023-07-05', '2023-07-05'],
    ['起讫日期 2023年6月2日至2023年7月5日', '2023-07-05'],
    ['意见请自本公告发布之日起三十日内提出。', '2023-07-01'],
    ['自2023年6月5日起30日内，可通过信函提出意见。', '2023-07-05'],
    ['征求意见期限：自即日起20个工作日内。', '2023-07-01'],
    ['征求意见期限为30日。', '2023-07-01'],
    ['公开征求意见，为期一个月。', '2023-07-01'],
    ['现公开征求意见，自即日起一月内有效。', '2023-07-01'],
    ['征求意见时间为6月1日至7月5日。', '2023-07-05'],
    ['公示期间：6月1日—6月12日，请将意见反馈我局。', '2023-06-12'],
    ['意见征集起止时间：6月2日至20日。', '2023-06-20'],
    ['征集时间：6月中旬起，欢迎来信。', null],
    ['征集时间：7个工作日，联系电话：0700-2230000。', '2023-06-13'],
    ['意见征集时间为即日起至2023年7月5日。', '2023-07-05'],
    ['即日起至7月5日，可通过信函提出意见。', '2023-07-05'],
    // What is to be done then is no opinion.
    ['工程工期为30日。', null],
    ['自2023年5月5日起30日内完成排查。', null],
    ['工程将于6月30日前完工。', null],
    ['本办法自发布之日起30日内施行。', null],
  ])('%s', (words, closesOn) => {
    expect(dated(words)).toBe(closesOn)
  })

  it('页面自己没有日期的不猜', () => {
    expect(one('截止日期为6月30日。')?.closesOn).toBeNull()
  })
})

describe('截止日期', () => {
  it.each([
    ['征集截止日期：2023-07-01', '2023-07-01', 'closed'],
    ['截止时间：2024年1月1日 17:00', '2024-01-01', 'open'],
    ['征求意见时间：2023年6月1日至2023年6月30日。', '2023-06-30', 'closed'],
    ['征集时间：2023-06-01 — 2023-06-15', '2023-06-15', 'closed'],
    [
      '现就该办法公开征求意见，时间为2023年5月11日至2023年6月10日，请提出意见。',
      '2023-06-10',
      'closed',
    ],
    ['现向社会公开征求意见，期限自2023年5月11日至6月10日。', '2023-06-10', 'closed'],
    ['公示期为2023年5月11日至2023年6月10日。', '2023-06-10', 'closed'],
    ['征求意见时间为2023年5月11日至2023年6月10日。', '2023-06-10', 'closed'],
    // A time of something else is no period of the call.
    ['欢迎提出意见。培训时间为2023年5月11日至2023年6月10日。', null, 'unknown'],
    ['欢迎提出意见。施工，时间为2023年5月11日至2023年6月10日。', null, 'unknown'],
    // The year, or year and month, of the first day hold for the last.
    ['征求时间：2023年6月22日至7月22日。', '2023-07-22', 'closed'],
    ['征集时间：2023年12月20日至1月19日。', '2024-01-19', 'open'],
    ['公示期：2023年6月1日-30日。', '2023-06-30', 'closed'],
    ['征集时间：2023年6月1日至30个工作日内。', null, 'unknown'],
    ['请于2023年6月20日前将意见反馈至市林业局。', '2023-06-20', 'closed'],
    ['征集状态：已结束', null, 'closed'],
    ['征集状态：进行中', null, 'open'],
    // A publication day, a date in the text and a day without a year are no end.
    ['发布时间：2023-06-01', null, 'unknown'],
    ['征求意见截至2023年6月30日。', '2023-06-30', 'closed'],
    ['公开征求意见，截止2023年6月30日。', '2023-06-30', 'closed'],
    ['截至2023年6月30日，全市共有林地120万亩。', null, 'unknown'],
    ['办法自2023年8月1日起施行。', null, 'unknown'],
    ['请于6月20日前将意见反馈至市林业局。', null, 'unknown'],
    ['根据2023年1月1日前的规定办理。', null, 'unknown'],
  ])('%s', (words, closesOn, state) => {
    const found = one(`${PADDING}${words}`)
    expect([found?.closesOn, found?.state]).toEqual([closesOn, state])
  })
})

describe('反馈', () => {
  const CLOSED = `<p>${PADDING}截止日期：2023-07-01。</p>`
  const feedback = (more: Parameters<typeof consultations>[0], body = CLOSED) => {
    const all = consultations({ '/yjzj/1.html': [DRAFT, body], ...more })
    const own = all.find(({ url }) => url.endsWith('/yjzj/1.html'))
    return [own?.feedback?.url.replace(/^.*example/, '') ?? null, own?.otherFeedback.length]
  }

  it('题名相同的反馈页', () => {
    expect(
      feedback({
        '/yjzj/9.html': [
          '《蓝河市林地管理办法》意见采纳情况反馈',
          '<p>共收到意见3条，采纳2条。</p>',
        ],
      }),
    ).toEqual(['/yjzj/9.html', 0])
  })

  it('反馈页省去地名、换了说法', () => {
    expect(
      feedback({
        '/yjzj/2.html': ['蓝河市古渡老街保护规划意见征集', CLOSED],
        '/yjzj/9.html': ['古渡老街保护规划民意征集情况通报', '<p>共收到问卷412份。</p>'],
      }),
    ).toEqual([null, 0])
    const [call] = consultations({
      '/yjzj/2.html': ['蓝河市古渡老街保护规划意见征集', CLOSED],
      '/yjzj/9.html': ['古渡老街保护规划民意征集情况通报', '<p>共收到问卷412份。</p>'],
    })
    expect(call?.feedback?.url).toMatch('/yjzj/9.html')
  })

  it('反馈页的题名缩写了文件名，末尾相同', () => {
    const call = consultations({
      '/yjzj/1.html': [
        '关于公开征求《蓝河县城区义务教育学校学区划分方案（征求意见稿）》意见的公告',
        `<p>${PADDING}</p><p>截止日期：2023-07-01</p>`,
      ],
      '/yjzj/9.html': ['城区学区划分方案征求意见情况说明', '<p>共收到意见38条，采纳25条。</p>'],
    }).find(({ title }) => title.startsWith('关于公开征求'))
    expect(call?.feedback?.url).toMatch('/yjzj/9.html')
  })

  it('由征集页链接的反馈页', () => {
    expect(
      feedback(
        { '/yjzj/9.html': ['征集结果反馈', '<p>共收到意见3条，采纳2条。</p>'] },
        `${CLOSED}<p><a href="/yjzj/9.html">征集结果反馈</a></p>`,
      ),
    ).toEqual(['/yjzj/9.html', 0])
  })

  it('印在征集页上的结果', () => {
    expect(feedback({}, `${CLOSED}<h4>反馈情况</h4><p>共收到意见3条，采纳2条。</p>`)).toEqual([
      '/yjzj/1.html',
      0,
    ])
    const below = [
      '<h4>结果公示</h4><p>共回收问卷312份，支持方案二的占64%。</p>',
      '<p>本次征集共收到意见5条。</p>',
      '<div><h4>结果反馈（2023-07-14）</h4><p>收到意见九条，采纳六条。</p></div>',
      '<p>【意见采纳情况】（公布时间：2023年7月14日）</p><p>收到建议2条，均未采纳。</p>',
    ]
    for (const words of below)
      expect(feedback({}, `${CLOSED}${words}`)).toEqual(['/yjzj/1.html', 0])
  })

  it('说不清是谁的反馈页另列', () => {
    expect(feedback({ '/yjzj/9.html': ['2023年征集结果反馈', '<p>共收到意见3条。</p>'] })).toEqual([
      null,
      1,
    ])
  })

  it('别的征集的反馈不算它的，征集公告不是反馈', () => {
    expect(
      feedback({
        '/yjzj/8.html': ['关于公开征集森林公园建设意见的公告', CLOSED],
        '/yjzj/9.html': ['森林公园建设意见采纳情况', '<p>共收到意见3条。</p>'],
      }),
    ).toEqual([null, 0])
  })

  // The call is about the reading rooms; its result bears a name of its own.
  const BACK = '<a href="/yjzj/8.html">关于征求社区书屋布点方案意见的公告</a>'
  const COUNTS = '社区书屋布点方案公开征求意见期间收到群众建议41条，采纳9条'
  it.each([
    ['linked, names it, counts what came', '2023-07-10', `${COUNTS}。${BACK}`, ['/yjzj/9.html', 0]],
    ['not linked: asked', '2023-07-10', `${COUNTS}。`, [null, 1]],
    ['linked, about something unnamed: asked', '2023-07-10', `收到建议41条。${BACK}`, [null, 1]],
    ['before the call ended', '2023-06-20', `${COUNTS}。${BACK}`, [null, 0]],
    ['nothing of opinions', '2023-07-10', `书屋布点方案已经开工。${BACK}`, [null, 0]],
  ])('另有名目的结果页：%s', (_, day, words, expected) => {
    const all = consultations({
      '/yjzj/8.html': [
        '关于征求社区书屋布点方案意见的公告',
        '<p>征集时间：2023年6月1日至2023年6月30日。</p>',
      ],
      '/yjzj/9.html': [
        '书香蓝河听民声清单',
        `</p><p class="info">发布时间：${day}</p><p>${words}</p>`,
      ],
    })
    const own = all.find(({ url }) => url.endsWith('/yjzj/8.html'))
    expect([
      own?.feedback?.url.replace(/^.*example/, '') ?? null,
      own?.otherFeedback.length,
    ]).toEqual(expected)
  })

  it.each([
    ['比征集早', '2023年上半年征集结果反馈', '2023-05-01', 0],
    ['写着另一件事', '《蓝河市公共停车场收费办法》征求意见采纳情况', '2023-07-20', 0],
    ['没有写是哪一件', '2023年征集结果反馈', '2023-07-20', 1],
  ])('说不清属于谁的结果，只留给可能是它的征集：%s', (_name, title, day, expected) => {
    const all = consultations({
      '/yjzj/1.html': [
        '关于征求《蓝河市古树名木保护办法》意见的公告',
        `</p><p class="info">发布时间：2023-06-01</p><p>${PADDING}截止日期：2023-07-01。</p>`,
      ],
      '/yjzj/9.html': [
        title,
        `</p><p class="info">发布时间：${day}</p><p>共收到意见五条，采纳两条。</p>`,
      ],
    })
    const own = all.find(({ url }) => url.endsWith('/yjzj/1.html'))
    expect(own?.otherFeedback.length).toBe(expected)
  })

  it('期满没有收到意见，也是结果；逾期视为同意的话不是', () => {
    const said = (words: string) =>
      consultations({
        '/yjzj/8.html': [
          '关于公开征求《蓝河市林地管理办法》意见的公告',
          `<p>征求意见时间：2023年5月1日至2023年5月31日。</p><p>${words}</p>`,
        ],
      })[0]?.feedback ?? null
    expect(said('截至期满，未收到意见建议。')).not.toBeNull()
    expect(said('结果（6月15日公布）：收到意见17条，采纳9条，未采纳8条。')).not.toBeNull()
    expect(said('结果（6月15日公布）：另行通知。')).toBeNull()
    expect(said('期满未收到意见的视为无意见。')).toBeNull()
  })

  it('征集作品、转发上级的征求意见，都不是本单位在征求意见', () => {
    const body = '<p>征集时间：2023年5月1日至2023年5月31日。</p>'
    expect(consultations({ '/yjzj/8.html': ['关于征集森林摄影作品的公告', body] })).toEqual([])
    expect(
      consultations({ '/yjzj/8.html': ['转发省林业厅关于《造林办法》公开征求意见的公告', body] }),
    ).toEqual([])
  })
})

it('只有一期、没有读成列表的征集：表单在那一期的页面上', () => {
  const menu: readonly (readonly [string, string])[] = [...MENU, ['/yjzj/', '意见征集']]
  const call = (box: string) =>
    miniSite({
      '/': html({ menu, body: '<p>欢迎</p>' }),
      '/yjzj/': html({
        menu,
        heading: '意见征集',
        trail: [['/yjzj/', '意见征集']],
        body: '<p>正在征集：<a href="/yjzj/1.html">关于征求《助餐服务管理办法》意见的公告</a></p>',
      }),
      '/yjzj/1.html': html({
        menu,
        heading: '关于征求《助餐服务管理办法》意见的公告',
        trail: [['/yjzj/', '意见征集']],
        body: `<p>征集时间：2023年6月1日至6月30日，欢迎提出意见。</p>${box}`,
      }),
    }).opinionChannels.map(({ form }) => form)
  expect(call('<form><textarea name="yj"></textarea><button>提交</button></form>')).toEqual([
    'online',
  ])
  expect(call('')).not.toContain('online')
  expect(
    call('<p>问卷：<a href="https://www.wjx.cn/vm/abc.aspx">https://www.wjx.cn/vm</a></p>'),
  ).toEqual(['online'])
  expect(call('<p>请将意见发至邮箱a@b.gov.cn。</p>')).toEqual(['mail-only'])
  for (const words of [
    '请扫描二维码填写问卷，或发至邮箱a@b.gov.cn。',
    '意见请通过本网站“局长信箱”栏目提交，或发至邮箱a@b.gov.cn。',
  ])
    expect(call(`<p>${words}</p>`)).toEqual(['unknown'])
  expect(call('<p>邮箱a@b.gov.cn</p><a href="javascript:;" onclick="f(1)">发表意见</a>')).toEqual([
    'unknown',
  ])
})

it('标题以【结果反馈】开头的是结果', () => {
  const [call] = consultations({
    '/yjzj/1.html': [DRAFT, `<p>征集时间：2023-06-01 — 2023-06-15</p>`],
    '/yjzj/2.html': ['【结果反馈】蓝河市林地管理办法（征求意见稿）', `<p>共收到意见3条。</p>`],
  })
  expect(call?.feedback?.quote).toContain('结果反馈')
})
