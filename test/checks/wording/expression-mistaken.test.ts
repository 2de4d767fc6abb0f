/** Every outcome of `wording/expression-mistaken` from a small site that gives it, with look-alikes that must pass. */
import { expressionMistaken } from '#checks/wording/expression-mistaken'
import type { WordingEntry } from '#model/wording'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const entry = (wrong: string, right: string, more: Partial<WordingEntry> = {}): WordingEntry => ({
  wrong,
  right,
  source: '某词典',
  except: [],
  named: false,
  ...more,
})
const wording = [
  entry('截止目前', '截至目前'),
  entry('按装', '安装', { except: ['按装备', '请按装订'] }),
  entry('中华人民共和国信息公开条例', '中华人民共和国政府信息公开条例', { named: true }),
]
const page = (...words: string[]) =>
  new SiteViewBuilder().page('/a.html', { kind: 'article', title: '工作情况', words })

testCheck(expressionMistaken, {
  suspect: [
    {
      shows: 'two pages, one finding',
      site: page('截止目前，全县已完成造林三万亩。').page('/b.html', {
        kind: 'article',
        title: '春季造林',
        words: ['今年春季造林进展顺利，截止目前完成八成。'],
      }),
      wording,
      expect: { 截止目前: 'suspect' },
      facts: { 截止目前: { count: 2, right: '截至目前' } },
    },
    {
      shows: 'in a title; one use is part of a longer word, the other is not',
      site: page('各单位按装备清单领取后自行按装。').page('/b.html', {
        kind: 'article',
        title: '门牌按装公告',
      }),
      wording,
      expect: { 按装: 'suspect' },
      facts: { 按装: { count: 2 } },
    },
    {
      shows: 'a name that always stands in title marks',
      site: page('根据《中华人民共和国信息公开条例》的规定'),
      wording,
      expect: { 中华人民共和国信息公开条例: 'suspect' },
    },
  ],
  none: [
    {
      shows: 'the right words, quoted ones and longer words that hold the wrong one',
      site: page(
        '截至目前，已安装三百套。',
        '公文里常把“截至目前”误写成“截止目前”，应予改正。',
        '报名截止，目前正在审核。',
        '请按装订顺序排列。',
        '《中华人民共和国政府信息公开条例》',
      ),
      wording,
      expect: { 用语: 'none' },
      facts: { 用语: { pages: 2, entries: 3 } },
    },
    {
      shows: 'an error page is not read',
      site: new SiteViewBuilder().page('/x.html', { kind: 'error', words: ['截止目前无法访问'] }),
      wording,
      expect: { 用语: 'none' },
    },
  ],
  'no-table': {
    shows: 'nothing to look for',
    site: page('截止目前'),
    expect: { 用语: 'no-table' },
  },
})
