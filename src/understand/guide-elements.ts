/**
 * Which of the eight elements of a service guide (办事指南) a page's body names: 国办秘函〔2019〕19号 counts kinds missing.
 * Read over the whole body, table or running text; whether the page is a guide, and what may stand in a file or a
 * picture, is for those who ask.
 */
import { firstSaid } from '#base/label-value'
import { bodyRange } from './main-text.ts'
import type { Regions } from './regions.ts'
import type { PageTree } from './tree.ts'

/** So many labels in plain words (谁能办, 要带什么, 怎么办) make a guide as two of the standard's do. */
const LEAST_PLAIN = 4

/** In the order of the standard. */
const ELEMENTS: readonly (readonly [name: string, words: RegExp])[] = [
  ['事项名称', /(?:事项|项目|服务|业务|许可)(?:的)?名 ?称|办理事项|办事名称/],
  ['设定依据', /(?:设定|法律|法定|办理|实施|政策|审批|受理)依 ?据|依据(?:文件|名称)/],
  [
    '申请条件',
    /(?:申请|受理|办理|准予|申报|申办|申领|报名|登记|许可|审批|准入|享受|批准|资格|基本)(?:的)?条 ?件|条件(?:为|如下)|(?:办理|服务|申请|适用|受理|行使)(?:对象|范围)|申请人(?:资格|类型|与|范围)|(?:申请|申办|申报|申领|办理|准入)资格|资格要求/,
  ],
  [
    '办理材料',
    /(?:申请|申报|申办|申领|办理|提交|所需|需提交|报送|受理|需要)(?:的)?(?:材 ?料|资 ?料)|材料(?:清单|目录|名称)|提供(?:的)?(?:材料|资料)/,
  ],
  [
    '办理地点',
    /(?:办理|办公|受理|办事|申办|申领|服务|窗口|咨询)(?:的)?(?:地 ?点|地 ?址|场所)|办理窗口|受理窗口|窗口位置|地 ?址/,
  ],
  [
    '办理时间',
    /(?:办理|办公|受理|工作|服务|办结|承诺|法定|审批|窗口)(?:的)?(?:办结)?(?:时 ?间|时 ?限|期 ?限)|工作日/,
  ],
  ['联系电话', /电 ?话|联系方式|咨询方式|咨询渠道|热线|咨询 ?[：:] ?[（(]?0?\d{3}/],
  [
    '办理流程',
    /(?:办理|办事|审批|工作|业务|服务|申请|申报|申办|申领|受理|许可)(?:的)?(?:流 ?程|程 ?序|步骤|环节)|流程图/,
  ],
]
/**
 * The same in plain words (谁能办, 到哪办), which are labels only where they begin a line or cell and a colon or the
 * cell's end follows: 怎么办 in running text names nothing. They add to a guide known by other signs.
 */
const PLAIN: Readonly<Record<string, RegExp>> = {
  事项名称: label('(?:服务|办事|办理|审批|政务)?事 ?项(?:全称)?|办什么事?'),
  设定依据: label('[\\u4e00-\\u9fff]{0,4}依据|(?:凭|根据)什么(?:办理?)?'),
  申请条件: label(
    '[\\u4e00-\\u9fff]{0,4}条件|(?:谁|哪些人|什么人)(?:能够?|可以|可)(?:办理?|申请|申领)|(?:申办|办理|服务|申请|适用)(?:对象|人群)(?:[与和及](?:要件|条件))?|申请人应当?(?:具备|符合)的?条件|(?:哪些|什么样?的?)(?:单位|企业|对象|群众|人员?)(?:需要|应当?|可以|能够?|可|须)(?:办理?|申请|申领)',
  ),
  办理材料: label(
    '[\\u4e00-\\u9fff]{0,4}(?:材料|资料)(?:清单|目录)?|(?:要|需要?)?带(?:什么|哪些)(?:材料|资料)?|(?:要|需要?)(?:交|带|准备|提供|提交)的?(?:什么|哪些)?(?:材料|资料)|(?:申请人)?(?:应当?|须|需要?)提交',
  ),
  办理地点: label(
    '[\\u4e00-\\u9fff]{0,4}(?:地点|地址|场所|窗口)|(?:到|去|在)哪(?:里|儿)?(?:办理?|申请)',
  ),
  办理时间: label(
    '(?!发布|信息|更新|浏览|录入|上传|成文|访问|当前|来源)[\\u4e00-\\u9fff]{0,4}(?:时间|时限|时段|期限)|(?:几时|何时|什么时(?:候|间))(?:能|可以|可)?办理?|(?:办理|服务|受理|办公)时段',
  ),
  联系电话: label('(?:找|问)谁(?:问|咨询)?'),
  办理流程: label(
    '(?:怎么|怎样|如何)(?:办理?|申请)|[\\u4e00-\\u9fff]{0,4}(?:步骤|程序|流程|环节)(?:图)?',
  ),
}

function label(words: string): RegExp {
  const number = '(?:[（(]?[一二三四五六七八九十\\d]{1,2}[）)、.．][ \\t]?|[【\\[] ?)?'
  return new RegExp(
    `(?<=(?:^|[\\n\\t])${number})(?:${words})(?: ?[（(][^（()）\\n]{1,8}[)）])?(?= ?(?:[：:？?\\n\\t】\\]]|$))`,
  )
}

/** Told by a value beside the label, not by a part of the page under it. */
const VALUED = new Set(['办理地点', '办理时间', '联系电话'])

/** Addresses, hours and telephones alone make no guide. */
const TELLING = new Set(['事项名称', '设定依据', '申请条件', '办理材料', '办理流程'])
export const GUIDE_ELEMENTS: readonly string[] = ELEMENTS.map(([name]) => name)

/** Elements named as a label: at the beginning of a line or cell, behind a number, in brackets, or before a colon. */
const AS_LABEL = /(?:^|[\n\t【[（(、.．])\s*$/

export function readGuideElements(tree: PageTree, regions: Regions): readonly string[] | null {
  const [from, to] = bodyRange(regions)
  const text = tree.flat.slice(from, to)
  const titled = /指南/.test(tree.headTitle ?? '')
  // Most pages are no guides: their telling labels decide that alone.
  const isGuide =
    titled ||
    ELEMENTS.some(([name, words]) => TELLING.has(name) && hasLabel(text, words)) ||
    (text.includes('怎么办') && text.includes('谁'))
  if (!isGuide) return null
  const lines = text.split('\n')
  let labels = 0
  let plain = 0
  const named: string[] = []
  for (const [name, words] of ELEMENTS) {
    if (!words.test(text)) {
      if (PLAIN[name]?.test(text)) {
        named.push(name)
        plain += 1
      }
      continue
    }
    // The template's label alone tells nobody where to go.
    if (VALUED.has(name) ? firstSaid(lines, words) !== null : !isBlankLabel(lines, words))
      named.push(name)
    if (hasLabel(text, words)) labels += 1
  }
  return labels >= 2 || labels + plain >= LEAST_PLAIN || titled ? named : null
}

/** 受理条件： with nothing behind it and the next label on the next line: the only place of the words, and no heading. */
function isBlankLabel(lines: readonly string[], words: RegExp): boolean {
  const all = lines.flatMap((line, at) => (words.test(line) ? [{ line, at }] : []))
  const [only] = all
  if (only === undefined || all.length > 1) return false
  const found = words.exec(only.line)
  if (found === null || found.index > 2) return false
  const rest = only.line.slice(found.index + found[0].length)
  if (!/^[ ：:\t\u3000]+$/.test(rest) || !/[：:\t]/.test(rest)) return false
  const below = lines.slice(only.at + 1).find((line) => line.trim() !== '')
  const separator = rest.includes('\t') ? /^.{2,12}\t/ : /^.{2,12}[：:]/
  return (
    below !== undefined &&
    separator.test(below) &&
    ELEMENTS.some(([, other]) => (other.exec(below)?.index ?? 9) <= 2)
  )
}

/** One of the first twenty places of these words is a label. */
function hasLabel(text: string, words: RegExp): boolean {
  let tried = 0
  for (const one of text.matchAll(new RegExp(words.source, 'g'))) {
    if (isLabel(text, one)) return true
    tried += 1
    if (tried === 20) return false
  }
  return false
}

function isLabel(text: string, { 0: words, index }: RegExpMatchArray): boolean {
  const at = index ?? 0
  const before = text.slice(Math.max(0, at - 4), at)
  const after = text.slice(at + words.length, at + words.length + 2)
  return AS_LABEL.test(at === 0 ? '\n' : before) && /^\s?[:：\n\t】\]）)]|^$|^\s/.test(after)
}
