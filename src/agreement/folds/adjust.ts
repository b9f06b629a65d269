/** A slab that is put right at the close 全额累进，期末调整.
 *
 *  Until the close it takes T(C), the lawful envelope of the slab S; at the close, S(C) − T(C)
 *  goes from what flowed on to the taker, or back. So totals at the close are those of the slab
 *  itself, and nobody pays for a single sale. */
import { periodOf, type Period } from '../../core/date.js'
import type { Scope } from '../program.js'
import { below, type Builder, type Inside, type Place } from '../builder.js'
import type { Fee, StepKind } from '../clause.js'
import { scopeOf, type Taken } from '../fees.js'
import { isMoney, still, type Fold } from '../fold.js'
import { addFold, flowsOn } from '../fold-step.js'
import { takeFrom, type Row } from '../table.js'

/** Compiles a fee with `breaks: adjust`.
 * @param held the rows of the envelope
 * @param slab the rows of the slab itself, both within floor and cap */
export const adjustOf = (
  builder: Builder,
  { id, to, ...body }: Fee,
  { held, slab }: { readonly held: readonly Row[]; readonly slab: readonly Row[] },
  from: Place,
  inside: Inside,
  kind: StepKind,
): Taken => {
  const path = below(inside, id)
  const scope = scopeOf(builder, body, inside.at)
  const { faults, notes, period } = builder.document
  if (scope === 'event') faults.push({ _tag: 'AdjustNeedsClose', path: [...inside.at, 'on'] })
  notes.push({ _tag: 'MayPay', kind: 'breaks: adjust', payer: to, path: inside.at })
  const terms = { held: takeFrom(held), slab: takeFrom(slab), scope, period }
  const step = { id, path, at: inside.at, kind, place: from }
  const [first = 0, rest = 0] = addFold(builder, step, adjustFold(terms), 2)
  const place = flowsOn(builder, first, path, 'to')
  return {
    payments: [{ place, target: to, path, at: [...inside.at, 'to'], kind }],
    rest: flowsOn(builder, rest, path, 'rest'),
  }
}

interface Terms {
  readonly held: (counter: bigint) => bigint
  readonly slab: (counter: bigint) => bigint
  readonly scope: Scope
  readonly period: Period
}

const adjustFold = (terms: Terms): Fold => {
  const { held, slab, scope, period } = terms
  const every = scope === 'life' || scope === 'event' ? period : scope
  const ends = (name: string): string => (scope === 'life' ? '' : `@${name}`)
  return {
    falls: true,
    arrive: ({ own }, arrival) => {
      if (isMoney(arrival)) {
        const end = ends(periodOf(every)(arrival.date))
        const came = own(`came${end}`)
        const now = held(came + arrival.amount) - held(came)
        return {
          parts: [now, arrival.amount - now],
          set: {
            [`came${end}`]: came + arrival.amount,
            [`given${end}`]: own(`given${end}`) + now,
          },
        }
      }
      if (arrival.kind !== 'close' || arrival.every !== every) return still(2)
      const end = ends(arrival.period ?? '')
      const came = own(`came${end}`)
      const change = slab(came) - own(`given${end}`)
      return { parts: [change, -change], set: { [`given${end}`]: slab(came) } }
    },
    reason:
      ({ own }, arrival, { money }) =>
      (out) => {
        if (isMoney(arrival)) {
          const came = own(`came${ends(periodOf(every)(arrival.date))}`)
          return {
            formula: out === 0 ? 'after − before' : 'amount − (after − before)',
            inputs: [
              { label: 'amount', value: money(arrival.amount) },
              { label: 'after', value: money(held(came + arrival.amount)), source: 'envelope' },
              { label: 'before', value: money(held(came)), source: 'envelope' },
            ],
          }
        }
        const end = ends(arrival.period ?? '')
        const came = own(`came${end}`)
        return {
          formula: out === 0 ? 'slab − given' : 'given − slab',
          inputs: [
            { label: 'slab', value: money(slab(came)), source: `of ${money(came)}` },
            { label: 'given', value: money(own(`given${end}`)), source: 'envelope, closes before' },
          ],
        }
      },
  }
}
