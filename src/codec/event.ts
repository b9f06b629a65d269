/** The codec of a list of events, as JSON or YAML hold it. */
import * as t from 'io-ts'
import type { EventRecord } from '../settlement/event.js'
import { fields, names, scalar } from './combine.js'

const value = scalar('text', {})

/** Events in the order in which they are settled. Keys that are no field are attributes.
 * @example
 * import { eventsCodec } from 'data-dividend/codec'
 * eventsCodec.is([{ id: 's1', at: '2026-01-05', kind: 'sale', amount: '1.00', use: 'research' }])
 * // => true */
export const eventsCodec: t.Type<readonly EventRecord[]> = t.array(
  fields(
    'event',
    { id: t.string, at: t.string, kind: t.string },
    {
      amount: value,
      of: t.string,
      currency: t.string,
      units: names('record of units', value),
    },
    value,
  ),
  'list of events',
) as unknown as t.Type<readonly EventRecord[]>
