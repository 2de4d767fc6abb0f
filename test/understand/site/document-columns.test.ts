/** Columns of papers below 政策文件: which are the unit's own, which are not. */
import { describe, expect, it } from 'vitest'
import { html, list, MENU, miniSite, news } from './mini-site.ts'

describe('政策文件下的发文栏目', () => {
  const POLICY: readonly [string, string] = ['/zcwj/', '政策文件']
  const under = (name: string, title: (n: number) => string): string | null => {
    const column = miniSite(
      {
        '/': html({ menu: [...MENU, POLICY], body: list(news(6, '2023-12-05')) }),
        '/zcwj/': html({
          heading: '政策文件',
          trail: [POLICY],
          body: `<div class="box"><a href="/zcwj/a/">${name}</a></div>${list(news(4, '2023-11-20', '/zcwj/'))}`,
        }),
        '/zcwj/a/': html({
          heading: name,
          trail: [POLICY, ['/zcwj/a/', name]],
          body: `<ul>${[1, 2, 3, 4].map((n) => `<li><a href="/zcwj/a/${n}.html">${title(n)}</a><span>2023-11-0${n}</span></li>`).join('')}</ul>`,
        }),
      },
      { agency: '岚河县人民政府' },
    ).columns.find(({ url }) => url.endsWith('/zcwj/a/'))
    const topic = column?.topic ?? null
    return topic !== null && topic.sureness >= 0.5 ? topic.value : null
  }
  const own = (n: number) => `岚河县人民政府关于第${n}期供水工程建设的通知`
  const upper = (n: number) => `青原省人民政府关于第${n}期供水工程建设的通知`
  const talk = (n: number) => `第${n}期供水工程今天开工，群众纷纷点赞`

  it.each([
    ['岚政发', own],
    ['岚政办规', own],
    ['岚府函', own],
    ['岚水发', own],
    // Its own number says it, whatever the titles leave out.
    ['岚政发', (n: number) => `关于第${n}期供水工程建设的通知`],
    // No name that is known, but the unit's own papers.
    ['综合类', own],
  ])('%s 是政策文件', (name, title) => {
    expect(under(name, title)).toBe('policyDocuments')
  })

  it.each([
    // Papers of a higher level, and what is no paper.
    ['国发', upper],
    ['鲁政发', upper],
    ['综合类', upper],
    ['省政府文件', upper],
    ['岚河开发', talk],
    ['综合类', talk],
  ])('%s 不是', (name, title) => {
    expect(under(name, title)).not.toBe('policyDocuments')
  })
})
