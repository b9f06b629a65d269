/** Runs the methods of the room by their ids, over records as they stand in the vectors. */
import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import { decimals, derive, leaf, orThrowWith, type Explained, type Figure } from 'data-dividend'
import * as v from 'data-dividend/valuation'
import { expect } from 'vitest'

export const get = orThrowWith((fault) => JSON.stringify(fault))

export type Result = Either<v.ValuationFault, v.Worth>

/** A vector's input is a record of the method by its id, checked by running. */
/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-argument,
   @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment --
   vectors are data: what does not fit a method's record fails its vector */
export const methods: Readonly<Record<string, (input: any, discount: any) => Result>> = {
  ...Object.fromEntries(
    v.valuationMethods.map(({ id, value }) => [
      id,
      (input: any, discount: any) => value({ discount })(input as never),
    ]),
  ),
  'rate.annuity': v.annuity,
  'rate.effective': ({ nominal, times }) => v.effectiveRate(nominal, times),
  'sna.stock': ({ depreciation, investments }) => v.perpetualInventory(depreciation)(investments),
  reconcile: (input) => {
    const done = v.reconcile(input)
    return isLeft(done) ? done : { _tag: 'Right', right: done.right.value }
  },
}

/** Inputs of vectors that are themselves worked out. */
export const revive = (input: any): any =>
  Array.isArray(input) ? input.map(revive)
  : typeof input !== 'object' || input === null ? input
  : 'sqrt' in input ? derive('sqrt(variance)', { variance: leaf(input.sqrt) })
  : 'annuity' in input ?
    derive('lost + development', {
      lost: get(v.annuity(input.annuity)).figure,
      development: leaf(input.plus),
    })
  : Object.fromEntries(Object.entries(input).map(([name, item]) => [name, revive(item)]))
/* eslint-enable */

export interface Vector {
  readonly name: string
  readonly method: string
  readonly input: unknown
  readonly discount?: unknown
  readonly exact?: string
  readonly figures?: Readonly<Record<string, string>>
}

export const run = ({ method, input, discount }: Vector): v.Worth => {
  const valued = methods[method]
  if (valued === undefined) throw new Error(`no method ${method}`)
  return get(valued(revive(input), discount))
}

/** Within one unit of the last digit of what a vector prints. */
export const meets = (value: string | Figure, vector: string): void => {
  const own = typeof value === 'string' ? decimals.parse(value) : value.value
  const wanted = decimals.parse(vector)
  const places = vector.split('.')[1]?.length ?? 0
  const off = own?.minus(wanted ?? 0).abs()
  expect(off?.lt(`1e-${places}`), `${String(own)} is not ${vector}`).toBe(true)
}

/** A figure below the root of a tree, through references. */
export const valueAt = (tree: Explained, path: string): string => {
  let at: Explained = tree
  for (const label of path.split('/')) {
    const next = at.inputs?.find((input) => input.label === label)
    if (next === undefined) throw new Error(`no figure ${path}`)
    at = 'ref' in next ? at : next
    if ('ref' in next) return valueAt(tree, next.ref)
  }
  return at.value
}
