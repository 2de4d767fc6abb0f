/** Places in the names of bodies (虔州市澜湖区人民政府), and whether a body sits elsewhere than others. */

const PLACE = /[\u4e00-\u9fff]{2,5}?(?:自治[州县旗]|[省市县区旗州盟镇乡])/y
const NO_PLACE = /城[市乡]|开发区|园区|社区|地区/

/** 虔州市, 澜湖区: the places with which a name begins. */
function placesOf(name: string): readonly string[] {
  const found: string[] = []
  const next = new RegExp(PLACE)
  for (let one = next.exec(name); one !== null; one = next.exec(name)) {
    if (NO_PLACE.test(one[0])) break
    found.push(one[0])
  }
  return found
}

/** The name begins with a place of a kind that the others name too, and by another name: surely somewhere else. */
export function isElsewhere(name: string, others: readonly string[]): boolean {
  const known = others.flatMap(placesOf)
  const stem = (place: string): string => place.slice(0, -1)
  return placesOf(name).some(
    (place) =>
      known.some((one) => one.at(-1) === place.at(-1)) &&
      !known.some((one) => stem(one).endsWith(stem(place)) || stem(place).endsWith(stem(one))),
  )
}
