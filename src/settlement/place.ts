/** A party's place: where its money goes when it is held in a dispute or has passed to others.
 *
 *  Settlement computes what each place earns, whoever stands in it. While a place is held, its
 *  lines go to the account `hold:NAME`, from which a release pays. A place that has passed to
 *  successors pays them by the monotone split of its own total, from the balance at the
 *  succession on, so that no cent is lost or given twice however often money comes. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { periodOf } from '../core/date.js'
import { formatAmount } from '../core/money.js'
import type { Program } from '../agreement/program.js'
import { cutsOf, followCuts } from '../split/share.js'
import type { SettlementEvent } from './event.js'
import type { EventFault } from './fault.js'
import type { Line, Place, State } from './state.js'

/** The account of what is held for a party. */
export const holdAccount = (party: string): string => `hold:${party}`

/** Whose an account is: of money held, the party for whom it is. */
export const accountHolder = (account: string): string => account.replace(/^hold:/, '')

/** Sends lines to where their parties' places are now; gives the places after that. */
export const sendLines = (
  places: State['places'],
  lines: readonly Line[],
): { readonly lines: readonly Line[]; readonly places: State['places'] } => {
  if (places === undefined || places.size === 0) return { lines, places }
  const now = new Map(places)
  const send = (line: Line): readonly Line[] => {
    const place = now.get(line.party)
    if (place === undefined) return [line]
    const whose = line.place ?? line.party
    if (place.held) return [{ ...line, party: holdAccount(line.party), place: whose }]
    const { heirs, total } = place
    if (heirs === undefined) return [line]
    const after = total + line.amount
    now.set(line.party, { ...place, total: after })
    return partsOf(heirs, after, total).flatMap(([party, amount]) =>
      amount === 0n ? [] : send({ ...line, party, amount, place: whose }),
    )
  }
  return { lines: lines.flatMap(send), places: now }
}

/** What a hold, a release or a succession does. */
export const arrange = (
  program: Program,
  { places = new Map(), totals, payments = new Map() }: State,
  event: SettlementEvent,
  index: number,
): Either<EventFault, { readonly lines: readonly Line[]; readonly places: State['places'] }> => {
  const { kind, of: name = '', amount, units = [] } = event
  const place: Place = places.get(name) ?? { held: false, total: 0n }
  const { parties } = program
  const path = (field: string) => [index, field]
  const strangers = [name, ...units.map(([heir]) => heir)].filter(
    (party) =>
      program.pools.has(party) || (parties !== undefined && !Object.hasOwn(parties, party)),
  )
  if (strangers[0] !== undefined) {
    const field = strangers[0] === name ? 'of' : 'units'
    const known = Object.keys(parties ?? {})
    return left({ _tag: 'UnknownHolder', name: strangers[0], known, path: path(field) })
  }
  const to = (next: Place) => new Map([...places, [name, next]])
  if (kind === 'hold') {
    return place.held ?
        left({ _tag: 'HeldAlready', party: name, path: path('of') })
      : right({ lines: [], places: to({ ...place, held: true }) })
  }
  const line = lineOf(program, event, name)
  if (kind === 'release') {
    const account = holdAccount(name)
    const held = totals.get(account) ?? 0n
    if (!place.held) return left({ _tag: 'NothingHeld', party: name, path: path('of') })
    if (amount !== undefined && amount > held) {
      const money = formatAmount(program.currency)
      const [wanted, has] = [money(amount), money(held)]
      return left({
        _tag: 'AboveHeld',
        party: name,
        amount: wanted,
        held: has,
        path: path('amount'),
      })
    }
    const released = amount ?? held
    const open = to({ ...place, held: false })
    const sent = sendLines(open, moves(line('hold', name, released)))
    const after = new Map(sent.places)
    after.set(name, { ...(after.get(name) ?? place), held: amount !== undefined })
    return right({
      lines: [...moves(line('hold', account, -released)), ...sent.lines],
      places: after,
    })
  }
  const circle = heirsOf(
    places,
    units.map(([heir]) => heir),
  ).has(name)
  if (circle || place.heirs !== undefined) {
    return left({ _tag: 'SucceededAlready', party: name, path: path('of') })
  }
  const paid = [...payments.values()].reduce(
    (sum, { party, gross }) => (party === name ? sum + gross : sum),
    0n,
  )
  const balance = (totals.get(name) ?? 0n) - paid
  const passed = { held: place.held, heirs: units, total: balance }
  const given = partsOf(units, balance, 0n).map(([heir, part]) => line('succession', heir, part))
  const sent = sendLines(to(passed), given.flatMap(moves))
  return right({
    lines: [...moves(line('succession', name, -balance)), ...sent.lines],
    places: sent.places,
  })
}

type Heirs = readonly (readonly [party: string, weight: bigint])[]

/** What each heir gets when the total of a place goes from one sum to another; below zero as
 * above it. */
const partsOf = (
  heirs: Heirs,
  after: bigint,
  before: bigint,
): readonly (readonly [string, bigint])[] => {
  const cuts = cutsOf(heirs.map(([, weight]) => weight))
  if (isLeft(cuts)) return []
  const split = (total: bigint) =>
    total < 0n ? followCuts(cuts.right)(-total).map((part) => -part) : followCuts(cuts.right)(total)
  const [now, then] = [split(after), split(before)]
  return heirs.map(([party], index) => [party, (now[index] ?? 0n) - (then[index] ?? 0n)] as const)
}

/** Parties and their heirs, and the heirs of these. */
export const heirsOf = (
  places: ReadonlyMap<string, Place>,
  parties: readonly string[],
): ReadonlySet<string> => {
  const found = new Set(parties)
  for (const party of found) {
    for (const [heir] of places.get(party)?.heirs ?? []) found.add(heir)
  }
  return found
}

const moves = (line: Line): readonly Line[] => (line.amount === 0n ? [] : [line])

const lineOf =
  (program: Program, { id, at, of = '' }: SettlementEvent, path: string) =>
  (kind: 'hold' | 'succession', party: string, amount: bigint): Line => ({
    event: id,
    at,
    of,
    party,
    path,
    kind,
    amount,
    period: periodOf(program.period)(at),
  })
