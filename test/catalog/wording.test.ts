/** The wording table as shipped, and what its readers hear when they break it: file, line, column and the mend. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { AppError } from '#base/errors'
import { loadWording } from '#catalog/wording'

const dirs: string[] = []
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true })
})

function fault(text: string): AppError {
  const dir = mkdtempSync(join(tmpdir(), 'mingcha-wording-'))
  dirs.push(dir)
  const file = join(dir, 'wording.yaml')
  writeFileSync(file, text)
  try {
    loadWording(file)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('没有报错')
}

const ONE = 'expressions:\n  - { wrong: 布署, right: 部署, source: 某某词典 }\n'

describe('随附用语表', () => {
  const entries = loadWording('data/lexicon/wording.yaml')

  it('每条有正确写法和依据', () => {
    expect(entries.length).toBeGreaterThan(40)
    for (const { wrong, right, source } of entries) {
      expect(right).not.toBe(wrong)
      expect(source).toMatch(/《.+》|令/)
    }
  })

  it.each([
    '习近平总数记的重要讲话',
    '坚持以习近平同志为核心的党中心',
    '以马克思主议为指导',
    '邓小平里论、“三个代表”重要思相',
    '坚持中国特色社会主意道路',
    '不忘初新、牢记使明',
    '增强四个意试、坚定四个自新',
    '坚定“四个自行”',
    '关爱弱智儿童活动',
    '解放以来，全县农业生产稳步发展',
    '庆祝建国七十五周年',
    '不忘初心、牢记始命',
    '加强党风廉正建设',
    '坚决打赢脱贫攻艰战',
    '以中国式现代话推进共同富欲',
    '牢固树立绿水清山理念',
    '铸牢中华民族共同体意试',
    '第十九次全国代表大大会',
    '决剩全面建成小康社会',
    '践行社会主义核心价值关，落实科学发展关',
    '各单位必需按时完成',
    '截止2023年10月底，全市造林2万亩',
    '及时办理群众反应的问题',
    '请务必与2023年12月5日前报送',
    '党的十九界四中全会精神',
    '会议于2023年2月30日召开',
    '持续优化营商环镜',
    '巩固脱贫功坚成果',
    '全面推行一网通扮',
    '以习近平新时代中国社会主义思想为指导',
    '学习贯彻习近平新时代中国特色社会主思想',
    '推进政务供开',
    '做好防讯抗旱工作',
    '建设法制政府',
    '坚持安全升产',
    '事实求是地反映情况',
    '推动高质量发展上台阶，提升治理能力现代话',
    '传达党的二十届四种全会精神',
    '学习党的二十大四中全会精神',
    '党的二十届三全会通过的决定',
    '学习二十界三中全会',
    '弘扬社会主核心价值观',
    '社会主义核心价观',
    '铸劳中华民族共同体意识',
    '实现中华民族伟大大复兴',
    '中华人民和国成立以来',
    '推动全面从严正党',
    '深刻领悟“两个确力”',
  ])('成类写法能找出来：%s', (words) => {
    const found = entries.filter(
      ({ pattern }) => pattern !== undefined && new RegExp(pattern, 'u').test(words),
    )
    expect(found.length).toBeGreaterThan(0)
  })

  it.each([
    '习近平总书记在党中央的会议上强调，坚持马克思主义、邓小平理论、“三个代表”重要思想、科学发展观',
    '报名时间截止2023年12月1日，全天受理；生活必需品供应充足；应急反应情况良好',
    '不忘初心、牢记使命，增强“四个意识”、坚定“四个自信”、做到“两个维护”，决胜全面建成小康社会',
    '中国特色社会主义思想；社会主义议事协商；一带一路；乡村振兴；全国人民代表大会；从严治党',
    '党中央、国务院，中国共产党，社会主要矛盾，社会主办方，科学发展关系全局，习近平同志',
    '智力障碍儿童；新中国成立以来，思想解放以来；西藏和平解放以来；泾川县解放前夕；解放路以西；人民解放军；新中国成立75周年；盲人瞎子摸象的故事',
    '四个自行车停放点；四个自然村；牢记生命至上；老一代一路走来；全体牢记革命传统；共同富余劳动力',
    '党风廉政建设、脱贫攻坚、中国式现代化、共同富裕、绿水青山、改革开放、人民代表大会、高质量发展',
    '优化电商环境，做好招商引资、产业转型升级；科技创新区改造；基础设施；安全生产；政务服务；信息公开；公共服务；贯彻落实；求真务实；城市居民；环境保护；法治政府；防汛抗旱',
    '市委十届三次全会；党的二十届四中全会、十九届六中全会公报；三种全会议室；四中全会',
    '中华民族共同的意识，治理体系与治理能力现代化',
    '人类卫生健康共同体，习近平经济思想、习近平文化思想，全国青年代表大会',
    '务必与12345热线联系，12月31日前完成，10月30日、1月31日各一次；各界四中学校',
  ])('写对的放过：%s', (words) => {
    const found = entries.filter(
      ({ pattern }) => pattern !== undefined && new RegExp(pattern, 'u').test(words),
    )
    expect(found.map(({ wrong }) => wrong)).toEqual([])
  })

  it('国名写错，只说国名该怎么写', () => {
    const found = entries.filter(
      ({ pattern }) => pattern !== undefined && new RegExp(pattern, 'u').test('中华人民共合国'),
    )
    expect(found.map(({ right }) => right)).toEqual(['中华人民共和国'])
  })

  it('固定说法都有人核对得出的另一种写法，读音组里没有不在里面的字', () => {
    const near = entries.filter(({ parts }) => parts !== undefined)
    expect(near.length).toBeGreaterThan(100)
    for (const { right, pattern = '', parts = [] } of near) {
      expect(new RegExp(pattern, 'u').test(right)).toBe(false)
      for (const part of parts) expect(right).toContain(part)
    }
  })

  it('例外确实含有所列说法', () => {
    const withExceptions = entries.filter((one) => one.except.length > 0 && !one.pattern)
    expect(withExceptions.length).toBeGreaterThan(0)
    for (const { wrong, except } of withExceptions)
      for (const longer of except) expect(longer).toContain(wrong)
  })
})

describe('写错时', () => {
  it.each([
    [
      '不成正则的写法',
      "expressions:\n  - { wrong: 两岸几地, pattern: '两岸[三', right: 两岸, source: 某某词典 }\n",
      '第 2 行',
      '不是能用的正则表达式',
    ],
    [
      '什么都认的写法',
      "expressions:\n  - { wrong: 两岸几地, pattern: '(?:两岸)?', right: 两岸, source: 某某词典 }\n",
      '第 2 行',
      '不是能用的正则表达式',
    ],
    [
      '正确写法也认的写法',
      "expressions:\n  - { wrong: 两岸几地, pattern: '两岸.地', right: 两岸各地, source: 某某词典 }\n",
      '第 2 行',
      '写对的也提出来',
    ],
    [
      '同一说法两次',
      `${ONE}  - { wrong: 布署, right: 部署, source: 某某词典 }\n`,
      '第 3 行第 14 列',
      '已经列过',
    ],
    [
      '正确写法里含错误写法',
      'expressions:\n  - { wrong: 按装, right: 按装好, source: 某某词典 }\n',
      '第 2 行',
      '含有“按装”',
    ],
    [
      '不起作用的例外',
      'expressions:\n  - { wrong: 按装, right: 安装, source: 某某词典, except: [安装备] }\n',
      '第 2 行',
      '不起作用',
    ],
    [
      '固定说法列了两次',
      `${ONE}phrases:\n  - { source: 某某词典, words: [营商环境, 营商环境] }\n`,
      '第 4 行',
      '已经列过',
    ],
    ['没有依据', 'expressions:\n  - { wrong: 按装, right: 安装 }\n', '第 2 行', 'source'],
    ['空表', 'expressions: []\n', '第 1 行', '不能为空'],
  ])('%s', (_, text, where, mend) => {
    const error = fault(text)
    expect(error.code).toBe('file-invalid')
    expect(error.message).toContain(where)
    expect(error.message).toContain(mend)
  })
})
