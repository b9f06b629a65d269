/** Bernoulli numbers, exact: Σ_{k<n} C(n, k) B_k = 0 for n ≥ 2, so B₀ = 1, B₁ = −1/2, B₂ = 1/6. */
import { addRatio, mulRatio, one, ratio, zero, type Ratio } from './ratio.js'

/** B₀ to B_last. */
export const bernoulli = (last: number): readonly Ratio[] => {
  const numbers: Ratio[] = [one]
  for (let n = 1; n <= last; n += 1) {
    let [sum, choose] = [zero, 1n]
    numbers.forEach((b, k) => {
      sum = addRatio(sum, mulRatio(ratio(choose), b))
      choose = (choose * BigInt(n + 1 - k)) / BigInt(k + 1)
    })
    numbers.push(mulRatio(sum, ratio(-1n, BigInt(n + 1))))
  }
  return numbers
}
