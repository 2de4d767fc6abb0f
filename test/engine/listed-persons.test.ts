/** Whose mobile numbers a list prints, whatever telephone the notice around it names. */
import { describe, expect, it } from 'vitest'
import { headOfPeople, listsOfficers, personRows } from '#engine/define-check'

const NOTICE = '现予以公示，公示期7天，监督电话0700-1234567，联系人：李科长。'
const ROWS = [
  '1\t赵×怡\t某大学\t13800000001',
  '2\t钱×\t某学院\t13800000002',
  '3\t孙×琪\t某大学\t13800000003',
]
const linesOf = (head: string, rows: readonly string[] = ROWS) => [NOTICE, head, ...rows]
const isOfOfficers = (title: string, lines: readonly string[]) =>
  listsOfficers(title, lines.join('\n'), lines, 3)

describe('表头写明是谁的电话', () => {
  it.each([
    ['高校毕业生就业见习人员公示', '序号\t姓名\t毕业院校\t本人联系电话'],
    ['技能培训学员名册', '序号\t姓名\t专业\t联系方式（本人）'],
    ['体检人员名单', '序号\t姓名\t院校\t个人手机'],
    ['夏令营营员名单公示', '序号\t姓名\t学校\t家长电话'],
    ['拟推荐就业人员汇总表', '姓名\t学历\t本人手机号'],
  ])('%s：%s', (title, head) => {
    expect(headOfPeople(title, linesOf(head), 3)).toBe(head.trim())
  })

  it.each([
    ['乡镇气象信息员名单', '序号\t姓名\t所在乡镇\t本人电话'],
    ['法律顾问律师名单', '序号\t姓名\t执业机构\t本人电话'],
    ['包村干部公示', '序号\t姓名\t包联村\t本人联系电话'],
    ['网格员名册', '序号\t姓名\t网格\t个人手机'],
  ])('供人联系的不算：%s', (title, head) => {
    expect(headOfPeople(title, linesOf(head), 3)).toBeNull()
  })
})

describe('是不是对外公布的联系人，看题目和表头', () => {
  it.each([
    ['公益性岗位拟安置人员公示', '序号\t姓名\t毕业院校\t联系电话'],
    ['“三支一扶”招募体检人员名单', '序号\t姓名\t院校\t手机号码'],
    ['技能培训报名汇总', '学员姓名\t专业\t联系电话'],
  ])('不是：%s', (title, head) => {
    expect(isOfOfficers(title, linesOf(head))).toBe(false)
  })

  it.each([
    ['乡镇气象信息员名单', '序号\t姓名\t所在乡镇\t联系电话'],
    ['护林员公示', '序号\t姓名\t管护区域\t联系电话'],
    ['招商引资专班人员公示', '序号\t姓名\t职务\t联系电话'],
    ['选派人员名单', '序号\t姓名\t服务单位\t联系电话'],
    ['河湖长公示', '序号\t姓名\t河段\t联系电话'],
  ])('是：%s', (title, head) => {
    expect(isOfOfficers(title, linesOf(head))).toBe(true)
  })

  it('题目不是名单的，照旧看全文', () => {
    expect(isOfOfficers('关于做好防汛工作的通知', linesOf('各村联系方式如下'))).toBe(true)
  })
})

describe('不是表格的名单', () => {
  const rows = ['赵×怡，某大学', '钱×，某学院', '孙×琪，某大学'].map(
    (who, i) => `${i + 1}.${who}，联系电话：1380000000${i}`,
  )
  it('一行一个人', () => {
    expect(personRows('就业见习人员公示', [NOTICE, ...rows], 3)).toEqual(rows)
    expect(personRows('关于就业见习的通知', [NOTICE, ...rows], 3)).toEqual([])
    expect(isOfOfficers('就业见习人员公示', [NOTICE, ...rows])).toBe(false)
  })

  it('行里写着职务的是联系人', () => {
    const wardens = ['赵某，东村河长', '钱某，西村河长', '孙某，南村河长'].map(
      (who, i) => `${i + 1}.${who}，联系电话：1380000000${i}`,
    )
    expect(isOfOfficers('河湖管护公示', [NOTICE, ...wardens])).toBe(true)
  })
})
