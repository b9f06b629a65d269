/** Checking an agreement before anyone signs it: every fault and every note, with its path. */
import type { Agreement } from './clause.js'
import { compileAll } from './compile.js'
import type { Finding } from './fault.js'

/** All findings of an agreement: errors first, each in the order of the document.
 *
 *  A slab that breaks comes with its first bad cent, what is taken before and at it; a narrowing
 *  scope with both scopes.
 * @returns an empty list when there is nothing to say
 * laws: `compile` gives a Right exactly when no finding is an error
 * @example
 * import { check } from 'data-dividend'
 * const slab = [{ upTo: '100.00', rate: '10%' }, { rate: '8%' }]
 * check({
 *   agreement: 'slab', currency: 'CNY',
 *   flow: [
 *     { commission: { id: 'fee', to: 'agent', slab } },
 *     { share: { id: 'rest', of: { owner: 1 } } },
 *   ],
 * }).map(({ finding }) => finding)
 * // => [{
 * //   _tag: 'SlabBreaks', at: '100.01', before: '10.00', after: '8.00',
 * //   path: ['flow', 0, 'commission', 'slab'] }] */
export const check = (agreement: Agreement): readonly Finding[] => {
  const { faults, notes } = compileAll(agreement)
  return [
    ...faults.map((finding) => ({ level: 'error', finding }) as const),
    ...notes.map((finding) => ({ level: 'note', finding }) as const),
  ]
}
