/** From steps to ops: each step takes from the money at its place, the rest flows on. */
import { right } from 'fp-ts/lib/Either.js'
import { largestMinor } from '../core/money.js'
import {
  below,
  flowOf,
  gather,
  leaf,
  newBuilder,
  newSlot,
  settleFault,
  widen,
  widest,
  type Builder,
  type Inside,
  type Place,
} from './builder.js'
import { claimsOf } from './claims.js'
import type { Advance, Fee, AgreedPayment, Step, StepKind, Steps, When } from './clause.js'
import { feeOf, fixedOf, recoupOf, slabTerms, type Payment, type Taken } from './fees.js'
import { adjustOf } from './folds/adjust.js'
import { timedOf } from './folds/index.js'
import type { AdvanceTerms } from './program.js'
import { differs, knownParty, paysAsParty } from './payer.js'
import { readAmount } from './read.js'
import { readTests } from './route.js'
import { shareOf } from './shares.js'

/** Flows written out in one version at the most: flows that name flows twice double each time. */
const mostWritten = 10_000

/** Compiles steps from a place on. Gives the place of what is left, undefined after an end. */
export const compileSteps = (
  builder: Builder,
  steps: Steps,
  from: Place,
  inside: Inside,
): Place | undefined => {
  const { faults, notes } = builder.document
  let place: Place | undefined = from
  for (const [index, step] of steps.entries()) {
    const kind = kindOf(step)
    const at = [...inside.at, index, kind]
    if (place === undefined) {
      faults.push({ _tag: 'StepAfterEnd', path: at })
      return undefined
    }
    if (place.empty && !from.empty) notes.push({ _tag: 'NotReached', path: at })
    const { payments, rest } = takeStep(builder, step, place, { ...inside, at })
    for (const payment of payments) pay(builder, payment, inside.flows)
    place = rest
  }
  return place
}

/** Compiles steps that must give everything away. */
export const compileEnded = (builder: Builder, steps: Steps, from: Place, inside: Inside): void => {
  const rest = compileSteps(builder, steps, from, inside)
  if (rest !== undefined) builder.document.faults.push({ _tag: 'NoEnd', path: inside.at })
}

/** The one key of a step. */
export const kindOf = (step: Step): StepKind => Object.keys(step)[0] as StepKind

const takeStep = (builder: Builder, step: Step, place: Place, inside: Inside): Taken => {
  if ('fixed' in step) return fixedOf(builder, step.fixed, place, inside)
  if ('commission' in step)
    return feeOrAdjust('commission', builder, step.commission, place, inside)
  if ('levy' in step) return feeOrAdjust('levy', builder, step.levy, place, inside)
  if ('claims' in step) return claimsOf(builder, step.claims, place, inside)
  if ('share' in step) return shareOf('share')(builder, step.share, place, inside)
  if ('along' in step) return shareOf('along')(builder, step.along, place, inside)
  if ('advance' in step) return advanceOf(builder, step.advance, place, inside)
  if ('when' in step) return whenOf(builder, step.when, place, inside)
  if ('payment' in step) return paymentOf(builder, step.payment, place, inside)
  return timedOf(builder, step, place, inside)
}

const feeOrAdjust = (
  kind: 'commission' | 'levy',
  builder: Builder,
  body: Fee,
  place: Place,
  inside: Inside,
): Taken =>
  body.breaks === 'adjust' && body.slab !== undefined ?
    adjustOf(builder, body, slabTerms(builder, body, inside.at), place, inside, kind)
  : feeOf(kind)(builder, body, place, inside)

/** Hands a payment to a party or pool, through a named flow, or to the wait for a shared one. */
const pay = (builder: Builder, payment: Payment, within: readonly string[]): void => {
  const { place, target, path, at, kind } = payment
  const { terms, document, root } = builder
  const flow = Object.hasOwn(terms.flows ?? {}, target) ? terms.flows?.[target] : undefined
  const shared = Object.hasOwn(terms.shared ?? {}, target) ? terms.shared?.[target] : undefined
  if (flow === undefined && (shared === undefined || !builder.transfer)) {
    if (shared !== undefined) {
      builder.named.add(target)
      builder.waiting.set(target, [...(builder.waiting.get(target) ?? []), place])
    } else if (knownParty(builder, target, at)) {
      leaf(builder, place.slot, target, path, kind, payment.kept)
    }
    return
  }
  builder.named.add(target)
  if (within.includes(target)) {
    document.faults.push({ _tag: 'FlowCycle', names: [...within, target], path: at })
    return
  }
  builder.written += 1
  if (builder.written > mostWritten) {
    document.faults.push({ _tag: 'FlowsTooLarge', limit: mostWritten, path: at })
    return
  }
  compileEnded(builder, flow ?? shared ?? [], place, {
    path: `${path}/${target}`,
    at: [...root, flow === undefined ? 'shared' : 'flows', target],
    flows: [...within, target],
  })
}

const whenOf = (builder: Builder, body: When, from: Place, inside: Inside): Taken => {
  const path = below(inside, body.id)
  const place = widen(builder, from, 'event', path, inside.at)
  const tests = settleFault(builder)(readTests(body.test, [...inside.at, 'test']), [])
  for (const { attribute } of tests) {
    if (attribute !== 'amount' && attribute !== 'at') {
      builder.document.attributes.add(attribute)
    }
  }
  const [first, rest] = [newSlot(builder, place.scope), newSlot(builder, place.scope)]
  builder.ops.push({ op: 'route', from: place.slot, first, rest, tests })
  const branch = (slot: number, name: 'then' | 'else', steps: Steps) =>
    compileSteps(
      builder,
      steps,
      { ...place, slot },
      {
        path: `${path}/${name}`,
        at: [...inside.at, name],
        flows: inside.flows,
      },
    )
  const left = [branch(first, 'then', body.then), branch(rest, 'else', body.else ?? [])].filter(
    (end) => end !== undefined,
  )
  return left.length === 0 ?
      { payments: [] }
    : { payments: [], rest: gather(builder, left, widest(left), path) }
}

/** Recoupment at its place, and the copy of the target that the advance runs through. */
const advanceOf = (builder: Builder, body: Advance, from: Place, inside: Inside): Taken => {
  if (!paysAsParty(builder, body.from, inside)) return { payments: [], rest: from }
  const taken = recoupOf(builder, body, from, inside)
  addAdvance(builder, body, inside, 'advance')
  return taken
}

/** Money paid by `transfer` events alone: nothing is taken from the flow. */
const paymentOf = (builder: Builder, body: AgreedPayment, from: Place, inside: Inside): Taken => {
  if (paysAsParty(builder, body.from, inside) && differs(builder, body, inside)) {
    builder.document.notes.push({
      _tag: 'MayPay',
      kind: 'payment',
      payer: body.from,
      path: inside.at,
    })
    addAdvance(builder, body, inside, 'payment')
  }
  return { payments: [], rest: from }
}

const addAdvance = (
  builder: Builder,
  body: AgreedPayment,
  inside: Inside,
  kind: 'advance' | 'payment',
): void => {
  const { document, advances } = builder
  if (advances.has(body.id)) {
    document.faults.push({ _tag: 'AdvanceTwice', id: body.id, path: inside.at })
  } else advances.set(body.id, advanceTerms(builder, body, inside, kind))
}

const advanceTerms = (
  builder: Builder,
  body: AgreedPayment,
  inside: Inside,
  kind: 'advance' | 'payment',
): AdvanceTerms => {
  const path = below(inside, body.id)
  const copy = newBuilder({ ...builder, carries: () => ({}), transfer: true })
  pay(
    copy,
    {
      place: { slot: 0, scope: 'life', empty: false },
      target: body.to,
      path,
      at: [...inside.at, 'to'],
      kind,
    },
    [],
  )
  for (const name of copy.named) {
    builder.named.add(name)
    const steps = builder.terms.flows?.[name] ?? builder.terms.shared?.[name] ?? []
    const other = steps.map(kindOf).find((kind) => kind !== 'share' && kind !== 'along')
    if (other !== undefined) {
      builder.document.faults.push({
        _tag: 'AdvanceNotShared',
        step: other,
        path: [...inside.at, 'to'],
      })
    }
  }
  const flow = flowOf(copy)
  const amount =
    body.amount === undefined ?
      right(largestMinor)
    : readAmount(builder.document.currency)(body.amount, [...inside.at, 'amount'])
  return {
    from: body.from,
    kind,
    amount: settleFault(builder)(amount, 0n),
    paid: `paid:${builder.prefix}${path}`,
    path: builder.prefix + path,
    flow: { ...flow, leaves: flow.leaves.map((to) => ({ ...to, kind })) },
  }
}
