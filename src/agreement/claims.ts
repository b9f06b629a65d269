/** Fixed claims: min(C, Σ amounts), seniors first, by the original claims, or in equal parts.
 *
 *  Equal parts until each is full are tranches: n·c₁ among all, (n−1)·(c₂−c₁) among those not
 *  yet full, and so on; each tranche is a share of equal weights and exact at its end. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Path } from '../core/error.js'
import { one } from '../core/ratio.js'
import { feeRows } from './bounds.js'
import {
  below,
  gather,
  settleFault,
  widen,
  type Builder,
  type Inside,
  type Place,
} from './builder.js'
import type { Claims } from './clause.js'
import type { AgreementFault } from './fault.js'
import { scopeOf, take, type Payment, type Taken } from './fees.js'
import { readAmount } from './read.js'
import { cutPlaces } from './shares.js'
import { rateRows } from './table.js'

type Amounts = readonly (readonly [name: string, amount: bigint])[]

export const claimsOf = (builder: Builder, body: Claims, from: Place, inside: Inside): Taken => {
  const { at } = inside
  const path = below(inside, body.id)
  const amounts = settleFault(builder)(readClaims(builder, body, [...at, 'of']), [])
  const place = widen(builder, from, scopeOf(builder, body, at), path, [...at, 'on'])
  const payment = (to: Place, target: string): Payment => ({
    place: to,
    target,
    path,
    at: [...at, 'of', target],
    kind: 'claims',
  })
  const upTo = (money: Place, amount: bigint, key: string) => {
    const terms = { table: rateRows(one), cap: amount, banded: false }
    return take(builder, money, feeRows(terms), { id: body.id, key, terms })
  }
  if (body.by === 'equal') return inEqualParts(builder, amounts, place, path, payment)
  if (body.by === 'proRata') {
    const all = amounts.reduce((sum, [, amount]) => sum + amount, 0n)
    const { first, rest } = upTo(place, all, path)
    const places = cutPlaces(builder, amounts, first)
    return { payments: paymentsTo(amounts, places, payment), rest }
  }
  let money = place
  const payments = amounts.map(([name, amount]) => {
    const { first, rest } = upTo(money, amount, `${path}/${name}`)
    money = rest
    return payment(first, name)
  })
  return { payments, rest: money }
}

const inEqualParts = (
  builder: Builder,
  amounts: Amounts,
  place: Place,
  path: string,
  payment: (to: Place, target: string) => Payment,
): Taken => {
  const parts = new Map<string, Place[]>(amounts.map(([name]) => [name, []]))
  const levels = [...new Set(amounts.map(([, amount]) => amount))].sort((a, b) => (a < b ? -1 : 1))
  let money = place
  let reached = 0n
  for (const level of levels) {
    const open = amounts.filter(([, amount]) => amount >= level)
    const cap = BigInt(open.length) * (level - reached)
    const { first, rest } = take(
      builder,
      money,
      feeRows({ table: rateRows(one), cap, banded: false }),
    )
    const places = cutPlaces(
      builder,
      open.map(([name]) => [name, 1n] as const),
      first,
    )
    open.forEach(([name], index) => {
      const to = places[index]
      if (to !== undefined) parts.get(name)?.push(to)
    })
    money = rest
    reached = level
  }
  return {
    payments: [...parts].flatMap(([name, places]) =>
      places.length === 0 ?
        []
      : [payment(gather(builder, places, place.scope, `${path}/${name}`), name)],
    ),
    rest: money,
  }
}

const paymentsTo = (
  amounts: Amounts,
  places: readonly (Place | undefined)[],
  payment: (to: Place, target: string) => Payment,
): readonly Payment[] =>
  amounts.flatMap(([name], index) => {
    const to = places[index]
    return to === undefined ? [] : [payment(to, name)]
  })

const readClaims = (
  builder: Builder,
  body: Claims,
  path: Path,
): Either<AgreementFault, Amounts> => {
  const amounts: (readonly [string, bigint])[] = []
  for (const [name, value] of Object.entries(body.of)) {
    const amount = readAmount(builder.document.currency)(value, [...path, name])
    if (isLeft(amount)) return amount
    if (amount.right === 0n) {
      builder.document.notes.push({ _tag: 'ZeroWeight', name, path: [...path, name] })
    }
    amounts.push([name, amount.right])
  }
  return amounts.some(([, amount]) => amount > 0n) ?
      right(amounts.filter(([, amount]) => amount > 0n))
    : left({ _tag: 'NothingNamed', path })
}
