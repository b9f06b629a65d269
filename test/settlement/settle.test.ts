import { settle } from 'data-dividend'
import {
  conservesEvents,
  ignoresBatches,
  ignoresOrder,
  ignoresParts,
  nobodyPaysForSales,
  refundsUndo,
  settlesOnce,
  stories,
} from 'data-dividend/laws'
import { describe, it } from 'vitest'
import { holds } from '../runs.js'
import { throughJson } from './cases.js'

describe.each(['net', 'original'] as const)('laws under %s refunds', (refunds) => {
  const all = stories({ refunds })
  const laws = {
    conservesEvents: conservesEvents(all, settle),
    nobodyPaysForSales: nobodyPaysForSales(all, settle),
    ignoresBatches: ignoresBatches(throughJson)(all, settle),
    ignoresParts: ignoresParts(all, settle),
    settlesOnce: settlesOnce(all, settle),
    refundsUndo: refundsUndo(all, settle),
  }

  it.each(Object.entries(laws))('%s', (_, law) => {
    holds(law)
  })
})

describe('laws under net refunds', () => {
  it('ignoresOrder', () => {
    holds(ignoresOrder(stories({ refunds: 'net', carry: false, declare: false }), settle))
  })
})
