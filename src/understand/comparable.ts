/**
 * Looks at a few characters before a text is put into its form to compare (base/text): most lines of a page fail there
 * already, and the form costs more than all else that is done with them.
 */

/** Characters that `compareForm` leaves as they are. */
export const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** False where a line's first character shows that its comparable form does not begin as `wanted` does. */
export function mayBegin(flat: string, from: number, wanted: string): boolean {
  const first = flat.charCodeAt(from)
  return !isHan(first) || first === wanted.charCodeAt(0)
}

/** Characters of a line that are looked up before it is compared. */
const LOOKED_UP = 3

/** False where one of a line's first characters shows that `head` does not hold its comparable form. */
export function mayBeIn(flat: string, from: number, to: number, head: string): boolean {
  for (let at = from, left = LOOKED_UP; at < to && left > 0; at += 1) {
    if (!isHan(flat.charCodeAt(at))) continue
    if (!head.includes(flat.charAt(at))) return false
    left -= 1
  }
  return true
}
