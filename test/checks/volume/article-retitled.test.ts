/** Every outcome of `volume/article-retitled`: one text under two titles, and what only looks like it. */
import { articleRetitled } from '#checks/volume/article-retitled'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

interface Piece {
  readonly title: string
  readonly text: string
  readonly column?: string
  readonly source?: string
  readonly attachments?: NonNullable<PageSpec['attachments']>
}

function pieces(...all: readonly Piece[]): SiteViewBuilder {
  const built = new SiteViewBuilder()
  const columns = [...new Set(all.map(({ column = '动态要闻' }) => column))]
  for (const [c, name] of columns.entries())
    built.column(name, `/c${c}/`, {
      items: all.flatMap(({ title, column = '动态要闻' }, i) =>
        column === name ? [[title, `2024-03-0${i + 1}`, `/p/${i}.html`] as const] : [],
      ),
    })
  for (const [i, { text, column: _, ...more }] of all.entries())
    built.page(`/p/${i}.html`, { kind: 'article', words: text.split('|'), body: true, ...more })
  return built
}

const TEXT =
  '3月4日，市林业局在文化广场开展护林宣传，发放手册八百册，接受咨询六十余人次。|活动设置了咨询台和展板区，吸引众多市民驻足观看。|志愿者围绕野外用火、枯树清理等内容释疑解惑，市民反响热烈。'
const [FIRST = '', ...REST] = TEXT.split('|')
const ROUND = (names: string): string =>
  `经研究，拟命名${names}为本年度文明示范户，现予公示。|公示期间如有异议，请以书面形式反映，反映情况须客观真实，并署真实姓名和联系方式。|联系电话：12345678。`
const TOLD = { 换标题重复发布: 'retitled' } as const
const OPEN = { 正文相同的信息: 'doubtful' } as const
const NONE = { 换标题重复发布: 'none' } as const

testCheck(articleRetitled, {
  retitled: [
    {
      shows: 'in the same column, with a caption more',
      site: pieces(
        { title: '护林宣传进广场', text: TEXT },
        { title: '绿水青山零距离', text: [FIRST, '图为活动现场。', ...REST].join('|') },
      ),
      expect: TOLD,
    },
    {
      shows: 'in another column, signed by a section',
      site: pieces(
        { title: '护林宣传进广场', text: TEXT, source: '示例市林业局' },
        { title: '绿水青山零距离', text: TEXT, source: '机关党委', column: '党建工作' },
      ),
      expect: TOLD,
    },
  ],
  doubtful: {
    shows: 'a notice in two columns',
    site: pieces(
      { title: '封山通告', text: TEXT },
      { title: '进山请注意', text: TEXT, column: '公示公告' },
    ),
    expect: OPEN,
  },
  'partly-read': {
    shows: 'a portal that was read in part',
    site: pieces({ title: '护林宣传进广场', text: TEXT }).with({
      coverage: 'partial',
      coverageBecause: '达到页数上限',
    }),
    expect: { 换标题重复发布: 'partly-read' },
  },
  none: [
    {
      shows: 'two reports of one event',
      site: pieces(
        { title: '护林宣传进广场', text: TEXT },
        {
          title: '绿水青山零距离',
          text: `${FIRST}|白洋镇组织护林员四十人参加，并在集镇设立分会场，由镇长讲解防火要求。`,
        },
      ),
      expect: NONE,
    },
    {
      shows: 'two rounds of one notice',
      site: pieces(
        {
          title: '文明示范户公示（甲批）',
          text: ROUND('周某、吴某、李某、段某、罗某、何某等六户，他们来自白洋镇'),
        },
        {
          title: '文明示范户的公示（乙批）',
          text: ROUND('杨某、字某、王某、鲁某、赵某、钱某等六户，他们来自龙凤乡'),
        },
      ),
      expect: NONE,
    },
    {
      shows: 'numbers tell a series',
      site: pieces(
        { title: '护林宣传第一期', text: TEXT },
        { title: '护林宣传第二期', text: TEXT },
      ),
      expect: NONE,
    },
    {
      shows: 'put right',
      site: pieces(
        { title: '护林宣传进广场', text: TEXT },
        { title: '护林宣传（更正）', text: TEXT },
      ),
      expect: NONE,
    },
    {
      shows: 'other files',
      site: pieces(
        { title: '护林名单', text: TEXT, attachments: [['名单', '/f/1.pdf']] },
        { title: '防火名册', text: TEXT, attachments: [['名册', '/f/2.pdf']] },
      ),
      expect: NONE,
    },
    {
      shows: 'a formula that many pages say',
      site: pieces(
        ...['甲', '乙', '丙', '丁', '戊'].map((name) => ({
          title: `${name}村进山须知`,
          text: TEXT,
        })),
      ),
      expect: NONE,
    },
    {
      shows: 'a paper of rule in two columns',
      site: pieces(
        { title: '护林管理办法', text: TEXT },
        { title: '关于护林的规定', text: TEXT, column: '政策文件' },
      ),
      expect: NONE,
    },
    {
      shows: 'one address listed twice',
      site: pieces({ title: '护林宣传进广场', text: TEXT }),
      expect: NONE,
    },
  ],
})
