/** Works out the arithmetic that the worked examples write by hand: + − × ÷ ( ) % and min(a, b). */

/** Both sides of "30% × 3 = 0.9", or an error naming the text. */
export function workOut(written: string): { left: number; right: number } {
  const [left, right, more] = written.split('=')
  if (left === undefined || right === undefined || more !== undefined)
    throw new Error(`not one equation: ${written}`)
  return { left: amountOf(left), right: amountOf(right) }
}

function amountOf(text: string): number {
  const tokens = text.match(/\d+(?:\.\d+)?|[+−×÷()%,-]|min/g) ?? []
  if (tokens.join('') !== text.replace(/\s/g, '')) throw new Error(`unreadable: ${text}`)
  let at = 0
  const next = () => tokens[at]
  const take = (wanted: string) => {
    if (tokens[at] !== wanted) throw new Error(`${wanted} wanted in ${text}`)
    at += 1
  }
  const factor = (): number => {
    if (next() === 'min') {
      take('min')
      take('(')
      const a = sum()
      take(',')
      const b = sum()
      take(')')
      return Math.min(a, b)
    }
    if (next() === '(') {
      take('(')
      const inner = sum()
      take(')')
      return inner
    }
    if (next() === '-') {
      take('-')
      return -factor()
    }
    const value = Number(tokens[at])
    at += 1
    if (next() !== '%') return value
    take('%')
    return value / 100
  }
  const product = (): number => {
    let value = factor()
    while (next() === '×' || next() === '÷') {
      const times = next() === '×'
      at += 1
      value = times ? value * factor() : value / factor()
    }
    return value
  }
  function sum(): number {
    let value = product()
    while (next() === '+' || next() === '−') {
      const add = next() === '+'
      at += 1
      value = add ? value + product() : value - product()
    }
    return value
  }
  const value = sum()
  if (at !== tokens.length || Number.isNaN(value)) throw new Error(`left over: ${text}`)
  return value
}
