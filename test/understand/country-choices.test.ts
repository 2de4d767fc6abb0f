/** Boxes of a form that offer Taiwan, Hong Kong or Macao, and no others. */
import { expect, it } from 'vitest'
import { ownLabels } from '#app/rooms'
import { createPageReader } from '#understand/page-reader'

const choices = (body: string) =>
  createPageReader(ownLabels()).read({
    url: 'http://a.example.gov.cn/xx.html',
    body: Buffer.from(
      `<!DOCTYPE html><html><head><title>留言</title></head><body>${body}</body></html>`,
    ),
    contentType: 'text/html; charset=utf-8',
    status: 200,
    truncated: false,
    homeUrl: null,
  }).choices

it('reads the options of such a box with the words before it', () => {
  const box =
    '<form><p>国籍 <select name="gj"><option>中国</option><option value="2">台湾</option></select></p></form>'
  expect(choices(box)).toMatchObject([{ options: ['中国', '台湾'] }])
  expect(choices(box)?.[0]?.label).toContain('国籍')
})

it('leaves other boxes alone', () => {
  expect(
    choices('<select><option>男</option><option>女</option></select><p>台湾</p>'),
  ).toBeUndefined()
})
