/**
 * Are the six facts about the body itself published: what it does, its divisions, address, hours, telephone, who
 * heads it? Looked for in the columns about the institution, its leaders and its contacts together, since portals
 * part them differently. Whether they are up to date is for a person.
 */
import { citePage, defineCheck, type Element, judgeElements } from '#engine/define-check'
import type { Column } from '#model/site-view'

const ELEMENTS: readonly Element[] = [
  { name: '机关职能', within: /职能|职责|主要(任务|工作)|负责.{2,}/ },
  {
    name: '机构设置',
    within: /(内设|下设|所属|直属|派出)(机构|单位|科室)|机构设置|科室|处室|(办公室|股)[、，]/,
  },
  { name: '办公地址', within: /地\s*址|位于|地点/ },
  { name: '办公时间', within: /(办公|工作|上班|受理|服务|作息)时间|工作日(上午|[\s:：（(]?\d)/ },
  { name: '联系方式', within: /电\s*话|联系方式|热线|\d{3,4}[-－—]\d{7,8}/ },
  { name: '负责人姓名', within: /负责人|(局|厅|处|院|县|市|区|镇|乡|部|署|会)长|主任|书记|领导/ },
]

/** Columns that carry contacts beside the institution's own. */
const CONTACT_COLUMN = /^(联系我们|联系方式|机构信息|机构概况|单位概况|(本|我)[局厅委办院]概况)$/

export const institutionIncomplete = defineCheck({
  id: 'disclosure/institution-incomplete',
  revision: 3,
  title: '机构职能信息是否齐全',
  question: '是否公开了机关职能、机构设置、办公地址、办公时间、联系方式和负责人姓名？',
  basis: [
    {
      document: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
      clause: '第二十条第（二）项：机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名',
    },
  ],
  needs: ['columns'],
  params: {
    topics: {
      default: ['institution', 'leaders', 'overview'],
      meaning: '承载机构信息的栏目类别，放在一起找',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    elements: {
      default: ELEMENTS.map((element) => element.name),
      meaning: '必须公开的机构信息',
      source: '政府信息公开条例第二十条第（二）项',
      verified: true,
    },
  },
  outcomes: {
    present: { verdict: 'pass', message: '“{column}”公开了{element}：{words}' },
    missing: {
      verdict: 'fail',
      message: '“{column}”没有写明{element}',
      claimsAbsence: true,
      ask: '网站其他地方（含图片、附件、机构页）是否公开了这一项？',
    },
    elsewhere: {
      verdict: 'unsure',
      message: '“{column}”指向站外（{target}），没有检查其内容',
      ask: '站外的机构信息是否齐全？',
    },
    unread: {
      verdict: 'unsure',
      message: '“{column}”没有读到可以判断的文字：{reason}',
      ask: '请打开机构栏目，六项机构信息是否齐全？',
    },
    'no-column': {
      verdict: 'not-applicable',
      message: '没有识别出机构职能栏目（是否应设由栏目检查判断）',
    },
  },
  example:
    '某局“机构职能”写了职责、内设机构、地址和电话，没有办公时间：机构信息：办公时间 missing。',
  *run(site, { params }) {
    const named = site.columns.filter((column) => CONTACT_COLUMN.test(column.name))
    const byTopic = params.topics.flatMap((topic) => site.columnsOf(topic))
    const columns: readonly Column[] = [...new Set([...byTopic, ...named])]
    const first = site.home ?? site.pages[0]
    if (byTopic.length === 0 && first !== undefined) {
      yield { outcome: 'no-column', subject: '机构信息', evidence: [citePage(first)] }
      return
    }
    const wanted = ELEMENTS.filter((element) => params.elements.includes(element.name))
    yield* judgeElements(site, columns, wanted, '机构信息')
  },
})
