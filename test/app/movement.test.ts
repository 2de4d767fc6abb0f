/** What a person reads of a re-run: what moved in words, and of the rest only how much there is. */
import { expect, test } from 'vitest'
import { movementLines, movements } from '#app/movement'

type Told = Parameters<typeof movements>[0][number]

const told = (check: string, subject: string, over: Partial<Told> = {}): Told => ({
  identity: `${check} ${subject}`,
  check,
  revision: 1,
  subject,
  outcome: 'fresh',
  verdict: 'pass',
  grounds: 'g',
  ...over,
})

test('names what moved with its verdicts in words, and only counts what moved no answer', () => {
  const before = [told('a/x', '甲'), told('a/x', '乙'), told('b/y', '丙'), told('c/z', '丁')]
  const after = [
    told('a/x', '甲', { outcome: 'stale', verdict: 'fail' }),
    told('a/x', '乙'),
    told('b/y', '丙', { revision: 2 }),
    told('c/z', '丁', { grounds: 'other' }),
    told('d/w', '戊', { outcome: 'undated', verdict: 'unsure' }),
  ]
  expect(movementLines(movements(before, after))).toEqual([
    '  a/x，修订 1：新增 0，消失 0，改变 1，不变 1',
    '    甲：符合（fresh） → 不符合（stale）',
    '  d/w，修订 1（此前没有结果）：新增 1，消失 0，改变 0，不变 0',
    '    戊：（无） → 待人工核对（undated）',
    '  另有 2 项检查只有修订号或依据变了，结论都没有变（--json 有全部）',
  ])
})

test('says so where no answer moved, or nothing at all', () => {
  const one = [told('a/x', '甲')]
  expect(movementLines(movements(one, one))).toEqual(['  与重新检查前的结果相同'])
  expect(movementLines(movements(one, [told('a/x', '甲', { revision: 2 })]))).toEqual([
    '  1 项检查只有修订号或依据变了，结论都没有变（--json 有全部）',
  ])
})
