/** Steps that give everything away: shares, and shares along the four links. */
import { isLeft } from 'fp-ts/lib/Either.js'
import { ratio, zero } from '../core/ratio.js'
import { links, type Link } from '../chain/party.js'
import { cutsOf, reduceWeights } from '../split/share.js'
import type { ApportionMethod } from '../split/apportion.js'
import {
  below,
  newSlot,
  settleFault,
  widen,
  type Builder,
  type Inside,
  type Place,
} from './builder.js'
import type { Share } from './clause.js'
import { scopeOf, take, type Taken } from './fees.js'
import { carriedOf } from './folds/carried.js'
import { readWeights } from './read.js'
import { rowOf } from './table.js'

type Weights = readonly (readonly [name: string, weight: bigint])[]

export const shareOf =
  (kind: 'share' | 'along') =>
  (builder: Builder, body: Share, from: Place, inside: Inside): Taken => {
    const { at } = inside
    const { document } = builder
    const weights = settleFault(builder)(
      readWeights(body.of as Readonly<Record<string, string>>, [...at, 'of']),
      [],
    )
    for (const [name, weight] of weights) {
      if (weight === 0n)
        document.notes.push({ _tag: 'ZeroWeight', name, path: [...at, 'of', name] })
    }
    const path = below(inside, body.id)
    const by = body.by ?? 'tree'
    if (by === 'largest' && (body.on !== 'event' || document.refunds !== 'original')) {
      document.faults.push({ _tag: 'LargestNotOnEvent', path: [...at, 'by'] })
    }
    if (by === 'carried' && weights.length > 0)
      return carriedOf(builder, body, weights, from, inside)
    const place = widen(builder, from, scopeOf(builder, body, at), path, [...at, 'on'])
    const places = weights.length === 0 ? [] : placesOf(builder, body, weights, place, inside)
    return {
      payments: weights.flatMap(([name], index) => {
        const to = places[index]
        const target = kind === 'share' ? name : linkTarget(builder, name, inside)
        return to === undefined || target === undefined ?
            []
          : [{ place: to, target, path, at: [...at, 'of', name], kind }]
      }),
    }
  }

/** Where each weight's money stands; undefined for a weight of 0. */
const placesOf = (
  builder: Builder,
  body: Share,
  weights: Weights,
  place: Place,
  inside: Inside,
): readonly (Place | undefined)[] => {
  const { at } = inside
  const { by = 'tree', rest } = body
  if (rest !== undefined) {
    if (by !== 'tree') {
      builder.document.faults.push({ _tag: 'RestWithMethod', by, path: [...at, 'rest'] })
    }
    if (!weights.some(([name]) => name === rest)) {
      builder.document.faults.push({ _tag: 'RestNotNamed', rest, path: [...at, 'rest'] })
    }
    return floorsOf(builder, weights, rest, place)
  }
  return by === 'tree' || by === 'carried' ?
      cutPlaces(builder, weights, place)
    : apportioned(builder, by, weights, place)
}

/** The monotone split as takes: one a cut. */
export const cutPlaces = (
  builder: Builder,
  weights: Weights,
  place: Place,
): readonly (Place | undefined)[] => {
  const cuts = cutsOf(weights.map(([, weight]) => weight))
  if (isLeft(cuts)) return []
  const places = new Map<number, Place>([[0, place]])
  for (const { from, first, rest, weight, whole } of cuts.right.cuts) {
    const at = places.get(from) ?? place
    const rate = ratio(weight, whole)
    const taken = take(builder, at, [rowOf({ rate, from: 0n, taken: zero, rounding: 'halfUp' })])
    places.set(first, taken.first)
    places.set(rest, taken.rest)
  }
  return cuts.right.slots.map((slot) => (slot === undefined ? undefined : places.get(slot)))
}

/** Floors in written order, each of what is left by the weights left; the named party last. */
const floorsOf = (
  builder: Builder,
  weights: Weights,
  named: string,
  place: Place,
): readonly (Place | undefined)[] => {
  let left = place
  let whole = weights.reduce((sum, [, weight]) => sum + weight, 0n)
  const places = weights.map(([name, weight]) => {
    if (name === named || weight === 0n) return undefined
    const rate = ratio(weight, whole)
    const row = rowOf({ rate, from: 0n, taken: zero, rounding: 'floor' })
    const { first, rest } = take(builder, left, [row])
    left = rest
    whole -= weight
    return first
  })
  return places.map((to, index) => (weights[index]?.[0] === named ? left : to))
}

const apportioned = (
  builder: Builder,
  method: ApportionMethod,
  weights: Weights,
  place: Place,
): readonly (Place | undefined)[] => {
  const reduced = reduceWeights(weights.map(([, weight]) => weight))
  if (isLeft(reduced)) return []
  const to = weights.map(() => newSlot(builder, place.scope))
  builder.ops.push({ op: 'apportion', from: place.slot, to, method, weights: reduced.right })
  return to.map((slot, index) =>
    reduced.right[index] === 0n ? undefined : { slot, scope: place.scope, empty: place.empty },
  )
}

/** The flow of a link's name, else the one party of that link. */
const linkTarget = (builder: Builder, name: string, inside: Inside): string | undefined => {
  const { document, terms } = builder
  const path = [...inside.at, 'of', name]
  if (!links.includes(name as Link)) {
    document.faults.push({ _tag: 'NotALink', name, path })
    return undefined
  }
  if (Object.hasOwn(terms.flows ?? {}, name) || Object.hasOwn(terms.shared ?? {}, name)) return name
  const parties = Object.entries(document.parties ?? {}).filter(([, { link }]) => link === name)
  const [only] = parties
  if (only !== undefined && parties.length === 1) return only[0]
  const names = parties.map(([party]) => party)
  document.faults.push({ _tag: 'LinkWithoutParty', link: name, parties: names, path })
  return undefined
}
