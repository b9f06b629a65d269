/** A naive model of one version of an agreement: a recursive reading of its text over the vector
 *  of net sales. It knows no program, no slots and no counters: money is a list of sums, by sale,
 *  by period or in all, and every clause is its formula. */
import {
  orThrow,
  share,
  type Agreement,
  type Scalar,
  type Step,
  type Steps,
  type Terms,
} from 'data-dividend'
import { fraction, least, most, rounded, times } from './exact.js'
import { cut, joined, widened, type Money, type Sale } from './money.js'
import { equally, held, marginal, passes, split } from './tables.js'

/** What a clause goes on from: of the version before, in one bucket. */
export interface Carried {
  readonly bucket: string
  readonly base: bigint
  readonly taken: bigint
}

export interface Reading {
  readonly agreement: Agreement
  readonly terms: Terms
  readonly digits: number
  readonly carried: ReadonlyMap<string, Carried>
  /** What each party has at each path. */
  readonly gets: Map<string, bigint>
  /** What each clause saw and took, by bucket. */
  readonly clauses: Map<string, Map<string, { readonly saw: bigint; readonly took: bigint }>>
  /** Scope of each clause that has something to carry, by its path. */
  readonly scopes: Map<string, string>
  readonly waiting: Map<string, Money[]>
  /** The copy of a flow that an advance runs through. */
  readonly copy: boolean
}

/** Reads a version over its sales. */
export const read = (reading: Reading, sales: readonly Sale[]): void => {
  const buckets = new Map(
    sales.map((sale) => [sale.id, { date: sale.date, sum: sale.net, sale }] as const),
  )
  follow(reading, reading.terms.flow, { scope: 'event', buckets }, '')
  const left = new Set(Object.keys(reading.terms.shared ?? {}))
  while (left.size > 0) {
    const next = [...left].find((name) =>
      [...left].every((other) => other === name || !reachable(reading.terms, other).has(name)),
    )
    if (next === undefined) throw new Error('a cycle')
    left.delete(next)
    const paid = reading.waiting.get(next)
    if (paid !== undefined) follow(reading, reading.terms.shared?.[next] ?? [], joined(paid), next)
  }
}

/** Pays an amount to a target through copies of flows, on one counter. */
export const readCopy = (reading: Reading, target: string, amount: bigint, path: string): void => {
  pay(reading, target, { scope: 'life', buckets: one(amount) }, path)
}

const one = (sum: bigint): Money['buckets'] => new Map([['life', { date: '', sum }]])

const reachable = (terms: Terms, name: string): ReadonlySet<string> => {
  const text = JSON.stringify(terms.shared?.[name] ?? terms.flows?.[name] ?? [])
  const names = Object.keys({ ...terms.flows, ...terms.shared })
  const named = names.filter((other) => text.includes(`"${other}"`))
  return new Set(named.flatMap((other) => [other, ...reachable(terms, other)]))
}

const follow = (reading: Reading, steps: Steps, from: Money, path: string): Money | undefined => {
  let money: Money | undefined = from
  for (const step of steps) {
    if (money === undefined) throw new Error('a step after the end')
    money = take(reading, step, money, path)
  }
  return money
}

const take = (reading: Reading, step: Step, from: Money, above: string): Money | undefined => {
  const [[kind, body] = ['', undefined]] = Object.entries(step) as [string, { id: string }][]
  const path = above === '' ? (body?.id ?? '') : `${above}/${body?.id ?? ''}`
  const amount = (written: Scalar | undefined): bigint => {
    const [a, b] = fraction(written ?? 0)
    return (a * 10n ** BigInt(reading.digits)) / b
  }
  const within = (on: { on?: string; every?: string }): Money => {
    const scope = on.on ?? 'life'
    return widened(
      reading.copy ? from.scope
      : scope === 'period' ? (on.every ?? reading.agreement.period ?? 'month')
      : scope,
      from,
    )
  }
  const clause = (
    money: Money,
    key: string,
    takes: (c: bigint, on: Carried) => bigint,
    carries = true,
  ) => {
    if (carries) reading.scopes.set(key, money.scope)
    const saw = new Map<string, { readonly saw: bigint; readonly took: bigint }>()
    reading.clauses.set(key, saw)
    return cut(money, 2, (c, bucket) => {
      const carried = reading.carried.get(key)
      const goesOn = carried?.bucket === bucket ? carried : { bucket, base: 0n, taken: 0n }
      const took = takes(c, goesOn)
      saw.set(bucket, { saw: c, took })
      return [took, c - took]
    }) as [Money, Money]
  }
  if ('when' in step) {
    const { test, then, else: other = [] } = step.when
    const passed = (sale: Sale | undefined) =>
      sale !== undefined &&
      Object.entries(test).every(([name, is]) => passes(sale.attributes[name], is))
    const side = (wanted: boolean): Money => ({
      scope: 'event',
      buckets: new Map([...from.buckets].filter(([, { sale }]) => passed(sale) === wanted)),
    })
    const rests = [
      follow(reading, then, side(true), `${path}/then`),
      follow(reading, other, side(false), `${path}/else`),
    ].filter((rest) => rest !== undefined)
    return rests.length === 0 ? undefined : joined(rests)
  }
  if ('share' in step || 'along' in step) {
    const given = 'share' in step ? step.share : step.along
    const money = within(given)
    const parts = cut(money, Object.keys(given.of).length, (c) => split(given, c))
    Object.entries(given.of).forEach(([name, weight], index) => {
      const [nothing] = fraction(weight)
      if (nothing === 0n) return
      pay(reading, kind === 'along' ? ofLink(reading, name) : name, parts[index], path)
    })
    return undefined
  }
  if ('claims' in step) {
    const { of, by } = step.claims
    const claims = Object.entries(of)
      .map(([name, written]) => [name, amount(written)] as const)
      .filter(([, owed]) => owed > 0n)
    let rest = within(step.claims)
    if (by === 'order') {
      for (const [name, claim] of claims) {
        const [first, left] = clause(rest, `${path}/${name}`, (c, { taken }) =>
          least(c, most(claim - taken, 0n)),
        )
        pay(reading, name, first, path)
        rest = left
      }
      return rest
    }
    if (by === 'proRata') {
      const all = claims.reduce((sum, [, claim]) => sum + claim, 0n)
      const [first, left] = clause(rest, path, (c, { taken }) => least(c, most(all - taken, 0n)))
      const parts = cut(first, claims.length, (c) => orThrow(share(claims.map(([, w]) => w))(c)))
      claims.forEach(([name], index) => {
        pay(reading, name, parts[index], path)
      })
      return left
    }
    const all = cut(rest, claims.length + 1, (c) =>
      equally(
        claims.map(([, claim]) => claim),
        c,
      ),
    )
    claims.forEach(([name], index) => {
      pay(reading, name, all[index], path)
    })
    return all.at(-1)
  }
  if ('advance' in step) {
    const { from: payer, recoup = '100%' } = step.advance
    const [first, rest] = clause(widened('life', from), path, (c, { taken }) =>
      least(rounded(times(fraction(recoup), c)), most(amount(step.advance.amount) - taken, 0n)),
    )
    pay(reading, payer, first, path)
    return rest
  }
  if ('fixed' in step) {
    const { to } = step.fixed
    const [first, rest] = clause(within(step.fixed), path, (c, { taken }) =>
      least(c, most(amount(step.fixed.amount) - taken, 0n)),
    )
    pay(reading, to, first, path)
    return rest
  }
  const fee =
    'levy' in step ? step.levy
    : 'commission' in step ? step.commission
    : undefined
  if (fee === undefined) throw new Error(`a step that no naive reading knows at ${path}`)
  const bands = (fee.tiers ?? fee.slab ?? [{ rate: fee.rate ?? 0 }]).map(({ upTo, rate }) => ({
    rate: fraction(rate),
    ...(upTo === undefined ? {} : { upTo: amount(upTo) }),
  }))
  const table = (c: bigint) =>
    fee.slab === undefined ? rounded(marginal(bands, c)) : held(bands, c)
  const [first, rest] = clause(
    within(fee),
    path,
    (c, { base: reached, taken }) => {
      const base = fee.rate === undefined ? reached : 0n
      const own = table(base + c) - table(base)
      const low = fee.floor === undefined ? 0n : least(c, most(amount(fee.floor) - taken, 0n))
      const high = fee.cap === undefined ? c : most(amount(fee.cap) - taken, 0n)
      return least(high, most(own, low))
    },
    fee.rate === undefined || fee.floor !== undefined || fee.cap !== undefined,
  )
  pay(reading, fee.to, first, path)
  return rest
}

const pay = (reading: Reading, target: string, money: Money | undefined, path: string): void => {
  if (money === undefined) return
  const { flows = {}, shared = {} } = reading.terms
  const copied = reading.copy ? { ...flows, ...shared } : flows
  if (Object.hasOwn(copied, target)) {
    follow(reading, copied[target] ?? [], money, `${path}/${target}`)
  } else if (Object.hasOwn(shared, target)) {
    reading.waiting.set(target, [...(reading.waiting.get(target) ?? []), money])
  } else {
    const key = `${path} ${target}`
    const sum = [...money.buckets.values()].reduce((all, bucket) => all + bucket.sum, 0n)
    reading.gets.set(key, (reading.gets.get(key) ?? 0n) + sum)
  }
}

const ofLink = ({ agreement, terms }: Reading, link: string): string =>
  Object.hasOwn({ ...terms.flows, ...terms.shared }, link) ? link : (
    (Object.entries(agreement.parties ?? {}).find(([, party]) => party.link === link)?.[0] ?? '')
  )
