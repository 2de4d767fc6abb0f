/** Endings in query strings, before fragments and in words; what only looks like one. */
import { describe, expect, it } from 'vitest'
import { FILE_ADDRESS, FILE_NAME, PAPER_ADDRESS } from '#base/file-names'

describe('names of files', () => {
  it.each([
    ['http://a.gov.cn/P020.pdf', true, true],
    ['http://a.gov.cn/down.do?name=1.xlsx&id=3', true, true],
    ['/files/报告.OFD?v=2', true, true],
    ['/files/all.rar#top', false, true],
    ['/files/doc/index.html', false, false],
    ['/pdf/1.jpg', false, false],
  ])('%s is a paper: %s, a file: %s', (address, paper, file) => {
    expect(PAPER_ADDRESS.test(address)).toBe(paper)
    expect(FILE_ADDRESS.test(address)).toBe(file)
  })

  it.each([
    ['附件1：申请表.doc', true],
    ['申请表.docx ', true],
    ['.pdf', false],
    ['下载 .pdf', false],
    ['申请表.doc 下载', false],
  ])('%s ends as a name of a file does: %s', (text, named) => {
    expect(FILE_NAME.test(text)).toBe(named)
  })
})
