/**
 * Does sureness mean what it says? Readings by band of sureness against how many of them were right, and the two bars of
 * issue 5: of those at 0.9 and above at least 98 % right, and at most 10 % of all readings below.
 */
const BANDS = [0, 0.5, 0.7, 0.8, 0.9, 0.95] as const
const SURE = 0.9
const RIGHT_BAR = 0.98
const BELOW_BAR = 0.1

export class Calibration {
  readonly #readings: {
    readonly what: string
    readonly sureness: number
    readonly right: boolean
  }[] = []

  note(what: string, sureness: number, right: boolean): void {
    this.#readings.push({ what, sureness, right })
  }

  /** Markdown table by kind of reading and band, and the bars. */
  report(): string {
    const kinds = [...new Set(this.#readings.map((one) => one.what))]
    const rows = kinds.map((what) => {
      const own = this.#readings.filter((one) => one.what === what)
      const cells = BANDS.map((from, k) => {
        const to = BANDS[k + 1] ?? Number.POSITIVE_INFINITY
        const band = own.filter((one) => one.sureness >= from && one.sureness < to)
        return band.length === 0 ? '' : `${band.filter((one) => one.right).length}/${band.length}`
      })
      return `| ${what} | ${cells.join(' | ')} |`
    })
    const sure = this.#readings.filter((one) => one.sureness >= SURE)
    const right = sure.filter((one) => one.right).length / Math.max(1, sure.length)
    const below = 1 - sure.length / Math.max(1, this.#readings.length)
    const heads = BANDS.map((from, k) => `${from}–${BANDS[k + 1] ?? 1}`)
    return [
      `| 读数（对/总） | ${heads.join(' | ')} |`,
      `|---|${BANDS.map(() => '---').join('|')}|`,
      ...rows,
      '',
      `确信度 ≥ ${SURE} 的 ${sure.length} 个读数中对的占 ${percent(right)}（要求 ≥ ${percent(RIGHT_BAR)}，${right >= RIGHT_BAR ? '达标' : '未达标'}）；`,
      `低于 ${SURE} 的占全部的 ${percent(below)}（要求 ≤ ${percent(BELOW_BAR)}，${below <= BELOW_BAR ? '达标' : '未达标'}）。`,
    ].join('\n')
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}
