/** Random steps. Where no decision is left, a flow is one share of the first party. */
import type { Currency } from '../core/currency.js'
import type { Period } from '../core/date.js'
import type {
  Advance,
  Claims,
  Condition,
  On,
  Scalar,
  Share,
  Step,
  Steps,
  Terms,
  When,
} from '../agreement/clause.js'
import { scopes, type Scope } from '../agreement/program.js'
import { links } from '../chain/party.js'
import { oneOf, someOf, type Choose } from './choices.js'
import { someAmount, someRate, someTable, someWeight, someWeights, written } from './numbers.js'

/** What all versions of an agreement have in common. */
export interface World {
  readonly currency: Currency
  readonly refunds: 'net' | 'original'
  readonly period: Period
  /** Whether the first four parties have one link each. */
  readonly linked: boolean
}

export const parties = ['p1', 'p2', 'p3', 'p4', 'p5']
export const pool = 'pool'

/** A flow that later steps may name where the money is not counted wider than it begins. */
interface Defined {
  readonly name: string
  readonly scope: Scope
  readonly shared: boolean
  /** Shares only, so that an advance may run through it. */
  readonly shares: boolean
  readonly steps: Steps
}

/** The version being made. */
interface Making {
  readonly world: World
  readonly choose: Choose
  readonly numbers: Choose
  readonly nextId: () => string
  /** Names of all flows, of which the ones defined may be named by now. */
  readonly names: readonly string[]
  readonly defined: readonly Defined[]
  /** An advance may stand in one place only. */
  readonly once: boolean
}

/** Steps, and what the money that flows on is counted by; undefined after an end. */
interface Made {
  readonly steps: Steps
  readonly rest?: Scope
}

/** Terms from decisions on their structure and decisions on their numbers. */
export const someTerms = (world: World, choose: Choose, numbers: Choose): Terms => {
  let id = 0
  const nextId = () => `c${(id += 1)}`
  const names = links.slice(0, choose(4)).map((link) => (choose(3) === 2 ? link : `to.${link}`))
  let defined: readonly Defined[] = []
  for (const name of [...names].reverse()) {
    const scope = oneOf(choose)<Scope>('life', 'event', 'month', 'quarter', 'year')
    const shared = choose(2) === 1
    const making = { world, choose, numbers, nextId, names, defined, once: shared }
    const { steps } = someSteps(making, scope, { depth: 1, ends: true })
    defined = [{ name, scope, shared, steps, shares: onlyShares(steps, defined) }, ...defined]
  }
  const top = { world, choose, numbers, nextId, names, defined, once: true }
  const { steps } = someSteps(top, 'event', { depth: 0, ends: true })
  const named = (shared: boolean) =>
    Object.fromEntries(
      defined.filter((one) => one.shared === shared).map(({ name, steps: of }) => [name, of]),
    )
  return { flow: steps, flows: named(false), shared: named(true) }
}

const someSteps = (
  making: Making,
  from: Scope,
  { depth, ends }: { readonly depth: number; readonly ends: boolean },
): Made => {
  const steps: Step[] = []
  let scope = from
  for (let left = making.choose(depth === 0 ? 5 : 3); left > 0; left -= 1) {
    const when = scope === 'event' && depth < 3 && making.choose(2) === 1
    if (when) {
      const { step, rest } = someWhen(making, depth)
      steps.push(step)
      if (rest === undefined) return { steps }
      scope = rest
    } else {
      const made = someTake(making, scope)
      steps.push(made.step)
      scope = made.scope
    }
  }
  if (!ends && making.choose(2) === 1) return { steps, rest: scope }
  return { steps: [...steps, someShare(making, scope)] }
}

const someWhen = (
  making: Making,
  depth: number,
): { readonly step: Step; readonly rest: Scope | undefined } => {
  const [then, other] = [0, 1].map(() =>
    someSteps(making, 'event', { depth: depth + 1, ends: false }),
  )
  const rests = [then?.rest, other?.rest].filter((scope) => scope !== undefined)
  const widest = scopes.filter((scope) => rests.includes(scope)).at(-1)
  const when: When = {
    id: making.nextId(),
    test: someTest(making),
    then: then?.steps ?? [],
    ...(other === undefined || other.steps.length === 0 ? {} : { else: other.steps }),
  }
  return { step: { when }, rest: widest }
}

const someTest = ({ numbers, world }: Making): When['test'] => {
  const amount = written(world.currency)(someAmount(numbers))
  return oneOf(numbers)<Readonly<Record<string, Condition>>>(
    { use: 'study' },
    { use: ['study', 'trade'] },
    { amount: { upTo: amount } },
    { amount: { above: amount } },
    { calls: { upTo: numbers(20) } },
    { use: 'trade', calls: { above: '7.5' } },
  )
}

/** A step that takes a part, at the scope of its place or a wider one. */
const someTake = (making: Making, from: Scope): { readonly step: Step; readonly scope: Scope } => {
  const { choose, numbers, world, nextId } = making
  const money = written(world.currency)
  const scope = someScope(choose, from)
  const kinds = ['commission', 'fixed', 'levy', 'claims', ...(making.once ? ['advance'] : [])]
  const kind = oneOf(choose)('commission', ...kinds)
  const [to = 'p1'] = [...someOf(choose)(targets(making, scope))].reverse()
  const id = nextId()
  if (kind === 'advance') {
    const through = making.defined.filter(({ shares }) => shares).map(({ name }) => name)
    const advance: Advance = {
      id,
      from: oneOf(choose)('p5', 'p1'),
      to: oneOf(choose)('p1', 'p2', pool, ...through),
      amount: money(someAmount(numbers)),
      ...(numbers(2) === 1 ? { recoup: someRate(numbers) } : {}),
    }
    return { step: { advance }, scope: 'life' }
  }
  const scoped = someOn(making, scope)
  if (kind === 'fixed') {
    return { step: { fixed: { id, to, amount: money(someAmount(numbers)), ...scoped } }, scope }
  }
  if (kind === 'claims') {
    const of = Object.fromEntries(
      someOf(choose)(targets(making, scope)).map((name, index) => [
        name,
        money(someAmount(numbers) + (index === 0 ? 1n : 0n)),
      ]),
    )
    const by = oneOf(choose)<Claims['by']>('order', 'proRata', 'equal')
    return { step: { claims: { id, of, by, ...scoped } }, scope }
  }
  const fee = { id, to, ...scoped, ...someTable(numbers, world.currency) }
  return { step: kind === 'levy' ? { levy: fee } : { commission: fee }, scope }
}

const someShare = (making: Making, from: Scope): Step => {
  const { choose, numbers, world, nextId } = making
  const scope = someScope(choose, from)
  const reached = linksReached(making, scope)
  if (reached.length > 0 && choose(5) === 4) {
    const of = someWeights(numbers, someOf(choose)(reached))
    return { along: { id: nextId(), of, ...someOn(making, scope), ...someBy(making, of, scope) } }
  }
  const names = someOf(choose)(targets(making, scope))
  const same = choose(4) === 3
  const weight = someWeight(numbers)
  const of =
    same ?
      Object.fromEntries(names.map((name): readonly [string, Scalar] => [name, weight]))
    : someWeights(numbers, names)
  const share: Share = {
    id: nextId(),
    of,
    ...someOn(making, scope),
    ...someBy(making, of, scope),
  }
  return world.refunds === 'original' && scope === 'event' && choose(4) === 3 ?
      { share: { id: share.id, of, on: 'event', by: 'largest' } }
    : { share }
}

const someBy = ({ choose }: Making, of: object, scope: Scope): Pick<Share, 'by' | 'rest'> => {
  const rest = Object.keys(of).at(scopes.indexOf(scope) % 2 === 0 ? -1 : 0) ?? 'p1'
  return oneOf(choose)<Pick<Share, 'by' | 'rest'>>(
    {},
    { by: 'tree' },
    { by: 'webster' },
    { by: 'dhondt' },
    { rest },
  )
}

/** A scope as wide as the place's, or wider. */
const someScope = (choose: Choose, from: Scope): Scope => {
  const wide = scopes.slice(scopes.indexOf(from))
  return wide[choose(wide.length)] ?? from
}

const someOn = (
  { choose, world }: Making,
  scope: Scope,
): { readonly on?: On; readonly every?: Period } => {
  const short = choose(2) === 0
  if (scope === 'event') return { on: 'event' }
  if (scope === 'life') return short ? {} : { on: 'life' }
  return scope === world.period && short ? { on: 'period' } : { on: 'period', every: scope }
}

const targets = ({ defined }: Making, scope: Scope): readonly string[] => [
  ...parties.slice(0, 4),
  ...defined.filter((one) => reaches(scope, one)).map(({ name }) => name),
  pool,
]

const linksReached = ({ world, names, defined }: Making, scope: Scope): readonly string[] =>
  links.filter((link) =>
    names.includes(link) ?
      defined.some((one) => one.name === link && reaches(scope, one))
    : world.linked,
  )

const reaches = (scope: Scope, to: Defined): boolean =>
  scopes.indexOf(scope) <= scopes.indexOf(to.scope)

const onlyShares = (steps: Steps, defined: readonly Defined[]): boolean =>
  steps.every((step) => {
    if (!('share' in step) && !('along' in step)) return false
    const { of } = 'share' in step ? step.share : step.along
    return defined.every(({ name, shares }) => shares || !Object.hasOwn(of, name))
  })
