/** Our markup reader beside htmlparser2: the same events, whatever the pages hold. */
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { readMarkup } from '#understand/markup'

type Event = readonly [kind: string, what: string, start: number, end: number]

/** Texts that follow each other count as one: where a text is cut is nobody's business. */
function gathered(): { events: Event[]; add(event: Event): void } {
  const events: Event[] = []
  return {
    events,
    add(event) {
      const last = events[events.length - 1]
      if (event[0] === 'text' && last?.[0] === 'text') {
        events[events.length - 1] = ['text', last[1] + event[1], last[2], event[3]]
      } else events.push(event)
    },
  }
}

function ours(source: string): Event[] {
  const { events, add } = gathered()
  readMarkup(source, {
    open: ({ name }, attrs, start, end) =>
      add(['open', `${name} ${JSON.stringify(attrs)}`, start, end]),
    close: ({ name }, end) => add(['close', name, 0, end]),
    text: (data, start, end) => add(['text', data, start, end]),
    comment: (data, start, end) => add(['comment', data, start, end]),
    full: () => false,
  })
  return events
}

function theirs(source: string): Event[] {
  const { events, add } = gathered()
  const parser = new Parser(
    {
      onopentag: (name, attrs) =>
        add(['open', `${name} ${JSON.stringify(attrs)}`, parser.startIndex, parser.endIndex + 1]),
      onclosetag: (name) => add(['close', name, 0, parser.endIndex + 1]),
      ontext: (data) => add(['text', data, parser.startIndex, parser.endIndex + 1]),
      oncomment: (data) => add(['comment', data, parser.startIndex, parser.endIndex + 1]),
    },
    { decodeEntities: true, recognizeSelfClosing: false },
  )
  parser.write(source)
  parser.end()
  return events
}

/** Small steady generator, so that a failure can be had again. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const PIECES =
  `<div>|</div>|<p>|</p>|<p class=a>|<br>|<br/>|</br>|<br / >|<td>|<tr>|</tr>|<table>|</table>|<li>|<ul>|</ul>|<a href="x?a=1&amp;b=2&copy=3">|</a>
|<A HREF='x' href=y>|<img src=a.png alt="无 障碍"/>|<img src=a/>|<input disabled>|<option>|<select>|</select>|<span
 title = "a>b" >|</span >|</span x>|</ span>|</>|< |<|<1>|</1>|<!>|<!-->|<!--->|<!-- a -- > b -->|<!---->|<!-x>|<!DOCTYPE html>|<![CDATA[ a ]] > ]]>|<![if IE]>|<?xml a?>
|<script>|if (a<b && c>d) "</div>"|</script>|</SCRIPT >|<script src=x/>|<style>|</style>|<title>|a &amp; b <b>|</title>|<textarea>|&lt;|</textarea>|<xmp>|</xmp>
|<svg>|<path d="x"/>|</svg>|<math>|<mi>|</mi>|<desc>|<svg/>|<svg><title>x</title></svg>
|&nbsp;|&nbsp|&amp|&#20013;|&#x4e2d|&#0;|&#x110000;|&notit;|&unknown;|&|& |&;|中文|政务公开|\u3000|\n|\t| |a|"|'|=|/|>|/>|]]>|--|\0|\u{1f600}
|<x:y z:w=1>|</x:y>|<a b=c"d>|<a b="c"d="e">|<a =b>|<a b==c>|<a "x">|<a b= >|<a b=>|<a/b/c=d>|<div hidden style="display:none">|<constructor __proto__=1 constructor=2>|</constructor>`
    .replaceAll('\n|', '|')
    .split('|')

function soup(seed: number): string {
  const roll = dice(seed)
  let text = ''
  for (let left = 1 + roll(60); left > 0; left -= 1) text += PIECES[roll(PIECES.length)] ?? ''
  // What is cut off in the middle of a tag has a test of its own: the library tells of elements never begun.
  return `${text}">'>--></xmp></title></textarea></style></script>]]>`
}

describe('markup', () => {
  it('tells the same events as htmlparser2 of four thousand soups of tags', () => {
    for (let seed = 1; seed <= 4_000; seed += 1) {
      const source = soup(seed)
      expect(ours(source), `seed ${seed}: ${source}`).toEqual(theirs(source))
    }
  })

  it('drops a tag that the end of the page cuts off', () => {
    const source = '<div>文<a href="x'
    expect(ours(source)).toEqual([
      ['open', 'div {}', 0, 5],
      ['text', '文', 5, 6],
      ['close', 'div', 0, 7],
    ])
    expect(ours('文</div ').at(0)).toEqual(['text', '文', 0, 1])
  })

  it('reads to the end where a comment, a script or a declaration is left open', () => {
    expect(ours('甲<!-- 乙')).toEqual([
      ['text', '甲', 0, 1],
      ['comment', ' 乙', 1, 7],
    ])
    expect(ours('<script>a</scrip').map(([kind, what]) => `${kind} ${what}`)).toEqual([
      'open script {}',
      'text a</scrip',
      'close script',
    ])
    expect(ours('甲<!DOCTYPE')).toEqual([['text', '甲', 0, 1]])
  })

  it('stops when it is told so', () => {
    let tags = 0
    const cut = readMarkup('<i>'.repeat(100), {
      open: () => {
        tags += 1
      },
      close: () => undefined,
      text: () => undefined,
      comment: () => undefined,
      full: () => tags >= 10,
    })
    expect([cut, tags]).toEqual([true, 10])
  })

  it('takes time in proportion to hostile sources', () => {
    const count = (source: string): number => ours(source).length
    expect(count('<div>'.repeat(50_000))).toBe(100_000)
    expect(count('<b></i>'.repeat(50_000))).toBe(100_000)
    expect(count('</'.repeat(200_000))).toBe(1)
    expect(count('<a b='.repeat(100_000))).toBe(0)
    expect(count(`<a ${'x '.repeat(100_000)}>`)).toBe(2)
  })
})
