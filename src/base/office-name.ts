/** Full and short names of offices. */
import { standsInOrder } from './text.ts'

/** 委员会, 联合会 and 办公室 are shortened from the front: 国资委, 残联, 国动办. */
function endOf(name: string): string {
  return name
    .replace(/委员会$/, '委')
    .replace(/联合会$/, '联')
    .replace(/办公室$/, '办')
}

/**
 * 住建局 is 住房和城乡建设局, 发改委 is 发展和改革委员会: first and last character the same, the others in their order. Both
 * in comparison form and without the place they stand for; a name is no short form of itself.
 */
export function isShortOffice(short: string, whole: string): boolean {
  const [few, all] = [endOf(short), endOf(whole)]
  if (few.length < 3 || all.length <= few.length) return false
  if (few[0] !== all[0] || few.at(-1) !== all.at(-1)) return false
  return standsInOrder(few, all)
}
