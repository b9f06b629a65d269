/** The codec of a list of events, as JSON or YAML hold it. */
import * as t from 'io-ts'
import type { EventRecord } from '../settlement/event.js'
import { fields, names } from './combine.js'
import { anyScalar, anyText } from './scalars.js'

/** Events in the order in which they are settled. Keys that are no field are attributes.
 * @example
 * import { eventsCodec } from 'data-dividend/codec'
 * eventsCodec.is([{ id: 's1', at: '2026-01-05', kind: 'sale', amount: '1.00', use: 'research' }])
 * // => true */
export const eventsCodec: t.Type<readonly EventRecord[]> = t.array(
  fields(
    'event',
    { id: anyText, at: anyText, kind: anyText },
    {
      amount: anyScalar,
      of: anyText,
      currency: anyText,
      units: names('record of units', anyScalar),
    },
    anyScalar,
  ),
  'list of events',
) as unknown as t.Type<readonly EventRecord[]>
