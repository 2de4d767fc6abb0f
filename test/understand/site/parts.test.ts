/** Leaders, opinion channels, new media, site map, link targets, troubles and counts. */
import { describe, expect, it } from 'vitest'
import type { Capture } from '#model/capture'
import { isPersonName } from '#understand/person-names'
import { absolute, article, html, list, MENU, miniSite, news } from './mini-site.ts'

const AT = Date.parse('2023-12-10T03:00:00Z')
const home = (body: string, menu = MENU) => html({ menu, body })

function failed(path: string, reason: 'timeout' | 'dns', at = AT): Capture {
  const url = absolute(path)
  return {
    id: `f${at}${path}`,
    run: 'r',
    url,
    at,
    via: 'http',
    state: 'failed',
    reason,
    detail: '',
  }
}

describe('领导信息', () => {
  const page = (body: string) =>
    html({ heading: '领导信息', trail: [['/ldxx/', '领导信息']], body })
  const leaders = (body: string, more: Readonly<Record<string, string>> = {}) =>
    miniSite({
      '/': home('<p>欢迎</p>', [...MENU, ['/ldxx/', '领导信息']]),
      '/ldxx/': page(body),
      ...more,
    }).leaders

  it('分块写明姓名、职务、分工', () => {
    const found = leaders(
      '<div><h3>程远山</h3><p>职务：党组书记、局长</p><p>分工：主持全面工作。</p></div><div><h3>苏映雪</h3><p>职务：副局长</p></div>',
    )
    expect(found.map(({ name, post, duties }) => [name, post, duties])).toEqual([
      ['程远山', '党组书记、局长', '主持全面工作。'],
      ['苏映雪', '副局长', null],
    ])
  })

  it('面包屑末尾链到别处的页面，不是那个栏目：一位领导自己的页面只写着更新中', () => {
    const menu = [...MENU, ['/ldxx/', '领导信息'] as const]
    const view = miniSite({
      '/': html({ menu, body: list(news(6, '2023-12-05')) }),
      '/ldxx/': html({
        menu,
        heading: '领导信息',
        trail: [['/ldxx/', '领导信息']],
        body: '<p><a href="/ld/4.html">副局长 程远山</a></p>',
      }),
      '/ld/4.html': html({
        menu,
        heading: '',
        trail: [['/ldxx/', '领导信息']],
        body: '<table><tr><td>姓名：程远山</td></tr><tr><td>职务：副局长</td></tr><tr><td>信息更新中</td></tr></table>',
      }),
    })
    const found = view.columns.filter(({ name }) => name === '领导信息')
    expect(found.map(({ url }) => new URL(url).pathname)).toEqual(['/ldxx/'])
  })

  it('每人一页，一张表的每格写着标签：简历最长，分工也读', () => {
    const [one] = leaders('<ul><li><a href="/ldxx/1.html">副局长 程远山</a></li></ul>', {
      '/ldxx/1.html': html({
        heading: '',
        trail: [['/ldxx/', '领导信息']],
        body: '<table><tr><td rowspan="2"><img src="/a.jpg" alt=""></td><td>姓名：程远山</td></tr><tr><td>现任职务：副局长</td></tr><tr><td colspan="2">个人简历：程远山，男，汉族，1974年3月生，在职大学学历，历任股长、站长、副镇长，2021年9月起任现职。</td></tr><tr><td colspan="2">分管工作：种苗、检疫、乡土树种繁育。</td></tr></table>',
      }),
    })
    expect(one?.duties).toContain('种苗、检疫')
  })

  it('分工写在自己的格里：表下面说后续公开的一句话不算它的', () => {
    const [one] = leaders('<ul><li><a href="/ldxx/1.html">副局长 程远山</a></li></ul>', {
      '/ldxx/1.html': html({
        heading: '',
        trail: [['/ldxx/', '领导信息']],
        body: '<table><tr><td>姓名</td><td>程远山</td></tr><tr><td>工作分工</td><td>分管民政、水利</td></tr></table><p>有关情况可向发布单位咨询，后续进展将在本栏目继续公开。</p>',
      }),
    })
    expect(one?.duties).toBe('分管民政、水利')
  })

  it('表中职务一格空着的领导：没有职务，不是没有这个人；商、计也是姓', () => {
    const row = (...cells: readonly string[]) =>
      `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
    const found = leaders(
      `<table><tr><th>姓名</th><th>职务</th><th>分工</th></tr>${[
        row('程望春', '镇党委副书记、镇长', '主持镇政府全面工作'),
        row('季晓燕', '', '分管民政、教育'),
        row('商立冬', '镇党委委员、副镇长', '分管农业'),
        row('计成林', '副镇长', '分管水利'),
      ].join('')}</table>`,
    )
    expect(found.map(({ name, post, duties }) => [name, post, duties])).toEqual([
      ['程望春', '镇党委副书记、镇长', '主持镇政府全面工作'],
      ['季晓燕', null, '分管民政、教育'],
      ['商立冬', '镇党委委员、副镇长', '分管农业'],
      ['计成林', '副镇长', '分管水利'],
    ])
  })

  it('表中姓氏少见的也是一个人，分工一格空着；空缺的不是', () => {
    const found = leaders(
      '<table><tr><th>姓名</th><th>职务</th><th>分工</th></tr><tr><td>程望春</td><td>局长</td><td>主持全面工作</td></tr><tr><td>季晓燕</td><td>副局长</td><td>分管民政</td></tr><tr><td>占方平</td><td>副局长</td><td></td></tr><tr><td>空缺</td><td>副局长</td><td></td></tr></table>',
    )
    expect(found.map(({ name, duties }) => [name, duties])).toEqual([
      ['程望春', '主持全面工作'],
      ['季晓燕', '分管民政'],
      ['占方平', null],
    ])
  })

  it.each([
    [
      '职务和分工都空着',
      '<tr><th>姓名</th><th>职务</th><th>分工</th></tr><tr><td>程望春</td><td>局长</td><td>主持全面工作</td></tr><tr><td>季晓燕</td><td></td><td>&nbsp;</td></tr>',
      null,
      null,
    ],
    [
      '职务在姓名前，空着',
      '<tr><th>职务</th><th>姓名</th><th>分工</th></tr><tr><td>局长</td><td>程望春</td><td>主持全面工作</td></tr><tr><td></td><td>季晓燕</td><td>分管民政</td></tr>',
      null,
      '分管民政',
    ],
    [
      '分工只画一横',
      '<tr><th>序号</th><th>姓　名</th><th>现任职务</th><th>分管工作</th></tr><tr><td>1</td><td>程望春</td><td>局长</td><td>全面工作</td></tr><tr><td>2</td><td>季晓燕（女）</td><td>副局长</td><td>—</td></tr>',
      '副局长',
      null,
    ],
    [
      '竖着的表，分工空着',
      '<tr><td>姓名</td><td>程望春</td><td>季晓燕</td></tr><tr><td>职务</td><td>局长</td><td>副局长</td></tr><tr><td>分工</td><td>主持全面工作</td><td></td></tr>',
      '副局长',
      null,
    ],
    [
      '分工合并了单元格',
      '<tr><td>姓名</td><td>职务</td><td>分工</td></tr><tr><td>程望春</td><td>局长</td><td rowspan="2">主持全面工作</td></tr><tr><td>季晓燕</td><td>党组书记</td></tr>',
      '党组书记',
      '主持全面工作',
    ],
  ])('表：%s', (_case, rows, post, duties) => {
    const found = leaders(`<table>${rows}</table>`)
    expect(found.map(({ name }) => name)).toEqual(['程望春', '季晓燕'])
    expect(found[0]?.post).toBe('局长')
    expect([found[1]?.post, found[1]?.duties]).toEqual([post, duties])
  })

  it('写着“姓名”的就是一个人，别的都没写也算', () => {
    const fields = (name: string, post: string, duties: string) =>
      `<dl><dt>姓名</dt><dd>${name}</dd><dt>职务</dt><dd>${post}</dd><dt>分管工作</dt><dd>${duties}</dd></dl>`
    const found = leaders(
      `${fields('程望春', '局长', '造林绿化、林业产业')}${fields('季晓燕', '', '')}${fields('商立冬', '副局长', '种苗')}`,
    )
    expect(found.map(({ name, post, duties }) => [name, post, duties])).toEqual([
      ['程望春', '局长', '造林绿化、林业产业'],
      ['季晓燕', null, null],
      ['商立冬', '副局长', '种苗'],
    ])
  })

  it('表里没有分工一栏，分工写在下面的话里', () => {
    const found = leaders(
      '<table><tr><td>姓名</td><td>职务</td></tr><tr><td>程望春</td><td>局长</td></tr><tr><td>季晓燕</td><td>副局长</td></tr></table><p>程望春同志主持全面工作；季晓燕：分管民政、教育。</p>',
    )
    expect(found.map(({ duties }) => duties)).toEqual(['主持全面工作', '分管民政、教育'])
  })

  it.each([
    '商务局',
    '水利局',
    '计划科',
    '经开区',
    '管委会',
    '东城区',
    '支队',
    '法治办',
    '家庭',
    '通知',
    '督查室',
    '山东',
  ])('“%s”不是人名', (word) => {
    expect(isPersonName(word)).toBe(false)
  })

  it('机构页上的“厅领导”页签：内容就在本页', () => {
    const found = miniSite({
      '/': home('<p>欢迎</p>', [...MENU, ['/jg/', '机构职能']]),
      '/jg/': html({
        heading: '机构职能',
        trail: [['/jg/', '机构职能']],
        body: '<ul><li><a href="#t1">厅领导</a></li><li><a href="#t2">主要职能</a></li></ul><div id="t1"><h4>苏映雪</h4><p>副厅长</p><p>分管工作：</p><h4>程远山</h4><p>党组书记、厅长</p><p>分管工作：主持全面工作。</p></div><div id="t2"><p>负责全省水利工程建设的组织实施和监督管理工作。</p></div>',
      }),
    }).leaders
    expect(found.map(({ name, post, duties }) => [name, post, duties !== null])).toEqual([
      ['苏映雪', '副厅长', false],
      ['程远山', '党组书记、厅长', true],
    ])
  })

  it('姓名下一行写“某某办公室主任”也是职务', () => {
    const found = leaders(
      '<div><p>程远山</p><p>县政府办公室主任</p><p>工作分工：协助县长处理日常工作。</p></div><div><p>苏映雪</p><p>副县长</p><p>工作分工：分管教育。</p></div>',
    )
    expect(found.map(({ name, post }) => [name, post])).toEqual([
      ['程远山', '县政府办公室主任'],
      ['苏映雪', '副县长'],
    ])
  })

  it('“任职：副局长”写的是职务，不是一个姓任的人', () => {
    const found = leaders(
      '<div><p>程远山</p><p>任职：局长</p><p>分管：主持全面工作。</p></div><div><p>苏映雪</p><p>任职：副局长</p><p>分管：分管造林绿化工作。</p></div>',
    )
    expect(found.map(({ name, post }) => [name, post])).toEqual([
      ['程远山', '局长'],
      ['苏映雪', '副局长'],
    ])
  })

  it('少见的姓；姓名和职务在一格，分工在下一行', () => {
    const found = leaders(
      '<table><tr><td>楼海峰　副区长</td></tr><tr><td>职责分工：负责工业、科技</td></tr><tr><td>应雅琴　副区长</td></tr><tr><td>&nbsp;</td></tr><tr><td>应急管理　局长信箱</td></tr></table>',
    )
    expect(found.map(({ name, duties }) => [name, duties])).toEqual([
      ['楼海峰', '负责工业、科技'],
      ['应雅琴', null],
    ])
  })

  it('表格一行一人', () => {
    const found = leaders(
      '<table><tr><th>姓名</th><th>职务</th><th>工作分工</th></tr><tr><td>程远山</td><td>局长</td><td>主持全面工作，分管办公室、人事科、财务科、政策法规科，联系机关党委</td></tr><tr><td>苏映雪</td><td>副局长</td><td>分管造林绿化、森林防火、野生动植物保护、湿地管理工作，联系林业工作站</td></tr></table>',
    )
    expect(found.map(({ name, post }) => [name, post])).toEqual([
      ['程远山', '局长'],
      ['苏映雪', '副局长'],
    ])
    expect(found[1]?.duties).toContain('分管造林绿化')
  })

  it('表格里隔开写的两字姓名是一个姓名', () => {
    const found = leaders(
      '<table><tr><td>姓名</td><td>职务</td><td>分工</td></tr><tr><td>程　远</td><td>党组书记、局长</td><td>主持全面工作</td></tr><tr><td>苏映雪</td><td>副局长</td><td>分管造林绿化</td></tr></table>',
    )
    expect(found.map(({ name, post, duties }) => [name, post, duties])).toEqual([
      ['程远', '党组书记、局长', '主持全面工作'],
      ['苏映雪', '副局长', '分管造林绿化'],
    ])
  })

  it('表头是分管范围，行里没有“分管”二字', () => {
    const table = (last: string) =>
      leaders(
        `<table><tr><td>姓名</td><td>现任</td><td>分管范围</td><td>学历</td></tr><tr><td>程远山</td><td>局长</td><td>全面工作</td><td>本科</td></tr><tr><td>苏映雪</td><td>副局长</td>${last}<td>本科</td></tr></table>`,
      ).map(({ duties }) => duties)
    expect(table('<td>社会救助、儿童福利</td>')).toEqual(['全面工作', '社会救助、儿童福利'])
    expect(table('<td></td>')).toEqual(['全面工作', null])
  })

  it('没有表头的行：与别的行的分工同一格的就是分工；分管后面只有两三个字', () => {
    const found = leaders(
      '<table><tr><td>党委书记</td><td>程远山</td><td>主持党委全面工作</td></tr><tr><td>副镇长</td><td>苏映雪</td><td>农业、水利</td></tr></table><p>党委委员 应雅琴：分管工会</p>',
    )
    expect(found.map(({ name, post, duties }) => [name, post, duties])).toEqual([
      ['程远山', '党委书记', '主持党委全面工作'],
      ['苏映雪', '副镇长', '农业、水利'],
      ['应雅琴', '党委委员', '分管工会'],
    ])
  })

  it('分工后面空着，下一行是简历；百家姓里少见的姓由简历认出', () => {
    const found = leaders(
      '<h3>程远山</h3><p>职务：县长</p><p>分工：</p><p>简历：程远山，男，汉族，1970年生。</p><h3>禤志强</h3><p>职务：副县长</p><p>分工：分管农业农村工作</p><p>简历：禤志强，男，瑶族，1974年生。</p><h3>联系我们</h3><p>电话：0746-7226108</p>',
    )
    expect(found.map(({ name, post, duties }) => [name, post, duties])).toEqual([
      ['程远山', '县长', null],
      ['禤志强', '副县长', '分管农业农村工作'],
    ])
  })

  it('姓名、职务、简历和分工写成一段', () => {
    const found = leaders(
      '<p><b>程远山</b>　党组书记、局长，男，汉族，1976年3月生，大学学历，中共党员。主持局党组和行政全面工作。</p><p><b>苏映雪</b>　副局长</p><p>分工：分管造林绿化。</p>',
    )
    expect(found.map(({ name, post, duties }) => [name, post, duties])).toEqual([
      ['程远山', '党组书记、局长', '主持局党组和行政全面工作。'],
      ['苏映雪', '副局长', '分管造林绿化。'],
    ])
  })

  it('两个栏目里同名的人，各按自己的栏目读', () => {
    const view = miniSite({
      '/': home('<p>欢迎</p>', [...MENU, ['/ldxx/', '领导信息'], ['/zld/', '镇领导']]),
      '/ldxx/': page('<p>局长 程远山</p><p>分工：主持全面工作。</p><p>副局长 苏映雪</p>'),
      '/zld/': html({
        heading: '镇领导',
        trail: [['/zld/', '镇领导']],
        body: '<p>镇长 杜云深</p><p>分工：主持全面工作。</p><p>副镇长 苏映雪</p><p>分工：分管农业。</p>',
      }),
    })
    const dutiesIn = (url: string) =>
      view
        .leadersIn?.(view.columns.filter((column) => column.url.endsWith(url)))
        .map(({ name, duties }) => [name, duties])
    expect(dutiesIn('/ldxx/')).toEqual([
      ['程远山', '主持全面工作。'],
      ['苏映雪', null],
    ])
    expect(dutiesIn('/zld/')).toEqual([
      ['杜云深', '主持全面工作。'],
      ['苏映雪', '分管农业。'],
    ])
  })

  it('职务写在姓名上面一行', () => {
    const found = leaders(
      '<p>局长</p><p>程远山</p><p>主持全面工作</p><p>副局长</p><p>苏映雪</p><p>分管造林绿化</p>',
    )
    expect(found.map(({ name, post, duties }) => [name, post, duties])).toEqual([
      ['程远山', '局长', '主持全面工作'],
      ['苏映雪', '副局长', '分管造林绿化'],
    ])
  })

  it('列表链到各人的页面：职务和分工取自该页', () => {
    const liaison = leaders(
      '<dl><dt>程远山　副镇长</dt><dd>分管农业农村和水利工作。</dd><dt>苏映雪　副镇长（挂职）</dt><dd>联系招商引资和电商工作。</dd></dl>',
    )
    expect(liaison.map(({ duties }) => duties)).toEqual([
      '分管农业农村和水利工作。',
      '联系招商引资和电商工作。',
    ])
    const found = leaders(
      '<ul><li><a href="/ldxx/cys.html">程远山</a></li><li><a href="/ldxx/syx.html">苏映雪</a></li></ul>',
      {
        '/ldxx/cys.html': article(
          '程远山',
          null,
          '程远山，男，汉族，现任蓝河市林业局党组书记、局长。</p><p>分工：主持全面工作。',
        ),
        '/ldxx/syx.html': article('苏映雪', null, '苏映雪，女，现任蓝河市林业局副局长。'),
      },
    )
    expect(found).toHaveLength(2)
    expect(found[0]).toMatchObject({ name: '程远山', duties: '主持全面工作。' })
    expect(found[0]?.post).toContain('局长')
    expect(found[0]?.place.url).toBe(absolute('/ldxx/cys.html'))
    expect(found[1]).toMatchObject({ name: '苏映雪', duties: null })
    expect(found[1]?.post).toContain('副局长')
  })

  it('标签与内容分写（dl）：简历再长，分工也在正文里；分工不必有动词', () => {
    const card = (name: string, duties: string) =>
      html({
        heading: name,
        trail: [['/ldxx/', '领导信息']],
        body: `<section><p>现任职务：副市长</p><dl><dt>个人简历</dt><dd>${name}，男，汉族，1971年5月出生，大学学历，中共党员。曾任蓝河县县长、市发展和改革委员会主任等职，2021年任现职，分别在基层和机关工作二十余年。</dd><dt>工作分工</dt><dd>${duties}</dd></dl></section>`,
      })
    const found = leaders(
      '<ul><li><a href="/ldxx/cys.html">程远山</a></li><li><a href="/ldxx/syx.html">苏映雪</a></li></ul>',
      {
        '/ldxx/cys.html': card('程远山', '领导市政府全面工作。'),
        '/ldxx/syx.html': card('苏映雪', '市教育局、市体育局、市文化馆。'),
      },
    )
    expect(found.map(({ duties }) => duties)).toEqual([
      '领导市政府全面工作。',
      '市教育局、市体育局、市文化馆。',
    ])
  })

  it('历任某部门主要负责人：履历里的“负责人”不是分工', () => {
    const found = leaders(
      '<ul><li><a href="/ldxx/cys.html">程远山</a></li><li><a href="/ldxx/syx.html">苏映雪</a></li></ul>',
      {
        '/ldxx/cys.html': html({
          heading: '程远山',
          trail: [['/ldxx/', '领导信息']],
          body: '<p>职务：副市长</p><p>历任县委办公室副主任、区长、市直部门主要负责人等职，2019年3月任现职。</p>',
        }),
        '/ldxx/syx.html': html({
          heading: '苏映雪',
          trail: [['/ldxx/', '领导信息']],
          body: '<p>职务：市长</p><p>负责审计工作。</p>',
        }),
      },
    )
    expect(found.map(({ duties }) => duties)).toEqual([null, '负责审计工作。'])
  })

  it('由某局负责解释：单位负责什么不是人的分工', () => {
    const found = leaders('<ul><li><a href="/ldxx/cys.html">程远山</a></li></ul>', {
      '/ldxx/cys.html': html({
        heading: '程远山',
        trail: [['/ldxx/', '领导信息']],
        body: '<p>职务：副局长</p><p>以上内容由某市交通运输局负责公布和解释，如有变动另行公布。</p>',
      }),
    })
    expect(found.map(({ duties }) => duties)).toEqual([null])
  })

  it('每人一张小表：每张都是正文，不只最长的一格', () => {
    const card = (name: string, post: string, more: string) =>
      `<table><tr><td rowspan="3"><img src="/i.jpg" alt=""></td><td>姓名：${name}</td></tr><tr><td>职务：${post}</td></tr><tr><td>${more}</td></tr></table>`
    const found = leaders(
      card('程远山', '党组书记、局长', '简历：1970年5月出生，大学学历。<br>分工：主持全面工作。') +
        card('苏文明', '副局长', '简历：1975年9月出生，研究生学历，2019年任现职。') +
        card('林海洋', '副局长', '分工：分管造林绿化、资源管理、林业产业和安全生产等方面的工作。'),
    )
    expect(found.map(({ name, duties }) => [name, duties])).toEqual([
      ['程远山', '主持全面工作。'],
      ['苏文明', null],
      ['林海洋', '分管造林绿化、资源管理、林业产业和安全生产等方面的工作。'],
    ])
  })

  it('分工写“牵头”；竹也是姓', () => {
    const found = leaders(
      '<div><div>石文明</div><div>副县长</div><div>牵头文化旅游、教育体育方面工作。</div></div><div><div>竹建平</div><div>副县长、公安局局长</div></div>',
    )
    expect(found.map(({ name, duties }) => [name, duties])).toEqual([
      ['石文明', '牵头文化旅游、教育体育方面工作。'],
      ['竹建平', null],
    ])
  })

  it('只有姓名也照列，但孤零零一个像人名的词不算', () => {
    const names = leaders('<ul><li>程远山</li><li>苏映雪</li><li>艾力·买买提</li></ul>')
    expect(names.map(({ name, post }) => [name, post])).toEqual([
      ['程远山', null],
      ['苏映雪', null],
      ['艾力·买买提', null],
    ])
    expect(leaders('<p>欢迎来到蓝河</p><p>常州</p><p>万象新</p>')).toEqual([])
  })

  it('栏目里的新闻标题、科室名不是人名', () => {
    const found = leaders(
      list([...news(5, '2023-12-01'), ['/a.html', '安全生产', ''], ['/b.html', '公告公示', '']]),
    )
    expect(found).toEqual([])
  })
})

describe('意见征集', () => {
  const menu = [...MENU, ['/yjzj/', '意见征集'] as const]
  const channel = (rows: Parameters<typeof list>[0], more: Readonly<Record<string, string>> = {}) =>
    miniSite({
      '/': home('<p>欢迎</p>', menu),
      '/yjzj/': html({
        menu,
        heading: '意见征集',
        trail: [['/yjzj/', '意见征集']],
        body: list(rows),
      }),
      ...more,
    }).opinionChannels
  const row = [
    '/yjzj/a.html',
    '关于《蓝河市湿地保护办法》公开征求意见的公告',
    '2023-11-01',
  ] as const

  it('征集页上有参与入口：在线', () => {
    const body = '现公开征求意见。</p><p><a href="/yjzj/tj?id=1">我要提意见</a>'
    const [found] = channel([row], { '/yjzj/a.html': article(row[1], '2023-11-01', body) })
    expect(found?.form).toBe('online')
    expect(found?.place.url).toBe(absolute('/yjzj/a.html'))
  })

  it('只写信箱：不算在线', () => {
    const body = '意见请发送至电子邮箱 lyj@lanhe.example，或寄信至本局办公室。'
    const [found] = channel([row], { '/yjzj/a.html': article(row[1], '2023-11-01', body) })
    expect(found?.form).toBe('mail-only')
    expect(found?.place.quote).toContain('邮箱')
  })

  it('征集页没有读到：不知道', () => {
    expect(channel([row])[0]?.form).toBe('unknown')
  })

  it('多数征集有表单：只写信箱的一期列出，反馈情况和扫码填写的不列', () => {
    const rows = ['a', 'b', 'c', 'd'].map(
      (name) => [`/yjzj/${name}.html`, `关于《${name}办法》征求意见的公告`, '2023-11-01'] as const,
    )
    const result = ['/yjzj/e.html', '关于《a办法》征求意见反馈情况的公告', '2023-11-20'] as const
    const form = '现公开征求意见。</p><p><a href="/yjzj/tj?id=1">我要提意见</a>'
    const mail = '意见请发送至电子邮箱 lyj@lanhe.example。'
    const [found] = channel([...rows, result], {
      '/yjzj/a.html': article('关于《a办法》征求意见的公告', '2023-11-01', form),
      '/yjzj/b.html': article('关于《b办法》征求意见的公告', '2023-11-01', form),
      '/yjzj/c.html': article('关于《c办法》征求意见的公告', '2023-11-01', mail),
      '/yjzj/d.html': article(
        '关于《d办法》征求意见的公告',
        '2023-11-01',
        `${mail}或扫码填写问卷。`,
      ),
      '/yjzj/e.html': article(result[1], '2023-11-20', '电子邮箱 lyj@lanhe.example 收到意见3条。'),
    })
    expect(found?.form).toBe('online')
    expect(found?.calls?.online).toBe(2)
    expect(found?.calls?.byMail.map(({ title }) => title)).toEqual(['关于《c办法》征求意见的公告'])
  })

  it.each([
    ['表单到期就撤下的，过期的一期当时可能也有', '2024-01-15', []],
    ['过期的也留着表单：没有的就是没有', '2023-09-30', ['关于《c办法》征求意见的公告']],
  ])('征集已截止：%s', (_, end, mailed) => {
    const rows = ['a', 'b', 'c'].map(
      (name) => [`/yjzj/${name}.html`, `关于《${name}办法》征求意见的公告`, '2023-09-01'] as const,
    )
    const until = (day: string): string =>
      `征求意见截止时间：${day.replace(/-(\d+)-(\d+)/, '年$1月$2日')}。`
    const form = `${until(end)}</p><p><a href="/yjzj/tj?id=1">我要提意见</a>`
    const mail = `${until('2023-09-30')}意见请发送至电子邮箱 lyj@lanhe.example。`
    const pages = rows.map(([path, title], i) => [
      path,
      article(title, '2023-09-01', i < 2 ? form : mail),
    ])
    const [found] = channel(rows, Object.fromEntries(pages))
    expect(found?.calls?.byMail.map(({ title }) => title)).toEqual(mailed)
  })
})

describe('网站地图', () => {
  it('条目是地图正文的链接，不含各页都有的导航', () => {
    const view = miniSite({
      '/': html({ body: '<p><a href="/wzdt/">网站地图</a></p>' }),
      '/wzdt/': html({
        heading: '网站地图',
        trail: [['/wzdt/', '网站地图']],
        body: '<p><a href="/jgzn/">机构职能</a> <a href="/tzgg/">通知公告</a> <a href="/xxgk/zn/">公开指南</a> <a href="/gone/">旧栏目</a></p>',
      }),
    })
    expect(view.sitemap?.place.url).toBe(absolute('/wzdt/'))
    expect(view.sitemap?.entries.map((entry) => entry.text)).toEqual([
      '机构职能',
      '通知公告',
      '公开指南',
      '旧栏目',
    ])
  })

  it('只有一篇文字的栏目（指南）也不是地图栏目里的一条', () => {
    const guide = '<p>为便于公众获取政府信息，制定本指南。公众可以在本网站查阅主动公开的信息。</p>'
    const view = miniSite({
      '/': html({ body: '<p><a href="/wzdt/">网站地图</a> <a href="/xxgk/zn/">公开指南</a></p>' }),
      '/wzdt/': html({
        heading: '网站地图',
        trail: [['/wzdt/', '网站地图']],
        body: '<p><a href="/xxgk/zn/">政府信息公开指南</a> <a href="/tzgg/">通知公告</a></p>',
      }),
      '/xxgk/zn/': html({
        heading: '政府信息公开指南',
        trail: [['/xxgk/zn/', '政府信息公开指南']],
        body: guide.repeat(3),
      }),
    })
    expect(view.pageAt(absolute('/xxgk/zn/'))?.page.kind.value).toBe('article')
    expect(view.columns.find(({ name }) => name === '网站地图')?.items).toEqual([])
  })

  it.each(['站点导览', '本站地图', '网站结构图'])('也叫%s', (name) => {
    const body =
      '<p><a href="/jgzn/">机构职能</a> <a href="/tzgg/">通知公告</a> <a href="/gone/">旧栏目</a></p>'
    const view = miniSite({
      '/': html({ body: `<p><a href="/dt/">${name}</a></p>` }),
      '/dt/': html({ heading: name, trail: [['/dt/', name]], body }),
    })
    expect(view.sitemap?.place.url).toBe(absolute('/dt/'))
  })

  it('每页都有的表格菜单不是地图的条目', () => {
    const menu = `<table><tr>${['工作动态', '事故调查', '政策法规']
      .map((name, i) => `<td><a href="/m${i}/">${name}</a></td>`)
      .join('')}</tr></table>`
    const page = (body: string): string =>
      `<html><body>${menu}<table><tr><td>${body}</td></tr></table></body></html>`
    const view = miniSite({
      '/': page('<a href="/map.html">网站地图</a>'),
      '/map.html': page(
        '<h3>网站地图</h3><p><a href="/m0/">工作动态</a> <a href="/m2/">政策法规</a> <a href="/n/">公告</a></p>',
      ),
      '/m0/': page('<h3>工作动态</h3><a href="/a.html">一条消息的标题</a>'),
      '/m2/': page('<h3>政策法规</h3><a href="/b.html">一个办法的标题</a>'),
    })
    expect(view.sitemap?.entries.map(({ text }) => text)).toEqual(['工作动态', '政策法规', '公告'])
  })

  it('地图的第一条与别的页面当前位置里的栏目相同，仍是地图的条目', () => {
    const news = [['/xw/', '新闻中心']] as const
    const text = '<p>会议研究了防汛工作，对下一步作了安排。</p>'
    const view = miniSite({
      '/': html({ body: '<p><a href="/wzdt/">网站地图</a> <a href="/xw/">新闻中心</a></p>' }),
      '/wzdt/': html({
        heading: '网站地图',
        body: '<h3><a href="/xw/">新闻中心</a></h3><p><a href="/tzgg/">通知公告</a> <a href="/zc/">政策</a></p>',
      }),
      '/xw/': html({ heading: '新闻中心', trail: news, body: text }),
      '/xw/1.html': html({ heading: '防汛会议', trail: news, body: text }),
      '/xw/2.html': html({ heading: '抗旱会议', trail: news, body: text }),
    })
    expect(view.sitemap?.entries.map(({ text }) => text)).toEqual(['新闻中心', '通知公告', '政策'])
  })

  it('没有地图就是没有', () => {
    const menu = '<p><a href="/dt/">导航</a></p>'
    expect(miniSite({ '/': home(menu), '/dt/': home('<p>路线导航</p>') }).sitemap).toBeNull()
    expect(miniSite({ '/': home('<p>欢迎</p>') }).sitemap).toBeNull()
  })
})

describe('链接目标', () => {
  const pages = {
    '/': html({
      body: '<p><a href="/gone.html">旧闻</a><a href="http://else.example/x">外站</a></p>',
    }),
    '/tzgg/': html({
      heading: '通知公告',
      trail: [['/tzgg/', '通知公告']],
      body: '<p><a href="/gone.html">旧闻</a><a href="/f/a.pdf">附件一</a></p>',
    }),
    '/gone.html': { html: '<p>404</p>', status: 404 },
  }

  it('记下两次访问、离首页最近的页面在前', () => {
    const again: Capture = { ...failed('/gone.html', 'timeout', AT - 86_400_000) }
    const view = miniSite(pages, { failed: [again, failed('/f/a.pdf', 'dns')] })
    const gone = view.links.find((link) => link.url === absolute('/gone.html'))
    expect(gone?.visit).toMatchObject({ state: 'stored', status: 404 })
    expect(gone?.firstVisit).toMatchObject({ state: 'failed', reason: 'timeout' })
    expect(gone?.from.map((from) => from.url)).toEqual([absolute('/'), absolute('/tzgg/')])
    expect(gone?.internal).toBe(true)
  })

  it('脚本取列表用的地址不是访问者点得开的链接', () => {
    const proxy = '/module/web/jpage/dataproxy.jsp?page=1&webid=3&columnid=20102'
    const view = miniSite({
      ...pages,
      '/dt/': html({
        heading: '工作动态',
        body: `<script>var t='<a href="${proxy}"></a><a href="/more.html">更多</a>';document.write(t);var s='<a href="/old.html">旧版</a>'</script><a href="/dt/1.html">动态一</a>`,
      }),
    })
    const urls = view.links.map((link) => link.url)
    expect(urls).toContain(absolute('/more.html'))
    expect(urls.filter((url) => url.includes('dataproxy'))).toEqual([])
    // Nor is one in a string that nothing uses.
    expect(urls).not.toContain(absolute('/old.html'))
  })

  it('附件、站外、没有访问过的各自标明', () => {
    const view = miniSite(pages, {
      frontier: [{ url: '/f/a.pdf', state: 'budget', reason: '时间上限' }],
    })
    const file = view.links.find((link) => link.url === absolute('/f/a.pdf'))
    expect(file).toMatchObject({
      isAttachment: true,
      visit: null,
      state: 'budget',
      reason: '时间上限',
    })
    expect(view.links.find((link) => link.url === 'http://else.example/x')).toMatchObject({
      internal: false,
      visit: null,
      state: 'out-of-scope',
    })
  })
})

describe('采集中的问题', () => {
  it('失败和被拦截分开计数，用中文说明', () => {
    const view = miniSite(
      { '/': home('<p>欢迎</p>'), '/tzgg/': { html: '<html></html>', status: 412 } },
      { failed: [failed('/jgzn/', 'timeout')] },
    )
    expect(view.counts).toMatchObject({ fetched: 2, blocked: 1, failed: 1 })
    expect(view.troubles.map((trouble) => [trouble.url, trouble.reason])).toEqual([
      [absolute('/tzgg/'), '被网站防护拦截（返回 412 校验页）'],
      [absolute('/jgzn/'), '连接或响应超时'],
    ])
  })
})
