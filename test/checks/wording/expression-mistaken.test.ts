/** Every outcome of `wording/expression-mistaken` from a small site that gives it, with look-alikes that must pass. */
import { describe, expect, it } from 'vitest'
import { loadWording } from '#catalog/wording'
import { expressionMistaken } from '#checks/wording/expression-mistaken'
import type { WordingEntry } from '#model/wording'
import { runOn, testCheck } from '../../support/check-kit.ts'
import { at, SiteViewBuilder } from '../../support/site-view-builder.ts'

const entry = (wrong: string, right: string, more: Partial<WordingEntry> = {}): WordingEntry => ({
  wrong,
  right,
  source: '某词典',
  except: [],
  named: false,
  ...more,
})
const wording = [
  entry('截止目前', '截至目前'),
  entry('按装', '安装', { except: ['按装备', '请按装订'] }),
  entry('中华人民共和国信息公开条例', '中华人民共和国政府信息公开条例', { named: true }),
]
const page = (...words: string[]) =>
  new SiteViewBuilder().page('/a.html', { kind: 'article', title: '工作情况', words })

const family = entry('两岸若干地', '两岸及港澳', {
  pattern: '两岸[三四]地',
  except: ['两岸三地奖'],
})

const name = entry('固定名称写错', '新时代某某思想', {
  pattern: '新时某某思想|某某主意',
  told: '新时某某思想',
  named: true,
})
/** A county's paper signed by these lines. */
const signed = (...lines: string[]) =>
  new SiteViewBuilder()
    .with({ agency: { id: 'a', name: '浔江市罗溪县人民政府', group: null, attributes: [] } })
    .page('/a.html', {
      kind: 'article',
      title: '关于调整停车泊位的通告',
      words: ['自即日起施行。', ...lines],
    })
const SIGNED = `机关名称：${at('/a.html')}`

testCheck(expressionMistaken, {
  mistaken: [
    {
      shows: 'a fixed name with a word left out',
      site: page('深入学习新时某某思想。'),
      wording: [name],
      expect: { '固定名称写错：固定说法': 'mistaken' },
    },
    {
      shows: 'on one page beyond doubt, on another not',
      site: page('深入学习新时某某思想。').page('/b.html', {
        kind: 'article',
        title: '动态',
        words: ['坚持某某主意。'],
      }),
      wording: [name],
      expect: { '固定名称写错：固定说法': 'mistaken', 固定名称写错: 'suspect' },
    },
  ],
  'body-misspelt': [
    ...[
      ['罗西县人民政府办公室', '2024年3月1日'],
      ['溪罗县人民政府', '2024年3月1日'],
      ['罗溪县农业农村局', '洛溪县财政局', '2024年3月1日'],
      ['罗漠县住房和城乡建设局 2024年3月1日'],
    ].map((lines) => ({
      shows: `the place at the foot: ${lines[0]}`,
      site: signed(...lines),
      wording: [name],
      expect: { [SIGNED]: 'body-misspelt' } as const,
    })),
    {
      shows: 'the place at the head of a title',
      site: signed().page('/b.html', { kind: 'article', title: '罗西县教育局关于招生的公告' }),
      wording: [name],
      expect: { [`机关名称：${at('/b.html')}`]: 'body-misspelt' } as const,
    },
  ],
  suspect: [
    {
      shows: 'a family of forms is told under its name, with the words as they stand',
      site: page('论坛吸引两岸四地青年参加。', '获两岸三地奖的作品参展。'),
      wording: [family],
      expect: { 两岸若干地: 'suspect' },
      facts: { 两岸若干地: { wrong: '两岸四地', count: 1 } },
    },
    {
      shows: 'two pages, one finding',
      site: page('截止目前，全县已完成造林三万亩。').page('/b.html', {
        kind: 'article',
        title: '春季造林',
        words: ['今年春季造林进展顺利，截止目前完成八成。'],
      }),
      wording,
      expect: { 截止目前: 'suspect' },
      facts: { 截止目前: { count: 2, right: '截至目前' } },
    },
    {
      shows: 'in a title; one use is part of a longer word, the other is not',
      site: page('各单位按装备清单领取后自行按装。').page('/b.html', {
        kind: 'article',
        title: '门牌按装公告',
      }),
      wording,
      expect: { 按装: 'suspect' },
      facts: { 按装: { count: 2 } },
    },
    {
      shows: 'what should be done is no word on the spelling',
      site: page('截止目前应当完成造林三万亩。'),
      wording,
      expect: { 截止目前: 'suspect' },
    },
    {
      shows: 'a name that always stands in title marks',
      site: page('根据《中华人民共和国信息公开条例》的规定'),
      wording,
      expect: { 中华人民共和国信息公开条例: 'suspect' },
    },
  ],
  none: [
    ...[
      ['罗溪县人民政府办公室', '2024年3月1日'],
      ['我县与罗田县人民政府签订协议。', '罗溪县人民政府办公室', '2024年3月1日'],
      ['罗田县人民政府致罗田县各镇：请罗田县财政局落实。', '罗田县人民政府', '2024年3月1日'],
      ['江西省溪县教育局'],
      ['抄送：罗西县人民政府'],
    ].map((lines) => ({
      shows: `another place, or no signature: ${lines.join('')}`,
      site: signed(...lines),
      wording: [name],
      expect: { 用语: 'none' } as const,
    })),
    {
      shows: 'a neighbour whose name stands on many pages',
      site: [1, 2, 3].reduce(
        (made, n) =>
          made.page(`/n${n}.html`, {
            kind: 'article',
            title: `协作${n}`,
            words: ['罗田县人民政府', '2024年3月1日'],
          }),
        signed(),
      ),
      wording: [name],
      expect: { 用语: 'none' },
    },
    {
      shows: 'a fixed name that a text names as wrong',
      site: page('常错写成“新时某某思想”。'),
      wording: [name],
      expect: { 用语: 'none' },
    },
    {
      shows: 'the right words, quoted ones and longer words that hold the wrong one',
      site: page(
        '截至目前，已安装三百套。',
        '公文里常把“截至目前”误写成“截止目前”，应予改正。',
        '报名截止，目前正在审核。',
        '请按装订顺序排列。',
        '《中华人民共和国政府信息公开条例》',
      ),
      wording,
      expect: { 用语: 'none' },
      facts: { 用语: { pages: 2, entries: 3 } },
    },
    {
      shows: 'forms that are quoted or part of a longer name',
      site: page('文中“两岸三地”的说法应当改正。', '获两岸三地奖的作品参展。'),
      wording: [family],
      expect: { 用语: 'none' },
    },
    {
      shows: 'a text that teaches how the word is misprinted',
      site: page(
        '不得把《中华人民共和国政府信息公开条例》错写成《中华人民共和国信息公开条例》。',
        '“按装”是别字，应写作“安装”；截止目前应改为截至目前。',
      ),
      wording,
      expect: { 用语: 'none' },
    },
    {
      shows: 'an error page is not read',
      site: new SiteViewBuilder().page('/x.html', { kind: 'error', words: ['截止目前无法访问'] }),
      wording,
      expect: { 用语: 'none' },
    },
  ],
  'no-table': {
    shows: 'nothing to look for',
    site: page('截止目前'),
    expect: { 用语: 'no-table' },
  },
})

describe('随附用语表里的成类写法', () => {
  const shipped = loadWording('data/lexicon/wording.yaml')
  const told = (words: string): readonly string[] => {
    const builder = page(words)
    const { findings } = runOn(expressionMistaken, builder.build(), builder, { wording: shipped })
    return findings
      .filter(({ outcome }) => outcome === 'suspect' || outcome === 'mistaken')
      .map(({ subject }) => subject.replace('：固定说法', ''))
  }

  it.each([
    ['产品出口日本、台湾、香港等国家，深受欢迎。', '台湾、香港、澳门列为“国家”'],
    ['与澳门等多个国家开展合作', '台湾、香港、澳门列为“国家”'],
    ['参展的国家有日本、韩国、台湾。', '国家名单里列有台湾、香港、澳门'],
    ['在“一带一路”战略引领下，企业走出国门。', '“一带一路”战略'],
    ['台湾总统发表讲话', '台湾的“总统”“政府”等不加引号'],
    ['客商来自大陆各省和台湾国、香港。', '把台湾、香港、澳门称为“国”'],
    ['台湾国立大学教授来访', '台湾“国立”学校'],
    ['两岸三地青年论坛开幕', '两岸三地、两岸四地'],
    ['促进中港两地交流', '中国与台湾、香港、澳门并列'],
    ['欢迎港澳台同胞来华旅游', '港澳台人员“来华”“访华”'],
    ['新疆自治区代表团来访', '自治区误称为省或简称有误'],
    ['尊重回教徒的习惯', '伊斯兰教称“回教”'],
    ['北朝鲜代表团', '南朝鲜、北朝鲜'],
    ['照顾残废人', '残废人'],
    ['认真学习习近平新时代特色社会主义思想。', '新时代中国特色社会主义写错'],
    ['坚持“四个意思”，把水利冬修抓实。', '“四个意识”写错'],
    ['会议学习了《中华人民共合国乡村振兴促进法》。', '中华人民共和国（一字之差）'],
    ['参展商国籍为日本、韩国、台湾。', '国家名单里列有台湾、香港、澳门'],
    ['来自日本、台湾等国家的客商', '台湾、香港、澳门列为“国家”'],
  ])('%s', (words, subject) => expect(told(words)).toEqual([subject]))

  it.each([
    '产品出口日本、韩国和中国台湾、香港等国家和地区。',
    '吸引台湾、香港等国家（地区）的客商',
    '来自香港、台湾等地区和马来西亚等国家的客商',
    '围绕共建“一带一路”国家战略合作基地',
    '积极融入共建“一带一路”倡议和乡村振兴战略',
    '做好港澳台地区居民服务工作，港澳台侨投资企业依照执行。',
    '按照国家有关规定，台湾同胞享受同等待遇。',
    '国家有关港澳、台湾居民居住证的规定',
    '台湾地区领导人选举',
    '学习香港国家安全法，参加台湾国际书展，介绍台湾国语教学，会见台湾国民党人士',
    '台湾当局所谓的“总统”',
    '海峡两岸暨香港、澳门青年论坛',
    '集中港口岸线资源，建设数据中台，加强数据中台关系梳理',
    '吸引台胞台商投资，平台来华推介',
    '新疆省际班线、宁夏省级平台、内蒙古省道',
    '他返回教室，收回教学设备',
    '延边朝鲜族自治州、东北朝鲜族、抗美援朝',
    '境内蒙受损失',
    '伤残军人和残疾人',
    '推进从严治档；全面建设小康社会，中国特色社会主义理想信念，全面从严管党治党',
    '学习习近平新时代中国特色社会主义思想，增强“四个意识”，这句话有四个意思。',
  ])('%s：不提', (words) => expect(told(words)).toEqual([]))
})

describe('台湾、香港、澳门与国家并列，不成句子', () => {
  const told = (spec: Parameters<SiteViewBuilder['page']>[1]) => {
    const built = new SiteViewBuilder().page('/a.html', { kind: 'article', title: '统计', ...spec })
    const { findings } = runOn(expressionMistaken, built.build(), built, { wording })
    return findings.map(({ outcome }) => outcome)
  }

  it.each([
    ['a column headed 国别', { words: ['国别 数量（吨）', '日本 320', '韩国 110', '台湾 87'] }],
    ['a label and its names', { labelled: [['出口国家', '韩国、越南、香港']] }],
    ['a box to choose from', { choices: ['国籍', '中国', '美国', '台湾'] }],
    [
      'a table of a file',
      {
        kind: 'file',
        fileText: '国别 数量\n日本 3\n澳门 2',
        fileTables: [
          [
            ['国别', '数量'],
            ['日本', '3'],
            ['澳门', '2'],
          ],
        ],
      },
    ],
  ] as const)('%s', (_, spec) => expect(told(spec as never)).toEqual(['suspect']))

  it.each([
    ['中国台湾', { words: ['国别 数量（吨）', '日本 320', '中国台湾 87'] }],
    ['countries and regions', { words: ['国家（地区） 数量（吨）', '日本 320', '台湾 87'] }],
    ['a box of regions', { choices: ['国籍/地区', '中国', '美国', '中国台湾'] }],
    ['provinces', { choices: ['籍贯', '北京', '云南', '台湾'] }],
  ] as const)('%s: nothing', (_, spec) => expect(told(spec as never)).toEqual(['none']))
})
