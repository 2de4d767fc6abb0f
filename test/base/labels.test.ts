/** Families of labels: how their words are put together, found in running text, and told as labels. */
import { describe, expect, it } from 'vitest'
import {
  endsOfWords,
  type LabelFamily,
  type LabelForm,
  type Labels,
  labelWords,
  oncePerLabels,
  standingLabel,
  wholeLabel,
  wordsWithin,
} from '#base/labels'

const part = (words: string, optional = false) => ({ words: words.split('/'), optional })
const form = (...parts: LabelForm): LabelForm => parts

function family(given: Partial<LabelFamily>): Labels {
  const one: LabelFamily = {
    id: 'telephone',
    name: '联系电话',
    words: [],
    bare: [],
    never: [],
    ...given,
  }
  return new Map([[one.id, one]])
}

const PHONE = family({
  words: [form(part('联系/咨询', true), part('电话/热线'))],
  bare: [form(part('*'), part('总机')), form(part('问谁'))],
  never: [form(part('传真'), part('*'))],
})

describe('标签的叫法', () => {
  it('由各段拼成，前面的叫法在前，不重复', () => {
    expect(labelWords(PHONE, 'telephone')).toEqual([
      ...['联系电话', '联系热线', '咨询电话', '咨询热线', '电话', '热线'],
      '问谁',
    ])
  })

  it('没有这一族时，什么也认不出', () => {
    expect(labelWords(PHONE, 'place')).toEqual([])
    expect(new RegExp(wordsWithin(PHONE, 'place')).test('地点：一楼')).toBe(false)
    expect(new RegExp(standingLabel(PHONE, 'place')).test('地点：一楼')).toBe(false)
  })

  it('在句子里找：开头可有可无的一段不必找，两字之间可以有空格', () => {
    const words = new RegExp(wordsWithin(PHONE, 'telephone'))
    expect(words.exec('请拨打咨询电话')?.[0]).toBe('电话')
    expect(words.exec('联系电　话：1')?.[0]).toBe('电　话')
    // Bare words are none in running text.
    expect(words.test('不知道问谁，转总机')).toBe(false)
  })

  it.each([
    ['问谁：办公室', true],
    ['一、问谁\n办公室', true],
    ['（1）问谁\t办公室', true],
    ['【县总机】3300', true],
    ['问谁（工作日）：3300', true],
    ['不知道问谁：', false],
    ['问谁都行', false],
    ['传真总机：3300', false],
  ])('单独成行成格才算的叫法：%s → %s', (text, told) => {
    expect(new RegExp(standingLabel(PHONE, 'telephone')).test(text)).toBe(told)
  })

  it.each([
    ['联系电话', true],
    ['县局总机', true],
    ['问谁', true],
    ['传真总机', false],
    ['联系', false],
    ['联系电话号', false],
  ])('整个标签：%s → %s', (word, told) => {
    expect(new RegExp(`^${wholeLabel(PHONE, 'telephone')}$`).test(word)).toBe(told)
  })

  it('长的叫法先认，结尾可有可无时看最后一个必有的段', () => {
    const index = family({ words: [form(part('索引'), part('号/号码', true))] })
    expect(new RegExp(wordsWithin(index, 'telephone')).exec('索引号码：1')?.[0]).toBe('索引号码')
    const ends = new RegExp(`^${endsOfWords(index, 'telephone')}$`)
    expect(['索引', '索引号', '号'].map((word) => ends.test(word))).toEqual([true, true, false])
  })

  it('同一套叫法只编一次', () => {
    let made = 0
    const once = oncePerLabels((labels) => {
      made += 1
      return labels.size
    })
    expect([once(PHONE), once(PHONE), once(new Map())]).toEqual([1, 1, 0])
    expect(made).toBe(2)
  })
})
