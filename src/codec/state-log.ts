/** The events that a state keeps for replays. */
import type * as t from 'io-ts'
import type { Path } from '../core/error.js'
import { formatRatio } from '../core/ratio.js'
import type { SettlementEvent } from '../settlement/event.js'
import { fields, names } from './combine.js'
import { units, unitsJson, type Scalars } from './minor.js'
import { anyText } from './scalars.js'

export const logged = fields(
  'event',
  { id: anyText, at: anyText, kind: anyText, attributes: names('record of texts', anyText) },
  {
    of: anyText,
    amount: anyText,
    withheld: anyText,
    units,
    scale: anyText,
    value: anyText,
    perUnit: anyText,
  },
)

/** An event as it is written. */
export const eventJson = (event: SettlementEvent, money: (minor: bigint) => string) => {
  const { amount, withheld, units, scale, value, perUnit } = event
  return {
    ...event,
    amount: amount === undefined ? undefined : money(amount),
    withheld: withheld === undefined ? undefined : money(withheld),
    units: units?.map(unitsJson),
    scale: scale?.toString(),
    value: value && formatRatio(value),
    perUnit: perUnit && formatRatio(perUnit),
  }
}

/** An event of a log. */
export const eventOf = (
  event: t.TypeOf<typeof logged>,
  { amount, date, whole, ratio, unitsOf, kind }: Scalars,
  at: Path,
): SettlementEvent => ({
  id: event.id,
  at: date(event.at, [...at, 'at']),
  kind: kind(event.kind, [...at, 'kind']),
  ...(event.of !== undefined && { of: event.of }),
  ...(event.amount && { amount: amount(event.amount, [...at, 'amount']) }),
  ...(event.withheld && { withheld: amount(event.withheld, [...at, 'withheld']) }),
  ...(event.units && { units: unitsOf(event.units, [...at, 'units']) }),
  ...(event.scale && { scale: whole(event.scale, [...at, 'scale']) }),
  ...(event.value && { value: ratio(event.value, [...at, 'value']) }),
  ...(event.perUnit && { perUnit: ratio(event.perUnit, [...at, 'perUnit']) }),
  attributes: event.attributes,
})
