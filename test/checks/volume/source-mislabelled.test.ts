/** Every outcome of `volume/source-mislabelled`: the words of a piece against the source that its page prints. */
import { expect, it } from 'vitest'
import { sourceMislabelled } from '#checks/volume/source-mislabelled'
import { dispatchOf } from '#engine/define-check'
import { testCheck } from '../../support/check-kit.ts'
import { at, type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

interface Piece {
  readonly text: string
  readonly source?: string
  readonly column?: string
  readonly title?: string
  readonly tags?: NonNullable<PageSpec['tags']>
  /** Nor do the others print one. */
  readonly isBare?: boolean
  readonly labelled?: NonNullable<PageSpec['labelled']>
}

/** One piece in a column, beside two that name their source. */
function piece({
  text,
  source,
  column = '动态要闻',
  title = '秋收',
  isBare = false,
  ...more
}: Piece): SiteViewBuilder {
  const names = [title, '植树', '护林']
  const built = new SiteViewBuilder().column(column, '/dt/', {
    items: names.map((name, i) => [name, `2024-03-0${i + 1}`, `/dt/${i}.html`] as const),
  })
  const said = source === undefined ? {} : { source }
  built.page('/dt/0.html', {
    kind: 'article',
    title,
    words: text.split('|'),
    body: true,
    ...said,
    ...more,
  })
  for (const i of [1, 2])
    built.page(`/dt/${i}.html`, {
      kind: 'article',
      title: names[i] ?? '',
      ...(isBare ? {} : { source: '示例市林业局' }),
      words: ['护林员进山。'],
      body: true,
    })
  return built
}

const AGENCY = '新华社北京11月19日电（记者 于某）全国会议19日召开。'
const WRONG = { 来源与电头不一致: 'mislabelled' } as const
const LACKING = { 转载未注明来源: 'unstated' } as const
const OPEN = { 来源待核对: 'doubtful' } as const
const RIGHT = { 转载稿件来源: 'agreeing' } as const

testCheck(sourceMislabelled, {
  mislabelled: [
    {
      shows: 'an agency at the head, the body as source',
      site: piece({ text: AGENCY, source: '示例市林业局' }),
      expect: WRONG,
    },
    {
      shows: 'this paper, and the site itself',
      site: piece({ text: '本报讯（记者 王某）稻浪翻滚。', source: '本站原创' }),
      expect: WRONG,
    },
    {
      shows: 'a reporter under the last line',
      site: piece({
        text: '果农忙着装箱。|文图 | 南方日报记者 陈某 通讯员 林宣',
        source: '市林业局',
      }),
      expect: WRONG,
    },
    {
      shows: 'where it stood before',
      site: piece({ text: '市民可拨打热线。|（转自《南江日报》11月9日第3版）', source: '办公室' }),
      expect: WRONG,
    },
  ],
  unstated: [
    {
      shows: 'a label with nothing behind it',
      site: piece({ text: '央视网消息：寒潮来袭。', labelled: [['来源', '']] }),
      expect: LACKING,
    },
    {
      shows: 'no source in a column of what superiors say',
      site: piece({ text: '会议研究了服务消费。', column: '上级动态' }),
      expect: LACKING,
    },
  ],
  doubtful: [
    {
      shows: 'an agency at the head, and a source in the tag alone',
      site: piece({ text: AGENCY, source: '中国政府网', tags: { ContentSource: '中国政府网' } }),
      expect: OPEN,
    },
    { shows: 'no source where others print theirs', site: piece({ text: AGENCY }), expect: OPEN },
    {
      shows: 'a ministry told of itself',
      site: piece({ text: '会议强调抢抓窗口期。', title: '农业农村部部署秋冬种生产' }),
      expect: OPEN,
    },
    {
      shows: 'a paper that does not name itself, and no source',
      site: piece({ text: '本报讯（记者 王某）稻浪翻滚。' }),
      expect: OPEN,
    },
  ],
  agreeing: [
    { shows: 'one and the same', site: piece({ text: AGENCY, source: '新华社' }), expect: RIGHT },
    {
      shows: 'another medium that carried it',
      site: piece({ text: AGENCY, source: '人民网' }),
      expect: RIGHT,
    },
    {
      shows: 'the text alone says whose it is, and no page of the column prints a source',
      site: piece({ text: AGENCY, isBare: true }),
      expect: RIGHT,
    },
    {
      shows: 'the place and its own paper',
      site: piece({ text: '本报讯（记者 王某）稻浪翻滚。', source: '示例市融媒体中心' }),
      expect: RIGHT,
    },
    {
      shows: 'an agency that is quoted',
      site: piece({
        text: '局里传达学习会议精神。据新华社报道，形势稳定。',
        source: '示例市林业局',
      }),
      expect: RIGHT,
    },
    {
      shows: 'an agency that came to visit',
      site: piece({ text: '新华社记者到我市采访古树保护。', source: '示例市林业局' }),
      expect: RIGHT,
    },
    {
      shows: 'papers of superiors need none',
      site: piece({ text: '现印发给你们。', column: '上级文件' }),
      expect: RIGHT,
    },
    {
      shows: 'the text ends with its source',
      site: piece({ text: '会议研究了消费。|来源：中国政府网', column: '上级动态' }),
      expect: RIGHT,
    },
    {
      shows: 'weather offices are no papers',
      site: piece({ text: '中央气象台消息，今夜起降温。', source: '示例市林业局' }),
      expect: RIGHT,
    },
  ],
})

it('reads who signed a text, and takes no reporting for a paper', () => {
  const page = (text: string) => {
    const found = piece({ text }).build().pageAt(at('/dt/0.html'))
    return found === null ? null : (dispatchOf(found.page)?.medium ?? null)
  }
  expect(page('人民网昆明11月18日电 （记者 徐某）18日，论坛举行。')).toBe('人民网')
  expect(page('会议通报讯息有误。')).toBeNull()
  expect(page('本期公报电子版如下。')).toBeNull()
  expect(page('近日，县电视台记者来访。')).toBeNull()
})
