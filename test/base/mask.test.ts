/** Masking must cover what belongs to a person and leave public numbers readable. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isIdentityNumber, maskPersonal } from '#base/mask'

// 11010519491231002X is the worked example printed in GB 11643-1999 itself; it belongs to nobody.
const ID = '11010519491231002X'

describe('isIdentityNumber', () => {
  test.each([
    [ID, true],
    ['11010519491231002x', true],
    ['110105194912310021', false], // wrong check character
    ['11010519491331002X', false], // month 13
    ['99010519491231002X', false], // no such province
    ['1101051949123100', false],
  ])('%s → %s', (text, want) => {
    expect(isIdentityNumber(text)).toBe(want)
  })
})

describe('maskPersonal', () => {
  test.each([
    [`身份证号：${ID}。`, '身份证号：110*************2X。'],
    ['联系人手机13912345678', '联系人手机139****5678'],
    ['电话 139 1234 5678 转', '电话 139 **** 5678 转'],
    ['电话139-1234-5678', '电话139-****-5678'],
    ['手机１３９１２３４５６７８。', '手机139****5678。'],
    ['银行卡号：6222 0212 3456 7890 123', '银行卡号：**** **** **** ***0 123'],
    ['开户行账号 622202123456789012', '开户行账号 **************9012'],
    ['2023-12-05 13912345678', '2023-12-05 139****5678'],
    // The amount of the cell before runs into a card in groups.
    [
      '一卡通账号\n陈某 5.2 390 6217 0027 6000 1234 567',
      '一卡通账号\n陈某 5.2 390 **** **** **** ***4 567',
    ],
    // Under the head of a table's column: only numbers with a right check digit.
    [
      '序号\t户主\t一卡通账号\n1\t黎某\t6217002870001234564\n2\t莫某\t6217002870001234560',
      '序号\t户主\t一卡通账号\n1\t黎某\t***************4564\n2\t莫某\t6217002870001234560',
    ],
    [`甲${ID}，乙13900000001`, '甲110*************2X，乙139****0001'],
  ])('masks %s', (text, want) => {
    expect(maskPersonal(text)).toBe(want)
  })

  test.each([
    '统一社会信用代码：11421300011418888X', // letter codes and labelled codes are public
    '统一社会信用代码 91420000MA49G2XW3R',
    '网站标识码：4213000001',
    '鄂公网安备 42130002000115号',
    '鄂ICP备05012345号-1',
    '索引号：13912345678',
    '办公电话：0722-3596111',
    '发文字号 2023120512345678901234',
    '622202123456789012 未注明是卡号',
    '服务热线 12345',
    '订单号：139123456789',
  ])('leaves %s', (text) => {
    expect(maskPersonal(text)).toBe(text)
  })

  test('never changes the length and is stable when applied twice', () => {
    const piece = fc.constantFrom(
      '手机',
      ID,
      '13912345678',
      ' ',
      '卡号',
      '6222021234567890',
      '９',
      'x',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 12 }),
        (parts) => {
          const text = parts.join('')
          const once = maskPersonal(text)
          expect(once).toHaveLength(text.length)
          expect(maskPersonal(once)).toBe(once)
        },
      ),
    )
  })
})

describe('身份证 15 位', () => {
  test.each([
    ['身份证号码：110105491231002', '身份证号码：110**********02'],
    ['合同编号110105491231002', '合同编号110105491231002'],
    ['姓名\t身份证号\n张某\t110105491231002', '姓名\t身份证号\n张某\t110**********02'],
    ['姓名\t合同号\n张某\t110105491231002', '姓名\t合同号\n张某\t110105491231002'],
    ['姓名,身份证号\r\n张某,110105491231002', '姓名,身份证号\r\n张某,110**********02'],
    ['身份证：110105491331002', '身份证：110105491331002'],
  ])('%s', (text, want) => {
    expect(maskPersonal(text)).toBe(want)
  })
})
