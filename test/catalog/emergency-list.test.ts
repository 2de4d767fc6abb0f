/** The lists of emergency plans and of what was done about proposals in `disclosure/fields-uncovered`. */
import { expect, it } from 'vitest'
import { loadChecklists } from '#catalog/checklists'
import { loadLexicon } from '#catalog/lexicon'
import { fieldsUncovered } from '#checks/disclosure/fields-uncovered'
import { runOn } from '../support/check-kit.ts'
import { SiteViewBuilder } from '../support/site-view-builder.ts'

const topics = new Set(loadLexicon('data/lexicon').topics.map(({ id }) => id))
const lists = loadChecklists('data/checklists', { schemes: 'data/schemes', topics }).filter(
  ({ id }) => id === 'emergency' || id === 'suizhou-proposals',
)
const TEXT = '这里是正文，共有二十多个字，读到了，没有图片，也没有别的什么文件。'

function outcomes(agency: string, topic: string, titles: readonly string[]) {
  const name = topic === 'emergency' ? '应急管理' : '建议提案办理'
  const builder = new SiteViewBuilder()
    .with({ agency: { id: 'a', name: agency, group: null, attributes: [] } })
    .column(name, '/l/', {
      topic,
      items: titles.map((title, i) => [title, '2024-03-01', `/l/${i}.html`] as const),
      words: [TEXT],
    })
  for (const [i, title] of titles.entries())
    builder.page(`/l/${i}.html`, { kind: 'article', title, words: [TEXT] })
  const run = runOn(fieldsUncovered, builder.build(), builder, { checklists: lists })
  return run.findings.map(({ outcome }) => outcome)
}

it.each([
  ['a government that tells of warnings alone', '示例县人民政府', ['森林防火预警信息'], 'lacking'],
  ['one with a plan', '示例县人民政府', ['突发事件总体应急预案'], 'covered'],
  ['one whose other papers may hold it', '示例县人民政府', ['应急物资目录'], 'unseen'],
  ['an office owes no plan of all', '示例市林业局', ['森林防火预警信息'], 'no-rows'],
])('emergency: %s', (_, agency, titles, outcome) => {
  expect(outcomes(agency, 'emergency', titles)).toEqual([outcome])
})

const ANSWER = '对市人大第12号建议的答复'
it.each([
  ['answers alone', '随州市林业局', [ANSWER], 'lacking'],
  ['a meeting about them', '随州市林业局', [ANSWER, '召开建议提案办理座谈会'], 'covered'],
  ['answers alone, elsewhere', '示例市林业局', [ANSWER], 'no-rows'],
])('proposals of Suizhou: %s', (_, agency, titles, outcome) => {
  expect(outcomes(agency, 'proposals', titles)).toEqual([outcome])
})
