/** Pictures of evidence show no personal number, wherever on the page it stands, and mark what is cited. */
import { expect, test } from 'vitest'
import { pictureText } from '#app/picturing'

const PHONE = '13812345678'
const ID = '11010519491231002X'
const PAGE = `<html><body><p>公示名单</p><table><tr><td>王某</td><td>身份证号 ${ID}</td><td>手机 ${PHONE}</td></tr></table></body></html>`

test.each([
  ['a cited place', `char=${PAGE.indexOf('公示名单')},${PAGE.indexOf('公示名单') + 4}`],
  ['the whole page', 'page'],
])('%s', (_, locator) => {
  const shown = pictureText(PAGE, { locator })
  expect(shown).not.toContain(PHONE)
  expect(shown).not.toContain(ID)
  expect(shown).toContain('王某')
  expect(shown.includes('data-mingcha-mark')).toBe(locator !== 'page')
})
