/** Labels in words that systems use beside those of the standard, read on whole pages. */
import { describe, expect, it } from 'vitest'
import { readText } from './read.ts'

function article(title: string, body: string, line = '发布时间：2026-03-02　来源：某局'): string {
  return `<html><head><title>${title}-某市某局</title><meta name="ArticleTitle" content="${title}"></head><body>
    <div class="nav"><a href="/">首页</a><a href="/a/">公开</a></div>
    <h1>${title}</h1><div class="info">${line}</div><div class="content">${body}</div></body></html>`
}

const TEXT = '<p>各有关单位：请按要求认真抓好落实，及时报送情况，确保各项工作取得实效。</p>'.repeat(
  4,
)

function table(rows: readonly (readonly [string, string])[]): string {
  return `<table>${rows.map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`).join('')}</table>`
}

describe('公文要素表的叫法', () => {
  const rows = (signed: string, validity: string) =>
    table([
      ['索引号', 'A-2026-1'],
      ['发文机关', '某市某局'],
      [signed, '2026年2月20日'],
      ['文号', '某发〔2026〕3号'],
      [validity, '有效'],
    ])

  it.each([
    ['成文', '现行有效性'],
    ['签发', '当前效力'],
    ['印发', '有效性'],
  ])('%s、%s', (signed, validity) => {
    const { document } = readText(article('关于某事的通知', rows(signed, validity) + TEXT))
    expect(document).toMatchObject({ signedOn: '2026-02-20', validity: '有效' })
  })

  it('发文日期旁边印有更新时间：前者是成文日期，后者是发布日期', () => {
    const page = readText(
      article(
        '关于某事的通知',
        `<ul><li>索引号：A-1</li><li>文号：某发〔2026〕3号</li><li>更新时间：2026-03-02</li><li>发文日期：2026-02-20</li></ul>${TEXT}`,
        '更新时间：2026-03-02　来源：某局　浏览：3',
      ),
    )
    expect(page.document?.signedOn).toBe('2026-02-20')
    expect(page.publishedOn?.value).toBe('2026-03-02')
  })

  it('只有发文日期时，它是发布日期', () => {
    const page = readText(
      article(
        '关于某事的通知',
        `<ul><li>索引号：A-1</li><li>文号：某发〔2026〕3号</li><li>发文日期：2026-02-20</li></ul>${TEXT}`,
        '来源：某局',
      ),
    )
    expect(page.document).toMatchObject({ signedOn: null, publishedOn: '2026-02-20' })
  })

  it('来源一行的发文时间就是这一页的发布日期，文里说页面不存在不算错误页', () => {
    const page = readText(
      article(
        '关于部分页面不存在问题的说明',
        '<p>有网友反映打开旧链接时提示“您访问的页面不存在”，现已恢复。</p>',
        '发文时间：2026-03-02 15:05　出处：某局　点击量：3',
      ),
    )
    expect(page.kind.value).toBe('article')
    expect(page.publishedOn?.value).toBe('2026-03-02')
  })
})

describe('办事指南的叫法', () => {
  it('咨询一格后面是号码，算写明了电话；后面没有号码不算', () => {
    const guide = (phone: string) =>
      readText(
        article(
          '某事项办事指南',
          table([
            ['服务事项', '某事项'],
            ['办事条件', '符合规定的公民'],
            ['需提交材料', '申请表'],
            ['窗口地址', '二楼综合窗口'],
            ['咨询', phone],
          ]),
        ),
      ).guideElements
    expect(guide('0720-3300135')).toContain('联系电话')
    expect(guide('综合窗口')).not.toContain('联系电话')
  })

  it('数据集目录的表格留着，空格知道是空的；讲格式的文章没有', () => {
    const read = (body: string) => readText(article('数据开放', body)).tables
    expect(
      read(
        '<table><tr><th>数据集名称</th><th>数据格式</th><th>更新周期</th></tr><tr><td>公厕名录</td><td></td><td>每年</td></tr></table>',
      ),
    ).toEqual([
      [
        ['数据集名称', '数据格式', '更新周期'],
        ['公厕名录', '', '每年'],
      ],
    ])
    expect(
      read('<p>各单位报送数据时，应当统一格式。</p><table><tr><td>一</td><td>二</td></tr></table>'),
    ).toBeUndefined()
  })

  it('页尾的“关闭窗口”按钮不是办理地点，“受理窗口”是', () => {
    const guide = (row: string) =>
      readText(
        article(
          '残疾人补贴申请',
          `<p>1、事项名称</p><p>补贴申请</p><p>2、设定依据</p><p>《残疾人保障法》</p><p>3、申请条件</p><p>符合规定的公民</p>${row}`,
        ),
      ).guideElements
    expect(guide('<p>【<a href="javascript:window.close()">关闭窗口</a>】</p>')).not.toContain(
      '办理地点',
    )
    expect(guide('<p>4、受理窗口</p><p>二楼3号</p>')).toContain('办理地点')
    expect(guide('<p>4、地点</p><p>二楼3号</p>')).toContain('办理地点')
  })

  it('标签一行、内容一行：内容在同一列；那一列空着就是没有写', () => {
    const turned = (place: string) =>
      readText(
        article(
          '某事项办事指南',
          `<table><tr><th>事项名称</th><th>受理条件</th><th>办理地点</th><th>办公时间</th><th>咨询电话</th></tr>
           <tr><td>某事项</td><td>符合规定的公民</td><td>${place}</td><td>工作日8:30-12:00</td><td>0720-3300135</td></tr></table>`,
        ),
      ).guideElements
    expect(turned('二楼综合窗口')).toEqual(
      expect.arrayContaining(['事项名称', '申请条件', '办理地点', '办理时间', '联系电话']),
    )
    expect(turned('')).not.toContain('办理地点')
    expect(turned('—')).not.toContain('办理地点')
  })
})

describe('留言的叫法', () => {
  const letter = (...rows: readonly (readonly [string, string])[]) =>
    readText(article('反映某路积水', table(rows))).messages ?? null

  it('时间、办理情况、承办单位、回信时间', () => {
    const [message] =
      letter(
        ['标题', '反映某路积水'],
        ['时间', '2026-02-01'],
        ['内容', '一下雨就积水，请尽快解决。'],
        ['办理情况', '已办结'],
        ['承办单位', '某市水务局'],
        ['回信时间', '2026-02-05'],
        ['回复', '已清理管道。'],
      ) ?? []
    expect(message).toMatchObject({
      askedOn: '2026-02-01',
      answeredOn: '2026-02-05',
      state: 'answered',
      unit: '某市水务局',
      sure: false,
    })
  })

  it('只有办理中，没有答复日期', () => {
    const [message] =
      letter(
        ['标题', '反映某路积水'],
        ['发表时间', '2026-02-01'],
        ['内容', '一下雨就积水，请尽快解决。'],
        ['办理情况', '办理中'],
      ) ?? []
    expect(message).toMatchObject({ askedOn: '2026-02-01', state: 'unanswered' })
  })

  it('没有答复日期、没有待办状态的“时间”不是来信时间', () => {
    expect(letter(['标题', '某会议'], ['时间', '2026-02-01'], ['内容', '会议室二楼'])).toBeNull()
    expect(letter(['标题', '某事'], ['日期', '2026-02-01'], ['状态', '已办结'])).toBeNull()
  })

  it('答复时间、答复都空着', () => {
    const [message] =
      letter(['留言标题', '某事'], ['留言时间', '2026-02-01'], ['答复时间', ''], ['答复', '']) ?? []
    expect(message).toMatchObject({ askedOn: '2026-02-01', answeredOn: null, state: 'blank' })
  })
})
