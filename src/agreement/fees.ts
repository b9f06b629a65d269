/** Steps that take a part by a table: fixed fees, commissions, levies, recoupment. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Path } from '../core/error.js'
import { formatAmount } from '../core/money.js'
import { one, ratio } from '../core/ratio.js'
import { feeRows, heldRows, slabBreak } from './bounds.js'
import {
  below,
  newSlot,
  settleFault,
  widen,
  type Builder,
  type Inside,
  type Place,
} from './builder.js'
import type { Advance, Band, Fee, Fixed, On, StepKind } from './clause.js'
import type { Period } from '../core/date.js'
import type { AgreementFault } from './fault.js'
import type { Scope } from './program.js'
import { knownParty } from './payer.js'
import { readAmount, readRate } from './read.js'
import { rateRows, slabRows, tierRows, type FeeTerms, type RateBand, type Row } from './table.js'

/** A part of the money on its way to a target. */
export interface Payment {
  readonly place: Place
  readonly target: string
  readonly path: string
  readonly at: Path
  readonly kind: StepKind
  /** Who bears what a refund would take back. */
  readonly kept?: string
}

/** What a step did: the payments it made, and the place of what flows on, if anything does. */
export interface Taken {
  readonly payments: readonly Payment[]
  readonly rest?: Place
}

/** The scope that a step names; life unless it says otherwise. */
export const scopeOf = (
  builder: Builder,
  { on = 'life', every }: { readonly on?: On; readonly every?: Period },
  at: Path,
): Scope => {
  if (every !== undefined && on !== 'period') {
    builder.document.faults.push({ _tag: 'EveryWithoutPeriod', on, path: [...at, 'every'] })
  }
  return on === 'period' ? (every ?? builder.document.period) : on
}

/** Takes by rows from a place. */
export const take = (
  builder: Builder,
  place: Place,
  rows: readonly Row[],
  clause?: { readonly id: string; readonly key: string; readonly terms: FeeTerms },
): { readonly first: Place; readonly rest: Place } => {
  const { scope } = place
  const [first, rest] = [newSlot(builder, scope), newSlot(builder, scope)]
  builder.ops.push({
    op: 'take',
    from: place.slot,
    first,
    rest,
    rows,
    ...(clause && { clause: { key: builder.prefix + clause.key, terms: clause.terms } }),
    ...(clause && builder.carries(clause, scope)),
  })
  const [only] = rows
  const all = rows.length === 1 && only !== undefined && only.p === only.d && only.q < only.d
  const none = rows.every(({ p, q, d }) => p === 0n && q < d)
  return {
    first: { slot: first, scope, empty: place.empty || none },
    rest: { slot: rest, scope, empty: place.empty || all },
  }
}

export const fixedOf = (builder: Builder, body: Fixed, from: Place, inside: Inside): Taken => {
  const cap = settleFault(builder)(
    readAmount(builder.document.currency)(body.amount, [...inside.at, 'amount']),
    0n,
  )
  return feeStep(builder, body, { table: rateRows(one), cap, banded: false }, from, inside, 'fixed')
}

export const feeOf =
  (kind: 'commission' | 'levy') =>
  (builder: Builder, body: Fee, from: Place, inside: Inside): Taken => {
    const none: FeeTerms = { table: rateRows(ratio(0n)), banded: false }
    const terms = settleFault(builder)(readFee(builder, body, inside.at), none)
    return feeStep(builder, body, terms, from, inside, kind)
  }

/** The envelope and the slab of a fee that is put right at the close, both within its bounds. */
export const slabTerms = (
  builder: Builder,
  body: Fee,
  at: Path,
): { readonly held: readonly Row[]; readonly slab: readonly Row[] } => {
  const zero: FeeTerms = { table: rateRows(ratio(0n)), banded: false }
  const held = settleFault(builder)(readFee(builder, { ...body, breaks: 'hold' }, at), zero)
  const bands = readBands(builder, body.slab ?? [], [...at, 'slab'])
  const slab = isLeft(bands) ? held.table : slabRows(bands.right)
  return { held: feeRows(held), slab: feeRows({ ...held, table: slab }) }
}

/** The part that recoups an advance, back to its payer, on life. */
export const recoupOf = (builder: Builder, body: Advance, from: Place, inside: Inside): Taken => {
  const { currency } = builder.document
  const cap = settleFault(builder)(readAmount(currency)(body.amount, [...inside.at, 'amount']), 0n)
  const rate = settleFault(builder)(readRate(body.recoup ?? '100%', [...inside.at, 'recoup']), one)
  const terms = { table: rateRows(rate), cap, banded: false }
  return feeStep(builder, { id: body.id, to: body.from }, terms, from, inside, 'advance')
}

const feeStep = (
  builder: Builder,
  body: Pick<Fee, 'id' | 'to' | 'on' | 'every' | 'kept'>,
  terms: FeeTerms,
  from: Place,
  inside: Inside,
  kind: StepKind,
): Taken => {
  const { at } = inside
  const path = below(inside, body.id)
  const place = widen(builder, from, scopeOf(builder, body, at), path, [...at, 'on'])
  const { first, rest } = take(builder, place, feeRows(terms), { id: body.id, key: path, terms })
  if (body.kept !== undefined) keptBy(builder, body.kept, body.to, at)
  return {
    payments: [
      {
        place: first,
        target: body.to,
        path,
        at: [...at, kind === 'advance' ? 'from' : 'to'],
        kind,
        ...(body.kept === undefined ? {} : { kept: body.kept }),
      },
    ],
    rest,
  }
}

/** Who bears a fee kept on refunds: a party, not the one that keeps it. */
const keptBy = (builder: Builder, kept: string, to: string, at: Path): void => {
  const path = [...at, 'kept']
  if (kept === to) builder.document.faults.push({ _tag: 'PayerIsPayee', name: kept, path })
  if (knownParty(builder, kept, path)) {
    builder.document.notes.push({ _tag: 'MayPay', kind: 'kept', payer: kept, path: at })
  }
}

const readFee = (builder: Builder, body: Fee, at: Path): Either<AgreementFault, FeeTerms> => {
  const amount = readAmount(builder.document.currency)
  const given = (['rate', 'tiers', 'slab'] as const).filter((name) => body[name] !== undefined)
  if (given.length !== 1) return left({ _tag: 'TableWanted', given, path: at })
  if (body.breaks !== undefined && body.slab === undefined) {
    return left({ _tag: 'BreaksWithoutSlab', path: [...at, 'breaks'] })
  }
  const table = readTable(builder, body, at)
  if (isLeft(table)) return table
  const floor = body.floor === undefined ? right(undefined) : amount(body.floor, [...at, 'floor'])
  if (isLeft(floor)) return floor
  const cap = body.cap === undefined ? right(undefined) : amount(body.cap, [...at, 'cap'])
  if (isLeft(cap)) return cap
  if (floor.right !== undefined && cap.right !== undefined && floor.right > cap.right) {
    const [low, high] = [String(body.floor), String(body.cap)]
    return left({ _tag: 'FloorAboveCap', floor: low, cap: high, path: [...at, 'floor'] })
  }
  return right({
    table: table.right,
    banded: body.rate === undefined,
    ...(floor.right === undefined ? {} : { floor: floor.right }),
    ...(cap.right === undefined ? {} : { cap: cap.right }),
  })
}

const readTable = (
  builder: Builder,
  body: Fee,
  at: Path,
): Either<AgreementFault, readonly Row[]> => {
  if (body.rate !== undefined) {
    const path = [...at, 'rate']
    const rate = readRate(body.rate, path)
    if (isLeft(rate)) return rate
    if (rate.right.num === 0n) builder.document.notes.push({ _tag: 'ZeroRate', path })
    return right(rateRows(rate.right))
  }
  const slab = body.slab !== undefined
  const path = [...at, slab ? 'slab' : 'tiers']
  const bands = readBands(builder, body.slab ?? body.tiers ?? [], path)
  if (isLeft(bands)) return bands
  if (!slab) return right(tierRows(bands.right))
  if (body.breaks !== undefined && body.breaks !== 'strict') return right(heldRows(bands.right))
  const broken = slabBreak(bands.right)
  if (broken === undefined) return right(slabRows(bands.right))
  const money = formatAmount(builder.document.currency)
  const { at: cent, before, after } = broken
  return left({
    _tag: 'SlabBreaks',
    at: money(cent),
    before: money(before),
    after: money(after),
    path,
  })
}

const readBands = (
  builder: Builder,
  bands: readonly Band[],
  path: Path,
): Either<AgreementFault, readonly RateBand[]> => {
  const read: RateBand[] = []
  if (bands.length === 0) return left({ _tag: 'NothingNamed', path })
  for (const [index, band] of bands.entries()) {
    const at = [...path, index]
    const last = index === bands.length - 1
    const rate = readRate(band.rate, [...at, 'rate'])
    if (isLeft(rate)) return rate
    if (band.upTo === undefined) {
      if (!last) return left({ _tag: 'BandOpen', path: at })
      return right([...read, { rate: rate.right }])
    }
    const upTo = readAmount(builder.document.currency)(band.upTo, [...at, 'upTo'])
    if (isLeft(upTo)) return upTo
    const before = read.at(-1)?.upTo ?? 0n
    if (upTo.right <= before) {
      const money = formatAmount(builder.document.currency)
      return left({
        _tag: 'BandsNotRising',
        upTo: money(upTo.right),
        before: money(before),
        path: [...at, 'upTo'],
      })
    }
    if (last)
      return left({ _tag: 'LastBandClosed', upTo: String(band.upTo), path: [...at, 'upTo'] })
    read.push({ upTo: upTo.right, rate: rate.right })
  }
  return right(read)
}
