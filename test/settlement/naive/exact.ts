/** Exact numbers for the naive model: fractions as pairs, read from text its own way. */
export type Fraction = readonly [above: bigint, below: bigint]

export const fraction = (written: string | number | bigint): Fraction => {
  const text = String(written)
  if (text.endsWith('%')) {
    const [above, below] = fraction(text.slice(0, -1))
    return [above, below * 100n]
  }
  const [top = '', bottom] = text.split('/')
  if (bottom !== undefined) return [BigInt(top), BigInt(bottom)]
  const [whole = '', places = ''] = text.split('.')
  return [BigInt(whole + places), 10n ** BigInt(places.length)]
}

export const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d]

export const times = ([a, b]: Fraction, whole: bigint): Fraction => [a * whole, b]

/** The nearest whole number of a fraction of zero or more, a half upwards. */
export const rounded = ([a, b]: Fraction): bigint => (2n * a + b) / (2n * b)

/** Fractions as whole numbers in the same proportion. */
export const inProportion = (fractions: readonly Fraction[]): readonly bigint[] => {
  const below = fractions.reduce((product, [, b]) => product * b, 1n)
  return fractions.map(([a, b]) => (a * below) / b)
}

export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)
export const most = (a: bigint, b: bigint): bigint => (a > b ? a : b)
