/** Numbers written in Chinese numerals (三十五, 一百零二, 二〇二五), which offices mix freely with figures. */
const DIGITS = '零一二三四五六七八九'
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
/** One number in Chinese numerals. */
export const HAN_NUMBER = '[零〇一二两三四五六七八九十百千万]+'

/** 三十五, 廿一, 二〇二五 (also with ○, Ｏ or 0 for the nought); null where the characters are no number. */
export function hanNumber(written: string): number | null {
  const plain = written
    .replace(/[〇○ＯO０0]/g, '零')
    .replace(/两/g, '二')
    .replace('廿', '二十')
    .replace('卅', '三十')
    .replace('十十', '十')
  if (plain === '' || !/^[零一二三四五六七八九十百千万]+$/.test(plain)) return null
  // 二零二五: one figure after the other.
  if (/^[零一二三四五六七八九]+$/.test(plain))
    return Number([...plain].map((one) => DIGITS.indexOf(one)).join(''))
  const [high = '', low, ...more] = plain.split('万')
  if (more.length > 0) return null
  return low === undefined
    ? underTenThousand(high)
    : underTenThousand(high) * 10_000 + underTenThousand(low)
}

function underTenThousand(written: string): number {
  let sum = 0
  let digit: number | null = null
  for (const one of written) {
    const place = PLACES[one]
    if (place === undefined) digit = DIGITS.indexOf(one)
    else {
      sum += (digit ?? 1) * place
      digit = null
    }
  }
  return sum + (digit ?? 0)
}
