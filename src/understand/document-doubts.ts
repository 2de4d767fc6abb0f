/**
 * What may be a field of an official document behind a label that we do not know: its value has the shape of a field that
 * was not found. So a field under a name of the office's own (印制日, 信息检索号) is asked about, never called missing.
 */
import type { DocumentKey, Page } from '#model/page'
import type { El, PageTree } from './tree.ts'

/** Elements that set a label apart from its value on one line without a colon (`<li><b>文　号</b>…</li>`). */
const INLINE = new Set(['b', 'strong', 'span', 'em', 'i', 'label', 'font'])
const LONGEST_LABEL = 16

/** An element of the size of a label, and no link. */
export function isInlineLabel({ tag, from, to, linked }: El): boolean {
  const size = to - from
  return size >= 2 && size <= LONGEST_LABEL && linked === 0 && INLINE.has(tag)
}

/** How far around the known labels unknown ones are looked at. */
const DOUBT_REACH = 120
const UNKNOWN_LABEL = /^[\u4e00-\u9fff]{2,8}$/
/** What a field looks like behind a label that we do not know, and labels before which the same is another thing. */
interface Shape {
  readonly key: DocumentKey
  readonly value: RegExp
  readonly other: RegExp
  /** Only behind such labels. */
  readonly label?: RegExp
}
const SHAPES: readonly Shape[] = [
  {
    key: 'documentNumber',
    value: /^[\u4e00-\u9fff]{1,14} ?[〔[（(【［﹝] ?20\d\d ?[〕\]）)】］﹞] ?第?\d{1,5}号$/,
    other: /依据/,
  },
  {
    key: 'validity',
    value: /^(?:(?:现行|继续|全文|部分)?有效|已?(?:全文|部分)?(?:失效|废止))$/,
    other: /^$/,
  },
  {
    key: 'indexNumber',
    value: /^(?=.*\d{4})(?=.*[/〔\-—])[A-Za-z0-9][A-Za-z0-9〔〕/\-—.]{9,40}$/,
    other: /电话|传真|日期|时间|标识|备案|代码证|编码$|热线|手机/,
  },
  {
    key: 'indexNumber',
    label: /(?:编|序|索取|索引|检索|标识|流水|目录)号?码?$/,
    value: /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9〔〕[\]/\-—.]{3,40}$/,
    other: /电话|传真|热线|手机|备案|网站|邮|许可|证|账|户|受理|申请/,
  },
  {
    key: 'issuer',
    label: /(?:机关|机构|单位|[处科]室|主体|者|方|署名)$/,
    value:
      /^[\u4e00-\u9fff]{2,24}(?:政府|办公[室厅]|[局厅委院部署办处]|委员会|中心|联席会议|领导小组|指挥部)$/,
    other:
      /来源|作者|编辑|编审|审核|主送|抄送|收[文件]|主办|承办|主管|牵头|受理|联系|技术|版权|名称|标题|对象|范围|地址|地点|部门$|分类|类别|位置|栏目/,
  },
  {
    key: 'signedOn',
    value: /^(?:20\d\d[-/.]\d{1,2}[-/.]\d{1,2}|20\d\d年\d{1,2}月\d{1,2}日)/,
    other:
      /发布|公布|公开|上网|更新|点击|浏览|截止|实施|施行|生效|失效|废止|有效|来源|^时间$|^日期$|修改|录入|添加|审核|起|止/,
  },
]

/**
 * Key → `印制日：2023年8月6日`, of what stands on or near the `span` of the field table. `known`: the labels that we know;
 * `read`: the fields found.
 */
export function doubtsIn(
  known: { readonly has: (label: string) => boolean },
  tree: PageTree,
  [first, last]: readonly [number, number],
  read: Readonly<Record<DocumentKey, string | null>>,
): Page['documentDoubts'] {
  const wanted = SHAPES.filter(({ key }) => read[key] === null)
  if (wanted.length === 0) return undefined
  const [from, to] = [Math.max(0, first - DOUBT_REACH), last + DOUBT_REACH]
  const doubts: Partial<Record<DocumentKey, string>> = {}
  for (const [words, value] of [
    ...partedPairs(tree.flat.slice(from, to)),
    ...gluedPairs(tree, from, to),
  ]) {
    const label = words.replace(/^【/, '').replace(/ /g, '')
    if (value === '' || !UNKNOWN_LABEL.test(label) || known.has(label)) continue
    for (const { key, value: shape, other, label: behind } of wanted)
      if (shape.test(value) && !other.test(label) && behind?.test(label) !== false)
        doubts[key] ??= `${label}：${value}`
  }
  return Object.keys(doubts).length > 0 ? doubts : undefined
}

/** Neighbours on a line or in a row, a colon, a bracket or the end of a cell between them. */
function partedPairs(text: string): readonly (readonly [string, string])[] {
  const parts = text.split(/[：:】]\s?[\n\t]?|[\n\t]| {2,}/).map((part) => part.trim())
  return parts.map((part, i) => [part, parts[i + 1] ?? ''])
}

/** `<b>印制号</b><span>…</span>` without anything between label and value. */
function gluedPairs(
  tree: PageTree,
  from: number,
  to: number,
): readonly (readonly [string, string])[] {
  const heads = tree.els.filter((el) => isInlineLabel(el) && el.from >= from && el.to <= to)
  return heads.map((el) => [
    tree.flat.slice(el.from, el.to).trim(),
    /^\s?([^\n\t]{0,60})/.exec(tree.flat.slice(el.to, el.to + 61))?.[1]?.trim() ?? '',
  ])
}
