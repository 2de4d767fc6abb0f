/** Units of `disclosure/institution-incomplete`: entries called after what they tell, and branches without a column on the body. */
import { expect, it } from 'vitest'
import { institutionIncomplete } from '#checks/disclosure/institution-incomplete'
import { runOn } from '../support/check-kit.ts'
import { SiteViewBuilder } from '../support/site-view-builder.ts'

const COUNTY = { agency: { id: 'a1', name: '示例县人民政府', group: null, attributes: [] } }
const WHOLE = ['主要职责：负责本行业管理。', '办公地址：人民路1号', '联系电话：0700-1234567']

/** What is said of the units, in one line. */
const told = (site: SiteViewBuilder): readonly string[] =>
  runOn(institutionIncomplete, site.build(), site, {
    params: { elements: ['办公地址', '联系方式'] },
  }).findings.flatMap(({ outcome, facts }) =>
    outcome?.startsWith('unit-') === true ? [`${outcome} ${facts?.names ?? facts?.said}`] : [],
  )

const titled = (last: readonly string[]): SiteViewBuilder => {
  const names = [
    '县教育局机构职能和联系方式',
    '县水利局主要职责',
    '县财政局机构概况',
    '县林业局机构职能',
  ]
  const items = names.map((title, i) => [title, '2024-01-10', `/jg/${i}.html`] as const)
  return items
    .reduce(
      (made, [title, , path], i) =>
        made.page(path, { kind: 'article', title, words: i === 3 ? last : WHOLE }),
      new SiteViewBuilder().with(COUNTY),
    )
    .column('机构设置', '/jg/', { topic: 'institution', items })
}

it('entries called after what they tell are those of the bodies before it', () =>
  expect(told(titled(['主要职责：负责全县造林绿化。', '联系电话：0700-1234567']))).toEqual([
    'unit-lacking “县林业局”缺办公地址',
  ]))

it('another’s part in its duties makes no copy of a page', () =>
  expect(told(titled([...WHOLE, '与县水利局的职责分工：县水利局是牵头单位。']))).toEqual([]))

it('a branch without a column on the body beside those that have one', () => {
  const site = new SiteViewBuilder()
    .with(COUNTY)
    .column('机构职能', '/jg/', { topic: 'institution', kind: 'article', words: WHOLE })
  for (const [i, name] of ['县水利局', '县民政局', '县林业局', '县财政局'].entries()) {
    site
      .column(name, `/${i}/`)
      .column('公开指南', `/${i}/zn/`, { topic: 'ogiGuide', parent: name })
      .column('公开年报', `/${i}/nb/`, { topic: 'ogiAnnualReports', parent: name })
    if (name !== '县财政局')
      site.column('机构职能', `/${i}/jg/`, {
        topic: 'institution',
        kind: 'article',
        parent: name,
        words: WHOLE,
      })
  }
  expect(told(site)).toEqual(['unit-lacking “县财政局”缺机构职能栏目'])
})

/** A department's page of the bodies under it, each name on a line above its form; the last says these. */
const formsOf = (
  last: readonly string[],
  stations = ['甲河', '乙河', '丙河'],
): readonly string[] => {
  const form = ['职责：负责水文监测。', '办公地址：滨河路3号', '联系电话：0700-7654321']
  const site = new SiteViewBuilder().column('机构职能', '/ss/', {
    topic: 'institution',
    kind: 'article',
    words: [
      ...stations.flatMap((name, i) => [`${i + 1}、示例市${name}水文站`, ...form]),
      '4、示例市丁河水文站',
      ...last,
    ],
  })
  return told(site)
}

it.each([
  [['职责：负责丁河段。', '联系电话：0700-7654325'], ['unit-lacking “示例市丁河水文站”缺办公地址']],
  // Two holes are no slip of the form.
  [['职责：负责丁河段。', '负责人：丁立'], ['unit-unclear “示例市丁河水文站”缺办公地址、联系方式']],
  [
    ['职责：负责丁河段，与丙河站合署。', '联系电话：0700-7654325'],
    ['unit-unclear “示例市丁河水文站”缺办公地址'],
  ],
  [['职责：负责丁河段。', '办公地址：滨河路9号', '联系电话：0700-7654325'], []],
])('a department’s stations, the last with %j', (last, answers) => {
  expect(formsOf(last)).toEqual(answers)
})

it('what a unit parts into tabs of its own is read with its page', () => {
  const site = titled(['负责全县造林绿化工作。']).page('/jg/3.html', {
    kind: 'article',
    title: '县林业局机构职能',
    words: ['负责全县造林绿化工作，办公时间为工作日。', '主要职责：负责造林。'],
    links: [['联系方式', '/jg/3_lx.html', 'other']],
  })
  site.page('/jg/3_lx.html', {
    kind: 'other',
    title: '县林业局联系方式',
    above: ['首页', '机构设置', '县林业局机构职能'],
    words: ['办公地址：人民路9号', '联系电话：0700-1234569'],
  })
  expect(told(site)).toEqual([])
})

it('units below a department: a label over nothing is told, what is not even announced is asked', () => {
  const names = ['示例市农技中心', '示例市种子管理站', '示例市渔政支队', '示例市农机推广站']
  const items = names.map((title, i) => [title, null, `/zs/${i}.html`] as const)
  const pages = (last: readonly string[], labelled: readonly (readonly [string, string])[]) =>
    items
      .reduce(
        (made, [title, , path], i) =>
          made.page(path, {
            kind: 'other',
            title,
            words: i === 3 ? last : WHOLE,
            ...(i === 3 ? { labelled } : {}),
          }),
        new SiteViewBuilder(),
      )
      .column('机构职能', '/jg/', { topic: 'institution', words: WHOLE })
      .column('直属单位', '/zs/', { topic: 'institution', items })
  const blank = ['主要职责：负责农机推广。', '办公地址', '联系电话：0700-1234569']
  expect(told(pages(blank, [['办公地址', '']]))).toEqual([
    'unit-lacking “示例市农机推广站”缺办公地址',
  ])
  expect(
    told(
      pages(
        blank.filter((one) => one !== '办公地址'),
        [],
      ),
    ),
  ).toEqual(['unit-unclear “示例市农机推广站”缺办公地址'])
})

const inLines = (last: string, words: readonly string[] = []) =>
  new SiteViewBuilder()
    .with({ agency: { id: 'a1', name: '示例市民政局', group: null, attributes: [] } })
    .column('机构职能', '/jg/', { topic: 'institution', kind: 'article', words: WHOLE })
    .column('区县民政局', '/qx/', {
      kind: 'article',
      words: [
        '普渡区民政局，局长何文，电话0700-2283001，地址普渡区人民路1号；',
        '2.沈家区民政局，局长赵刚，电话0700-2283002，地址沈家区海天路9号；',
        '岱东县民政局，局长徐峰，电话0700-2283004，地址岱东县菜园路5号；',
        last,
        ...words,
      ],
    })

it('of lines that begin with a unit one lacks what all others tell', () =>
  expect(told(inLines('嵊海县民政局，局长林涛，地址嵊海县长河路12号。'))).toEqual([
    'unit-lacking “嵊海县民政局”缺联系方式',
  ]))

it('a unit that sits with another, and one that lacks most, is asked for', () => {
  expect(told(inLines('嵊海县民政局，局长林涛，与县社会福利院合署办公，地址长河路12号。'))).toEqual(
    ['unit-unclear “嵊海县民政局”缺联系方式'],
  )
  expect(told(inLines('嵊海县民政局，局长林涛，2026年10月组建。'))).toEqual([
    'unit-unclear “嵊海县民政局”缺办公地址、联系方式',
  ])
})
