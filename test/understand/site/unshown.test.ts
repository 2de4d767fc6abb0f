/** Identity numbers that a page carries outside of what its main text shows, and long numbers that are nobody's. All numbers are invented. */
import { describe, expect, it } from 'vitest'
import { html, miniSite } from './mini-site.ts'

const DIGITS = '11010119000101001'
const sum = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce(
  (total, weight, i) => total + weight * Number(DIGITS[i]),
  0,
)
const NUMBER = `${DIGITS}${'10X98765432'[sum % 11]}`
const unshown = (body: string) =>
  miniSite({
    '/': html({ body: '<a href="/a.html">公示</a>' }),
    '/a.html': html({ heading: '救助公示', body }),
  }).pageAt('http://www.lanhe.example/a.html')?.page.unshown ?? []
const LONG = '<p>'.concat('救助工作按照规定有序开展。'.repeat(40), '</p>')

describe('正文之外的身份证号', () => {
  it.each([
    ['注释', `${LONG}<!-- 张某 身份证号 ${NUMBER} -->`],
    ['属性', `${LONG}<span data-idcard="${NUMBER}">张某</span>`],
    ['提示', `${LONG}<td title="身份证号：${NUMBER}">张某</td>`],
    ['脚本数据', `${LONG}<script>var d=[{"name":"张某","sfzh":"${NUMBER}"}]</script>`],
    ['脚本数据里跟在姓名后面', `${LONG}<script>var d=[["张某","${NUMBER}"]]</script>`],
    ['下拉项', `${LONG}<select><option value="${NUMBER}">身份证${NUMBER}</option></select>`],
    [
      '很长的名单后部',
      `<table><tr><td>姓名</td><td>身份证号</td></tr>${'<tr><td>某某某</td><td>名单中的一位群众已经隐去号码</td></tr>'.repeat(1200)}<tr><td>张某</td><td>${NUMBER}</td></tr></table>`,
    ],
  ])('%s', (_, body) => {
    expect(unshown(body)).toEqual([`身份证号：${NUMBER}`])
  })

  it.each([
    ['正文里看得见的不算两次', `${LONG}<p>张某，身份证号${NUMBER}</p>`],
    [
      '没有称谓的长编号',
      `${LONG}<script>var id="${NUMBER}";</script><a data-id="${NUMBER}">详情</a>`,
    ],
    ['校验位不对', `${LONG}<!-- 身份证号 ${DIGITS}${sum % 11 === 2 ? '1' : 'X'} -->`],
    ['信用代码', `${LONG}<!-- 统一社会信用代码 91110101MA0012345X -->`],
  ])('%s', (_, body) => {
    expect(unshown(body)).toEqual([])
  })
})
