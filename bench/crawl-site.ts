/**
 * The synthetic portal that crawl benches are run on: same bytes for same numbers, nothing stored. A home page with
 * columns, listing pages of twenty dated links with TRS paging, articles of 15–40 KB, 5 % of them in GBK, 2 % behind a
 * redirect, 3 % dead links, PDF attachments. Serves nothing by itself; crawl-server does.
 */
import iconv from 'iconv-lite'

export interface SiteAnswer {
  readonly status: number
  readonly type: string
  readonly body: Buffer
  readonly location?: string
}

export interface SyntheticSite {
  /** Path → answer; whatever is missing is a 404. */
  readonly answers: Map<string, SiteAnswer>
  readonly articles: readonly string[]
  readonly lists: readonly string[]
  readonly deadLinks: number
}

const PER_LIST = 20
const WORDS = [
  '按照统一部署，各有关单位认真组织实施，压实工作责任，细化任务分工，确保各项措施落到实处。',
  '会议强调，要坚持问题导向，完善长效机制，加强部门协同，提升服务质量和办事效率。',
  '本办法所称项目，是指经批准立项并纳入年度计划的公益性设施建设和维护工程。',
  '申请人应当提交申请表、身份证明材料以及其他需要说明情况的有关文件。',
  '对逾期未整改的，由主管部门责令限期改正；情节严重的，依照有关规定处理。',
  '现将有关事项通知如下，请结合实际认真贯彻执行，并于月底前报送进展情况。',
  '各乡镇人民政府、街道办事处要加强宣传引导，及时回应群众关切，主动接受社会监督。',
  '资金使用情况纳入年度绩效评价，评价结果作为下一年度预算安排的重要依据。',
] as const

/** Small generator with a seed: the same site every time. */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

function shell(
  title: string,
  trail: string,
  main: string,
  columns: number,
  charset: string,
): string {
  const nav = Array.from(
    { length: columns },
    (_, c) => `<li><a href="/c${c}/" target="_blank" title="专题栏目${c}">专题栏目${c}</a></li>`,
  ).join('\n')
  const friends = Array.from(
    { length: 24 },
    (_, k) => `<a href="/c${k % columns}/" class="side">相关服务${k}</a>`,
  ).join('\n')
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="${charset}"><title>${title}</title>
<meta name="SiteName" content="示例县人民政府"><meta name="SiteDomain" content="bench.example.gov.cn">
<meta name="ColumnName" content="${trail}">${trail === title || trail === '首页' ? '' : `<meta name="ArticleTitle" content="${title}">`}<meta name="keywords" content="政务公开,示例">
<link rel="stylesheet" href="/css/main.css"><script src="/js/main.js"></script></head>
<body><div class="header"><div class="logo"><img src="/images/logo.png" alt="示例县人民政府"></div>
<ul class="nav"><li><a href="/">首页</a></li>
${nav}
</ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/c0/">${trail}</a></div>
<div class="container"><div class="left">${friends}</div>
<div class="content">${main}</div></div>
<div class="footer"><p>主办单位：示例县人民政府办公室　网站标识码：1234560001　<a href="https://beian.miit.gov.cn/">示ICP备12345678号</a></p>
<p><a href="/map.html">网站地图</a> 联系电话：000-1234567</p></div></body></html>`
}

function pager(current: number, count: number): string {
  const at = (page: number): string => (page === 0 ? 'index.html' : `index_${page}.html`)
  const near = [current - 2, current - 1, current + 1, current + 2].filter(
    (p) => p >= 0 && p < count,
  )
  const numbers = near.map((p) => `<a href="${at(p)}">${p + 1}</a>`).join(' ')
  const next = current + 1 < count ? `<a href="${at(current + 1)}">下一页</a>` : ''
  return `${numbers} ${next} <a href="${at(count - 1)}">尾页</a> 共${count}页`
}

const dayAt = (index: number): string =>
  new Date(Date.UTC(2026, 9, 30) - (index % 700) * 86_400_000).toISOString().slice(0, 10)

const html = (body: Buffer, charset = 'utf-8'): SiteAnswer => ({
  status: 200,
  type: charset === '' ? 'text/html' : `text/html; charset=${charset}`,
  body,
})

/** `pages` answers with 200 and HTML, home and listing pages included. */
export function makeSite(pages: number): SyntheticSite {
  const next = random(pages)
  const columns = Math.max(2, Math.min(40, Math.round(pages / 75)))
  const articleCount = Math.max(1, Math.floor(((pages - 1) * PER_LIST) / (PER_LIST + 1)))
  const answers = new Map<string, SiteAnswer>()
  const byColumn: { path: string; link: string; title: string; day: string }[][] = Array.from(
    { length: columns },
    () => [],
  )
  const articles: string[] = []
  const target = Math.round(pages * 0.03)
  const deadEvery = Math.max(1, Math.floor(articleCount / Math.max(1, target)))
  let dead = 0
  for (let i = 0; i < articleCount; i += 1) {
    const column = i % columns
    const day = dayAt(i)
    const title = `关于做好第${i}号事项有关工作的通知`
    const month = day.slice(0, 7).replace('-', '')
    const path = `/c${column}/${month}/t${day.replaceAll('-', '')}_${100_000 + i}.html`
    const moved = i % 50 === 7
    const link = moved ? `/go/${i}` : path
    if (moved)
      answers.set(link, { status: 302, type: 'text/html', body: Buffer.alloc(0), location: path })
    const broken = i % deadEvery === 3 && dead < target
    if (broken) dead += 1
    const paragraphs: string[] = []
    const bytes = 10_000 + Math.floor(next() * 25_000)
    for (let size = 0; size < bytes; ) {
      const one = `${WORDS[Math.floor(next() * WORDS.length)]}${WORDS[Math.floor(next() * WORDS.length)]}`
      paragraphs.push(
        `<p style="text-indent:2em;line-height:2"><span style="font-size:16px">${one}</span></p>`,
      )
      size += one.length * 3 + 80
    }
    const charset = i % 20 === 11 ? 'gb2312' : 'utf-8'
    const main = `<h1>${title}</h1><div class="info">发布日期：${day} 10:30　来源：县政府办公室　浏览次数：<span id="hits">0</span></div>
<div class="TRS_Editor">${paragraphs.join('\n')}
${i % 10 === 3 ? `<p>附件：<a href="/files/${i}.pdf">申报表${i}.pdf</a></p>` : ''}${broken ? `<p><a href="/gone/${i}.html">原文链接</a></p>` : ''}</div>`
    const text = shell(title, `专题栏目${column}`, main, columns, charset)
    answers.set(
      path,
      html(
        charset === 'gb2312' ? iconv.encode(text, 'gbk') : Buffer.from(text),
        charset === 'gb2312' ? '' : 'utf-8',
      ),
    )
    if (i % 10 === 3) {
      answers.set(`/files/${i}.pdf`, {
        status: 200,
        type: 'application/pdf',
        body: Buffer.from(`%PDF-1.4\n% ${i}\n${'0'.repeat(4000)}`),
      })
    }
    articles.push(path)
    byColumn[column]?.push({ path, link, title, day })
  }
  const lists: string[] = []
  for (const [column, items] of byColumn.entries()) {
    const count = Math.max(1, Math.ceil(items.length / PER_LIST))
    for (let p = 0; p < count; p += 1) {
      const rows = items
        .slice(p * PER_LIST, (p + 1) * PER_LIST)
        .map(
          (item) =>
            `<li><span>${item.day}</span><a href="${item.link}" title="${item.title}">${item.title}</a></li>`,
        )
        .join('\n')
      const path = p === 0 ? `/c${column}/` : `/c${column}/index_${p}.html`
      const main = `<h2>专题栏目${column}</h2><ul class="list">${rows}</ul>
<div class="page">${pager(p, count)}</div><!--${'x'.repeat(9000)}-->`
      answers.set(
        path,
        html(Buffer.from(shell(`专题栏目${column}`, `专题栏目${column}`, main, columns, 'utf-8'))),
      )
      lists.push(path)
    }
  }
  const front = byColumn
    .map(
      (items, c) =>
        `<div class="box"><h3><a href="/c${c}/">专题栏目${c}</a></h3><a class="more" href="/c${c}/">更多</a><ul>${items
          .slice(0, 6)
          .map(
            (item) => `<li><a href="${item.link}">${item.title}</a><span>${item.day}</span></li>`,
          )
          .join('')}</ul></div>`,
    )
    .join('\n')
  answers.set('/', html(Buffer.from(shell('示例县人民政府', '首页', front, columns, 'utf-8'))))
  return { answers, articles, lists, deadLinks: dead }
}

const edited = (answer: SiteAnswer, from: string, to: string): SiteAnswer => ({
  ...answer,
  body: Buffer.from(answer.body.toString('utf8').replace(from, to)),
})

/** What `plantChanges` did, by kind: addresses (paths) that a second night should notice. */
export interface Planted {
  readonly newItems: readonly string[]
  readonly newColumns: readonly string[]
  readonly editedTexts: readonly string[]
  readonly removed: readonly string[]
  readonly footers: readonly string[]
}

/** Twelve changes of each of five kinds. Edited and removed articles keep their place in their lists. */
export function plantChanges(site: SyntheticSite): Planted {
  const { answers, articles, lists } = site
  const sample = (from: readonly string[], offset: number): string[] =>
    Array.from(
      { length: 12 },
      (_, k) => from[(offset + k * Math.floor(from.length / 13)) % from.length] ?? '',
    )
  const utf8 = articles.filter((path) => answers.get(path)?.type.includes('utf-8'))
  const change = (path: string, from: string, to: string): void => {
    const answer = answers.get(path)
    if (answer) answers.set(path, edited(answer, from, to))
  }
  const newItems = sample(lists, 1).map((list, k) => {
    const path = `${list.slice(0, list.indexOf('/', 1) + 1)}202611/t20261121_9${String(k).padStart(5, '0')}.html`
    const model = answers.get(utf8[k] ?? '')
    if (model) answers.set(path, edited(model, '<h1>', `<h1>新增${k} `))
    change(
      list,
      '<ul class="list">',
      `<ul class="list"><li><span>2026-11-21</span><a href="${path}">新增事项${k}的公告</a></li>`,
    )
    return path
  })
  const editedTexts = sample(utf8, 2)
  for (const path of editedTexts)
    change(
      path,
      '<div class="TRS_Editor">',
      '<div class="TRS_Editor"><p>更正：办理时限调整为五个工作日。</p>',
    )
  const removed = sample(utf8, 5)
  for (const path of removed) answers.delete(path)
  const footers = sample(lists, 3)
  for (const path of footers) change(path, '000-1234567', '000-7654321')
  const newColumns = Array.from({ length: 12 }, (_, k) => `/new${k}/`)
  const model = answers.get(lists[0] ?? '')
  for (const [k, path] of newColumns.entries()) {
    if (model) answers.set(path, edited(model, '<h2>专题栏目0</h2>', `<h2>新设栏目${k}</h2>`))
  }
  change(
    '/',
    '<li><a href="/">首页</a></li>',
    `<li><a href="/">首页</a></li>${newColumns.map((path, k) => `<li><a href="${path}">新设栏目${k}</a></li>`).join('')}`,
  )
  return { newItems, newColumns, editedTexts, removed, footers }
}
