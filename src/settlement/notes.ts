/** What a statement notes: worth a look, but not wrong. */
import type { CivilDate } from '../core/date.js'
import { formatAmount } from '../core/money.js'
import type { Program } from '../agreement/program.js'
import type { SettlementNote } from './fault.js'
import type { State } from './state.js'
import { standing, takenKey } from './walk.js'

/** Notes on a state after a batch. */
export const notesOf = (program: Program, state: State): readonly SettlementNote[] => {
  const money = formatAmount(program.currency)
  const sales = [...state.sales.values()]
  const unseen = program.attributes
    .filter(
      (name) =>
        sales.length > 0 && !sales.some(({ attributes }) => Object.hasOwn(attributes, name)),
    )
    .map((attribute) => ({ _tag: 'AttributeNotSeen', attribute }) as const)
  const debits = [...state.totals]
    .sort(byName)
    .flatMap(([name, amount]) =>
      amount < 0n ? [{ _tag: 'InDebit', name, amount: money(amount) } as const] : [],
    )
  return [...unseen, ...recoupedBeforePaid(program, state), ...debits]
}

const recoupedBeforePaid = (program: Program, state: State): readonly SettlementNote[] => {
  const money = formatAmount(program.currency)
  const counter = (key: string) => state.counters.get(key) ?? 0n
  return program.versions.flatMap(({ from, flow, advances }) => {
    // Advances count over life: any date reads the same.
    const date = from ?? ('0001-01-01' as CivilDate)
    const slots = standing(flow, { date, attributes: {}, counter })
    return [...advances].flatMap(([advance, terms]) => {
      const take = flow.ops.find((op) => op.op === 'take' && op.clause?.key === terms.path)
      const now = take?.op === 'take' ? (slots[take.first] ?? 0n) : 0n
      const recouped = now + counter(takenKey(terms.path))
      const paid = counter(terms.paid)
      return recouped > paid ?
          [
            {
              _tag: 'RecoupedBeforePaid',
              advance,
              recouped: money(recouped),
              paid: money(paid),
            } as const,
          ]
        : []
    })
  })
}

const byName = ([a]: readonly [string, bigint], [b]: readonly [string, bigint]): number =>
  a < b ? -1 : 1
