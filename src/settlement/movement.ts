/** What an event moves: which money, through which flow, who pays for it; or why it may not. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { CivilDate } from '../core/date.js'
import { periodOf } from '../core/date.js'
import { divFloor } from '../core/divide.js'
import { formatAmount } from '../core/money.js'
import { compareRatio, formatRatio, parseRatio, type Ratio } from '../core/ratio.js'
import type { Flow, Leaf, Program, RegisterEntry, Version } from '../agreement/program.js'
import { passes } from '../agreement/route.js'
import { shareFlow } from '../agreement/share-flow.js'
import type { SettlementEvent } from './event.js'
import type { EventFault } from './fault.js'
import type { Line, SaleRecord } from './state.js'
import { poolKey, type Surroundings } from './walk.js'

export interface Movement {
  readonly flow: Flow
  readonly from: bigint
  readonly to: bigint
  readonly around: Surroundings
  /** −1n where a walk upwards gives money back: a refund of the sale's own lines. */
  readonly gives: 1n | -1n
  readonly payer?: Pick<Leaf, 'party' | 'path' | 'kind'>
  /** A counter that the walk's own entry is. */
  readonly counts?: string
  readonly restates?: string
  readonly record: (lines: readonly Line[]) => { readonly sale?: SaleRecord }
}

/** The movement of a sale, refund, declaration or transfer, or why it may not happen. */
export const movementOf = (
  program: Program,
  event: SettlementEvent,
  sale: SaleRecord | undefined,
  counter: (key: string) => bigint,
  index: number,
): Either<EventFault, Movement> => {
  switch (event.kind) {
    case 'sale': {
      const refused = refusedSale(program, event, index)
      return refused === undefined ? right(saleOf(program, event, counter)) : left(refused)
    }
    case 'refund':
      return refundOf(program, event, sale, counter, index)
    case 'declare':
      return declareOf(program, event, counter, index)
    default:
      return transferOf(program, event, counter, index)
  }
}

/** The version in force at a date. */
export const versionAt = (program: Program, date: CivilDate): Version => {
  const [first, ...later] = program.versions
  return later.reduce((at, version) => ((version.from ?? '') <= date ? version : at), first)
}

/** Why a sale may not be: dearer than its ceiling, or paid for what is free. */
const refusedSale = (
  { ceilings, free, currency }: Program,
  { at, amount = 0n, attributes }: SettlementEvent,
  index: number,
): EventFault | undefined => {
  const money = formatAmount(currency)(amount)
  for (const [attribute, ceiling] of ceilings) {
    const text = attribute === 'amount' ? money : attributes[attribute]
    if (text === undefined) continue
    const path = [index, attribute]
    const value = parseRatio(text)
    if (isLeft(value)) return { ...value.left, path }
    if (compareRatio(value.right, ceiling) > 0) {
      return { _tag: 'AboveCeiling', attribute, value: text, ceiling: formatRatio(ceiling), path }
    }
  }
  return amount > 0n && free !== undefined && passes(free, { ...attributes, amount: money, at }) ?
      { _tag: 'NotFree', amount: money, path: [index, 'amount'] }
    : undefined
}

const saleOf = (
  program: Program,
  event: SettlementEvent,
  counter: (key: string) => bigint,
): Movement => {
  const { at, amount = 0n, replayed = 0n } = event
  const attributes = Object.fromEntries(
    program.attributes.flatMap((name) =>
      Object.hasOwn(event.attributes, name) ? [[name, event.attributes[name] ?? '']] : [],
    ),
  )
  const sale = { at, amount, refunded: 0n, attributes }
  return {
    flow: versionAt(program, at).flow,
    from: 0n,
    to: amount - replayed,
    gives: 1n,
    around: surroundings(program, sale, counter),
    record: (lines) => ({
      sale:
        program.refunds === 'net' ?
          sale
        : {
            ...sale,
            lines: lines.map(({ party, path, kind, amount: part }) => ({
              party,
              path,
              kind,
              amount: part,
            })),
          },
    }),
  }
}

const refundOf = (
  program: Program,
  event: SettlementEvent,
  sale: SaleRecord | undefined,
  counter: (key: string) => bigint,
  index: number,
): Either<EventFault, Movement> => {
  const { at, of = '', amount = 0n } = event
  if (sale === undefined) return left({ _tag: 'UnknownSale', sale: of, path: [index, 'of'] })
  if (at < sale.at) {
    return left({ _tag: 'RefundBeforeSale', at, sale: sale.at, path: [index, 'at'] })
  }
  const net = sale.amount - sale.refunded
  if (amount > net) {
    const money = formatAmount(program.currency)
    return left({
      _tag: 'RefundAboveSale',
      amount: money(amount),
      left: money(net),
      path: [index, 'amount'],
    })
  }
  const refunded = sale.refunded + amount
  const around = surroundings(program, sale, counter)
  const common = {
    around,
    restates: periodOf(program.period)(sale.at),
    record: () => ({ sale: { ...sale, refunded } }),
  }
  return right(
    program.refunds === 'net' ?
      { ...common, flow: versionAt(program, sale.at).flow, from: net, to: net - amount, gives: 1n }
    : { ...common, flow: shareFlow(weighed(sale)), from: sale.refunded, to: refunded, gives: -1n },
  )
}

/** The lines of a sale as weights, one a leaf. */
const weighed = ({ lines = [] }: SaleRecord) =>
  lines.map((line) => ({ ...line, weight: line.amount }))

const declareOf = (
  program: Program,
  event: SettlementEvent,
  counter: (key: string) => bigint,
  index: number,
): Either<EventFault, Movement> => {
  const { at, of = '', amount, perUnit } = event
  const register = program.pools.get(of)
  const path = (field: string) => [index, field]
  if (register === undefined) {
    const known = [...program.pools.keys()]
    return left({ _tag: 'UnknownPool', pool: of, known, path: path('of') })
  }
  const { units, scale = 1n } =
    event.units === undefined ?
      (entryAt(register, at) ?? {})
    : { units: event.units, scale: event.scale }
  if (units === undefined) return left({ _tag: 'NoRegister', pool: of, at, path: path('of') })
  const stranger = units.find(([name]) => program.parties && !Object.hasOwn(program.parties, name))
  if (stranger !== undefined) {
    const known = Object.keys(program.parties ?? {})
    return left({ _tag: 'UnknownHolder', name: stranger[0], known, path: path('units') })
  }
  const money = formatAmount(program.currency)
  const held = counter(poolKey(of))
  const again = event.replayed !== undefined
  if (held < 0n && !again) {
    return left({ _tag: 'PoolInDebit', pool: of, held: money(held), path: path('of') })
  }
  const holders = perUnit === undefined ? units : floored(program, perUnit, units, scale)
  const declared =
    perUnit === undefined ? (amount ?? held) : holders.reduce((sum, [, part]) => sum + part, 0n)
  if (declared > held && !again) {
    return left({
      _tag: 'AbovePool',
      amount: money(declared),
      held: money(held),
      path: path('amount'),
    })
  }
  return right({
    flow: shareFlow(
      holders.map(([party, weight]) => ({ party, path: of, kind: 'dividend', weight })),
    ),
    from: 0n,
    to: declared,
    gives: 1n,
    around: surroundings(program, { at, amount: declared, attributes: {} }, counter),
    payer: { party: of, path: of, kind: 'dividend' },
    record: () => ({}),
  })
}

/** So much a unit, rounded down for each holder; what that leaves over stays in the pool. The
 * parts are weights of a split of their own sum, so each gets exactly its part. */
const floored = (
  { currency }: Program,
  { num, den }: Ratio,
  units: RegisterEntry['units'],
  scale: bigint,
): RegisterEntry['units'] =>
  units.map(([party, held]) => [
    party,
    divFloor(num * held * 10n ** BigInt(currency.digits), den * scale),
  ])

const entryAt = (register: readonly RegisterEntry[], date: CivilDate): RegisterEntry | undefined =>
  register.filter(({ from }) => from === undefined || from <= date).at(-1)

const transferOf = (
  program: Program,
  event: SettlementEvent,
  counter: (key: string) => bigint,
  index: number,
): Either<EventFault, Movement> => {
  const { at, of = '', amount } = event
  const { advances } = versionAt(program, at)
  const advance = advances.get(of)
  if (advance === undefined) {
    const known = [...advances.keys()]
    return left({ _tag: 'UnknownAdvance', advance: of, known, path: [index, 'of'] })
  }
  const paid = counter(advance.paid)
  const unpaid = advance.amount > paid ? advance.amount - paid : 0n
  const now = amount ?? unpaid
  if (now > unpaid) {
    const money = formatAmount(program.currency)
    return left({
      _tag: 'AboveAdvance',
      amount: money(now),
      left: money(unpaid),
      path: [index, 'amount'],
    })
  }
  return right({
    flow: advance.flow,
    from: paid,
    to: paid + now,
    gives: 1n,
    around: surroundings(program, { at, amount: now, attributes: {} }, counter),
    payer: { party: advance.from, path: advance.path, kind: advance.kind },
    counts: advance.paid,
    record: () => ({}),
  })
}

const surroundings = (
  { currency }: Program,
  { at, amount, attributes }: Pick<SaleRecord, 'at' | 'amount' | 'attributes'>,
  counter: (key: string) => bigint,
): Surroundings => ({
  date: at,
  attributes: { ...attributes, amount: formatAmount(currency)(amount), at },
  counter,
})
