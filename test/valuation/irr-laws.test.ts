import fc from 'fast-check'
import { decimal, decimals } from 'data-dividend'
import { greenfield, irrRoots } from 'data-dividend/valuation'
import { describe, expect, it } from 'vitest'
import { all, signed, value } from './arbitraries.js'
import { get } from './run.js'

describe('laws of internal rates of return', () => {
  const npv = (list: readonly string[], r: string) =>
    value(get(greenfield({ discount: { rate: r, timing: 'end' } })({ flows: list })))
  it('every root brings the value to 0, with a change of sign unless double; never too many', () => {
    all(
      fc.property(signed, (list) => {
        const { roots, signChanges } = get(irrRoots({ flows: list }))
        expect(roots.reduce((n, { double }) => n + (double ? 2 : 1), 0)).toBeLessThanOrEqual(
          signChanges,
        )
        for (const { rate: r, double } of roots) {
          const [below, above] = ['-1e-30', '1e-30'].map((by) =>
            npv(list, decimal(r).plus(by).toString()),
          )
          expect(below!.isNegative() === above!.isNegative()).toBe(double)
        }
        const gains = list.filter((x) => Number(x) !== 0).map((x) => Number(x) > 0)
        if (new Set(gains).size === 2 && gains[0] !== gains.at(-1))
          expect(roots.length % 2 === 1 || roots.some(({ double }) => double)).toBe(true)
      }),
      100,
    )
  })
  it('finds the rates that a polynomial was made from', () => {
    all(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -80, max: 300 }), { minLength: 1, maxLength: 3 }),
        (percents) => {
          const made = percents.reduce<readonly bigint[]>(
            (poly, p) => {
              const by = BigInt(100 + p)
              return Array.from(
                { length: poly.length + 1 },
                (_, i) => 100n * (poly[i] ?? 0n) - by * (poly[i - 1] ?? 0n),
              )
            },
            [1n],
          )
          const { roots } = get(irrRoots({ flows: made.map(String) }))
          expect(roots.map(({ rate: r }) => r)).toEqual(
            [...percents].sort((a, b) => a - b).map((p) => decimals.show(decimals.parse(`${p}%`)!)),
          )
        },
      ),
    )
  })
})
