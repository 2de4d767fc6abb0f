/** Pages made to hurt a reader, by name: deep, endless, or of very many of one thing. Shared by the tests of time and memory. */

const ENDLESS = 2_000_000
const endless = (unit: string) => (): string =>
  `<body><p>${unit.repeat(ENDLESS / unit.length)}</p></body>`

export const HURTING: Readonly<Record<string, () => string>> = {
  '50,000 levels of nesting': () => `${'<div>'.repeat(50_000)}发布时间：2023-12-05`,
  'unclosed list items with dates': () =>
    `<ul>${'<li><a href="a.html">关于印发方案的通知</a>2023-12-05'.repeat(20_000)}`,
  'one endless line of digits and separators': () => '2023-12-'.repeat(100_000),
  'endless blanks': () => `<p>来源：${' '.repeat(400_000)}</p>`,
  'endless Chinese words without a stop': () =>
    `<p>${'主办单位承办单位版权所有'.repeat(40_000)}</p>`,
  'a hostile attribute': () =>
    `<a href="${'a'.repeat(500_000)}" onclick="${"window.open('".repeat(30_000)}">标题文字</a>`,
  'a hostile script': () =>
    `<script>${'createPageHTML('.repeat(50_000)}</script><script>${'<a href="'.repeat(50_000)}</script>`,
  'many flat links and dates in one element': () =>
    `<body>${'<a href="b.html">关于事项的公告</a> 2023-12-05 '.repeat(10_000)}</body>`,
  'many open tags of one kind inside a line': () => '<span class="title">字'.repeat(30_000),
  'a row of two hundred thousand dates': () =>
    `<table><tr>${'<td>2023-12-05</td>'.repeat(200_000)}</tr></table>`,
  'endless beginnings of a trail': endless('当前位置：'),
  'endless trails without an end': endless('首页 > '),
  'one endless text of dates over two lines': endless('05\n2023-12\n'),
  'endless links left open': endless('document.write(<br><a href=p.pdf>附件'),
  'endless rows of questions': endless('<tr><td>来信标题</td><td>提问时间：2023-12-05</td></tr>'),
  'a title tag of dots': () =>
    `<meta name="ArticleTitle" content="${'.'.repeat(400_000)}x"><h1>通知</h1>`,
  'rows of letters with a link each that never end': () =>
    `<table>${'<tr><td><a href="/1.html">来信的标题</a></td><td>提问时间：2023-12-05</td></tr>'.repeat(20_000)}</table>`,
  'data stores that never end': () => `<record>${'<script type="text/xml">'.repeat(40_000)}`,
  'a page of 20 MB': () =>
    `<html><body>${'<p>各单位要压实责任，<a href="/a/1.html">关于印发方案的通知</a>2023-12-05</p>'.repeat(210_000)}</body></html>`,
  'a million elements': () => `<html><body><p>${'<br>'.repeat(1_000_000)}</p></body></html>`,
}

/** Those that took most memory when all were measured. */
export const DEAREST = [
  'unclosed list items with dates',
  'a row of two hundred thousand dates',
  'endless rows of questions',
  'a page of 20 MB',
  'a million elements',
] as const
