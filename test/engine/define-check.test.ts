/** A check that contradicts itself does not come into being. */
import { describe, expect, it } from 'vitest'
import { type CheckParts, defineCheck } from '#engine/define-check'
import type { OutcomeSpec, ParamSpec } from '#model/check'

const parts = {
  id: 'trial/thing-missing',
  revision: 1,
  title: '试',
  question: '试？',
  basis: [{ document: '某文件', clause: '第一条' }],
  needs: [],
  params: {},
  outcomes: {
    there: { verdict: 'pass', message: '有' },
    gone: { verdict: 'fail', message: '没有' },
  },
  example: '例',
  run: () => [],
} as const satisfies CheckParts<
  string,
  Readonly<Record<string, ParamSpec>>,
  Readonly<Record<string, OutcomeSpec>>
>

describe('defineCheck', () => {
  it('freezes the check through and through', () => {
    const check = defineCheck(parts)
    expect(Object.isFrozen(check)).toBe(true)
    expect(Object.isFrozen(check.outcomes.there)).toBe(true)
    expect(Object.isFrozen(check.basis[0])).toBe(true)
  })

  it.each([
    ['an id without group', { id: 'thing' }, 'id'],
    ['a revision of zero', { revision: 0 }, 'revision'],
    ['no basis', { basis: [] }, 'basis'],
    ['nothing to fail', { outcomes: { there: parts.outcomes.there } }, 'fail'],
    [
      'an empty question to the person',
      {
        outcomes: {
          ...parts.outcomes,
          asked: { verdict: 'unsure' as const, message: '？', ask: ' ' },
        },
      },
      'asks nothing',
    ],
  ])('refuses %s', (_, change, words) => {
    expect(() => defineCheck({ ...parts, ...change })).toThrow(words)
  })

  it('does not compile with a misspelt outcome, an unsure without ask, or a wrong use of a parameter', () => {
    const outcomes = {
      there: { verdict: 'pass', message: '有' },
      gone: { verdict: 'fail', message: '没有' },
    } as const
    const params = { days: { default: 14, meaning: '天', source: '某', verified: false } }
    const place = { url: 'http://x/', at: null, quote: '首页' }
    const asked = { verdict: 'unsure', message: '？' } as const

    const misspelt = defineCheck({
      ...parts,
      outcomes,
      // @ts-expect-error 'gonne' is no outcome of this check
      *run() {
        yield { outcome: 'gonne', subject: '甲', evidence: [place] }
      },
    })
    const silent = () =>
      defineCheck({
        ...parts,
        // @ts-expect-error an unsure outcome must ask
        outcomes: { ...outcomes, asked },
      })
    const typed = defineCheck({
      ...parts,
      params,
      *run(_, context) {
        const days: number = context.params.days
        // @ts-expect-error a number is no text
        const text: string = context.params.days
        // @ts-expect-error no such parameter
        const none = context.params.hours
        yield { outcome: 'there', subject: `${days}${text}${none}`, evidence: [place] }
      },
    })
    expect(silent).toThrow()
    expect([misspelt.id, typed.id]).toEqual([parts.id, parts.id])
  })
})
