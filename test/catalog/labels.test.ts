/** The words of labels as shipped: no word once known is lost; and what breaks the file is told by line and column. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { ownLabels } from '#app/rooms'
import { AppError } from '#base/errors'
import { type LabelId, standingLabel, wholeLabel, wordsWithin } from '#base/labels'
import { loadLabels } from '#catalog/labels'

const FILE = 'data/lexicon/labels.yaml'
const dirs: string[] = []
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true })
})

function fault(change: (text: string) => string): AppError {
  const dir = mkdtempSync(join(tmpdir(), 'mingcha-labels-'))
  dirs.push(dir)
  const file = join(dir, 'labels.yaml')
  writeFileSync(file, change(readFileSync(FILE, 'utf8')))
  try {
    loadLabels(file)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('没有报错')
}

/** Every word that an expression of groups, alternatives and `?` stands for. */
function spelled(source: string): readonly string[] {
  let at = 0
  const all = (): string[] => {
    const found: string[] = []
    let words = ['']
    const add = (more: readonly string[]): void => {
      words = words.flatMap((word) => more.map((next) => word + next))
    }
    while (at < source.length && source[at] !== ')') {
      const mark = source[at] ?? ''
      at += 1
      let here = [mark]
      if (mark === '|') {
        found.push(...words)
        words = ['']
        continue
      }
      if (mark === '(') {
        at += 2
        here = all()
        at += 1
      }
      if (source[at] === '?') {
        at += 1
        here = [...here, '']
      }
      add(here)
    }
    return [...found, ...words]
  }
  return all()
}

const DAY = '(?:日期|时间|日)'
const WHEN = '(?:时间|日期|于)'
const LETTER = '(?:来信|写信|来件|信件|发信|去信|留言|提问|诉求|咨询|来电)'
const ORGAN = '(?:机关|机构|单位|部门|主体)'
/** What the readers and checks knew on 2026-11-28, before their words were gathered: anywhere, or as a whole label. */
const KNOWN: readonly (readonly [LabelId, 'within' | 'whole' | 'standing', string])[] = [
  [
    'indexNumber',
    'whole',
    '(?:信息|公开|文件|公文)?索引(?:号|码|号码|编号|编码|代码|序号|序列号)?|索取号',
  ],
  [
    'topic',
    'whole',
    '主题分类|信息分类|组配分类|信息类别|公文种类|主题词分类|体裁分类|服务对象分类|公开类别|公文类别|主题类别|公开分类|信息类型|分类',
  ],
  [
    'issuer',
    'whole',
    `(?:发文|发布|公开|制发|制定|公布|印发|制文|颁布|制作|信息公开|信息发布|信息制作|公开责任)${ORGAN}|信息来源机构|许可机关名称|处罚机关名称|许可机关|处罚机关`,
  ],
  [
    'signedOn',
    'whole',
    `(?:成文|生成|印发|制发|签发|签署|制定|信息形成|形成|许可决定|处罚决定|作出决定|决定|文件成文|文件印发)${DAY}`,
  ],
  [
    'publishedOn',
    'whole',
    `(?:发布|公开|上载|上网|上传|发文|公布|信息发布|信息公开|网上发布|文件发布)${DAY}`,
  ],
  ['documentTitle', 'whole', '(?:信息|文件|公文)名称|(?:文件|信息|公文)标题|题名|标题|名称'],
  [
    'documentNumber',
    'whole',
    '(?:发文|公文|文件|文书|发布)(?:字号|文号|编号|号)|(?:行政处罚决定|处罚决定|行政许可决定|许可决定|许可|处罚|决定)(?:书文号|文书号|文号)|许可证书编号|文号|字号',
  ],
  ['keywords', 'whole', '主题词|关键词|关键字'],
  [
    'validity',
    'whole',
    `有效性|时效性?|是否有效|有效状态|效力|法律效力|(?:文件|公文|政策|信息)(?:有效性|时效性?|效力|状态)|(?:效力|时效|有效性)(?:状态|情况|类别)|现行状态|有效与否|状态|有效期限|有效期|(?:失效|废止|终止)(?:日期|时间)`,
  ],
  ['serviceName', 'within', '(?:事项|项目|服务|业务|许可)的?名称|办理事项|办事名称'],
  ['serviceName', 'standing', '(?:服务|办事|办理|审批|政务)?事项(?:全称)?|办什么事?'],
  ['legalBasis', 'within', '(?:设定|法律|法定|办理|实施|政策|审批|受理)依据|依据(?:文件|名称)'],
  ['legalBasis', 'standing', '(?:凭|根据)什么(?:办理?)?|国家政策依据|依据'],
  [
    'conditions',
    'within',
    '(?:申请|受理|办理|准予|申报|申办|申领|报名|登记|许可|审批|准入|享受|批准|资格|基本)的?条件|条件(?:为|如下)|(?:办理|服务|申请|适用|受理|行使)(?:对象|范围)|申请人(?:资格|类型|与|范围)|(?:申请|申办|申报|申领|办理|准入)资格|资格要求',
  ],
  [
    'conditions',
    'standing',
    '条件|办事所需条件|(?:谁|哪些人|什么人)(?:能够?|可以|可)(?:办理?|申请|申领)|(?:申办|办理|服务|申请|适用)(?:对象|人群)(?:(?:与|和|及)(?:要件|条件))?|申请人应当?(?:具备|符合)的?条件|(?:哪些|什么样?的?)(?:单位|企业|对象|群众|人员?)(?:需要|应当?|可以|能够?|可|须)(?:办理?|申请|申领)',
  ],
  [
    'materials',
    'within',
    '(?:申请|申报|申办|申领|办理|提交|所需|需提交|报送|受理|需要)的?(?:材料|资料)|材料(?:清单|目录|名称)|提供的?(?:材料|资料)',
  ],
  [
    'materials',
    'standing',
    '(?:材料|资料)(?:清单|目录)?|(?:要|需要?)?带(?:什么|哪些)(?:材料|资料)?|(?:要|需要?)(?:交|带|准备|提供|提交)的?(?:什么|哪些)?(?:材料|资料)|(?:申请人)?(?:应当?|须|需要?)提交',
  ],
  [
    'place',
    'within',
    '(?:办理|办公|受理|办事|申办|申领|服务|窗口|咨询)的?(?:地点|地址|场所)|办理窗口|受理窗口|窗口位置|地址',
  ],
  [
    'place',
    'standing',
    '(?:现场办理)?(?:地点|地址|场所|窗口)|(?:到|去|在)哪(?:里|儿)?(?:办理?|申请)',
  ],
  [
    'serviceHours',
    'within',
    '(?:办理|办公|受理|工作|服务|办结|承诺|法定|审批|窗口)的?(?:办结)?(?:时间|时限|期限)|工作日',
  ],
  [
    'serviceHours',
    'standing',
    '(?:对外接待)?(?:时间|时限|时段|期限)|(?:几时|何时|什么时(?:候|间))(?:能|可以|可)?办理?|(?:办理|服务|受理|办公)时段',
  ],
  [
    'procedure',
    'within',
    '(?:办理|办事|审批|工作|业务|服务|申请|申报|申办|申领|受理|许可)的?(?:流程|程序|步骤|环节)|流程图',
  ],
  ['procedure', 'standing', '(?:怎么|怎样|如何)(?:办理?|申请)|(?:步骤|程序|流程|环节)图?'],
  ['address', 'within', '地址|地点|住所|驻地|(?:办公|受理|接待)场所'],
  ['officeHours', 'within', '(?:办公|工作|上班|上下班|受理|服务|接待|作息|对外)(?:时间|时段)'],
  ['telephone', 'within', '电话|热线|座机|总机'],
  ['consulting', 'within', '联系方式|咨询方式|咨询渠道'],
  ['consulting', 'standing', '(?:找|问)谁(?:问|咨询)?'],
  ['postcode', 'within', '邮编|邮码|邮政编(?:码|号)|邮区'],
  ['fax', 'within', '传真'],
  ['email', 'within', '电子邮(?:箱|件)|邮箱'],
  [
    'receiver',
    'within',
    '(?:受理|公开|工作|办理|负责|主管|责任|承办|联系|经办)(?:工作)?的?(?:机构|机关|部门|单位|科室|处室|股室)|(?:机构|机关)名称',
  ],
  ['howToApply', 'within', '申请的?(?:方式|形式|渠道|途径|条件|程序|要求|办法)|受理渠道'],
  ['catalogueWay', 'within', '方式'],
  ['catalogueChannel', 'within', '渠道|载体'],
  ['catalogueAudience', 'within', '对象|受众|公开范围'],
  ['recipient', 'within', '受理人|收件人'],
  ['unitName', 'whole', '(?:机构|单位|部门)(?:名称|全称)'],
  ['functions', 'within', '职能|职责|职权|三定|主要(?:任务|工作)'],
  [
    'divisions',
    'within',
    '(?:内设|下设|所属|直属|派出|局属|委属|厅属|二级|内部)(?:机构|单位|科室)|(?:组织|机构)架构|部门设置|机构设置|科室|处室',
  ],
  ['head', 'within', '负责人|负责同志|法定代表人|首长'],
  ['letterAskedOn', 'whole', `(?:网友|网民|群众|市民)?${LETTER}(?:提交|登记|发布|发表)?的?${WHEN}`],
  ['askedOn', 'whole', `(?:提交|递交|反映|投诉|建议|受理|登记|提出|收件|收信)${WHEN}`],
  [
    'answeredOn',
    'whole',
    `(?:官方|部门|单位)?(?:答复|回复|办结|回信|回函|复信|反馈|回音|办复|回应|处理|办理|处办|解答|回答)(?:完成)?${WHEN}`,
  ],
  [
    'messageState',
    'whole',
    '(?:信件|来信|留言|诉求|办件|问题)?(?:办理|处理|答复|回复|受理)?(?:状态|进度)|(?:办理|处理|答复|回复)(?:情况|结果)',
  ],
  [
    'messageUnit',
    'whole',
    '(?:答复|回复|承办|办理|受理|处理|处办|责任|交办|主办|所属)(?:单位|部门|机构|人|者)|(?:写信|来信|提交|诉求)(?:对象|单位|部门)',
  ],
  [
    'messageTitle',
    'whole',
    '(?:来信|信件|留言|诉求|咨询|来件|问题)?(?:标题|主题|题名|名称)|(?:来信|留言|诉求|咨询)内容',
  ],
  ['dataFormat', 'within', '(?:数据|文件|资源|下载|开放|返回)格式|文件类型'],
  ['updateCycle', 'within', '更新(?:周期|频率|频度|频次|间隔|时间间隔)'],
  ['updateCycle', 'standing', '周期'],
  ['downloads', 'within', '(?:下载|调用|使用)(?:次数|人次|量)|(?:下载|调用)统计'],
  ['standardName', 'within', '事项|名称|公开(?:项目|类别)'],
  ['standardBasis', 'within', '依据'],
  ['standardContent', 'within', '内容|要素'],
  ['standardBody', 'within', '主体|责任(?:单位|部门|科室)|公开(?:单位|部门|机构|机关)'],
  ['standardLimit', 'within', '时限|期限|时间|时效|及时'],
  ['standardWay', 'within', '方式|渠道|载体|形式|途径'],
  [
    'standardBeside',
    'whole',
    '序号|编号|领域|类别|分类|(?:公开)?(?:对象|层级)|备注|全社会|特定(?:群体|群众|对象)|主动(?:公开)?|依申请(?:公开)?|(?:省|市|县|区|镇|乡|村)级|(?:一|二|三)级(?:事项|目录)?|监督(?:渠道|方式|电话)?|咨询电话|联系电话|公开属性|是否公开',
  ],
]

describe('随附的标签叫法', () => {
  const labels = ownLabels()

  it.each(KNOWN)('原来认得的都还认得：%s（%s）', (id, how, source) => {
    const words = spelled(source)
    const read = {
      within: new RegExp(`${wordsWithin(labels, id)}|${standingLabel(labels, id)}`),
      whole: new RegExp(`^${wholeLabel(labels, id)}$`),
      standing: new RegExp(`${wordsWithin(labels, id)}|${standingLabel(labels, id)}`),
    }[how]
    const frame = how === 'standing' ? (word: string) => `${word}：某` : (word: string) => word
    // In running text nothing tells a bare word from another.
    const running = how === 'within' ? (word: string) => `本页写有${word}一栏` : frame
    expect(words.filter((word) => !read.test(running(word)))).toEqual([])
    expect(words.length).toBeGreaterThan(0)
  })

  it('数量词、别的日期不是办理时间', () => {
    const hours = new RegExp(standingLabel(labels, 'serviceHours'))
    for (const word of ['发布时间', '更新时间', '成文时间', '信息时间', '当前时间'])
      expect(hours.test(`${word}：2026-01-01`)).toBe(false)
  })
})

describe('写错的标签文件', () => {
  const lineOf = (found: AppError): number => Number(/第 (\d+) 行/.exec(found.message)?.[1])
  const placeOf = (text: string): number =>
    readFileSync(FILE, 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1

  it('没有定义的段', () => {
    const found = fault((text) => text.replace('+ <机构>', '+ <机够>'))
    expect(found).toMatchObject({ code: 'file-invalid' })
    expect(found.message).toContain('没有叫“机够”的一段')
    expect(lineOf(found)).toBe(placeOf('+ <机构>'))
  })

  it('同一个词写了两次', () => {
    const found = fault((text) =>
      text.replace('- 许可证书编号', '- 许可证书编号\n      - 许可 + 证书编号'),
    )
    expect(found.message).toContain('“许可证书编号”在“发文字号”里已经有了')
    expect(lineOf(found)).toBe(placeOf('- 许可证书编号') + 1)
  })

  it.each([
    ['空着的一段', '信息类型/公文种类', '信息类型//公文种类', '空着的一段'],
    ['混在词里的 *', "'* + 依据'", "'*依据'", '要单独成一段'],
    ['全角标点', '信息类型/公文种类', '信息类型，公文种类', '不用别的标点'],
  ])('%s', (_what, from, to, words) => {
    const found = fault((text) => text.replace(from, to))
    expect(found.message).toContain(words)
    expect(lineOf(found)).toBe(placeOf(from))
  })

  it('写了两次的标签、缺了的标签、不认得的标签', () => {
    const twice = fault((text) => text.replace('- id: topic', '- id: indexNumber'))
    expect(twice.message).toContain('标签 indexNumber 写了两次')
    expect(lineOf(twice)).toBe(placeOf('- id: topic'))
    const without = fault((text) => text.replace(/ {2}- id: keywords\n.*\n.*\n/, ''))
    expect(without.message).toContain('缺少标签 keywords')
    expect(fault((text) => text.replace('- id: keywords', '- id: keyword')).message).toMatch(
      /labels\.yaml 第 \d+ 行第 \d+ 列/,
    )
  })
})
