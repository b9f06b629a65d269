/** The entries of one event of a settlement, by stance, line by line. */
import type { Line } from '../settlement/state.js'
import { credit, debit, type Entry } from './journal.js'
import { noVat, type Stance } from './read-books.js'
import { expenseOf, payableOf } from './settlement-roles.js'
import { noteTax, type MutableWork } from './settlement-work.js'

/** @param sale the sale that the event is or refunds; none for transfers */
export const entriesOf = (
  work: MutableWork,
  stance: Stance,
  sale: string | undefined,
  lines: readonly Line[],
): readonly Entry[] => {
  const { books, tax } = work
  const isOwn = ({ party }: Line) => party === books.entity
  if (stance === 'recipient') return lines.filter(isOwn).flatMap((line) => ownLine(work, line))
  const others = lines.filter((line) => !isOwn(line))
  const recouped = sale === undefined ? [] : lines.filter((l) => isOwn(l) && l.kind === 'advance')
  const gross = lines.reduce((sum, { amount }) => sum + amount, 0n)
  if (stance === 'principal' || sale === undefined) {
    const sold = sale === undefined ? { net: 0n, tax: 0n } : tax(`sale:${sale}`, books.rate, gross)
    return [
      debit('receivable', sold.net + sold.tax),
      credit('revenue', sold.net),
      credit('outputVat', sold.tax),
      ...others.flatMap((line) => otherLine(work, line, sale !== undefined, stance)),
      ...recouped.flatMap(({ amount }) => [debit('cost', amount), credit('prepaid', amount)]),
    ]
  }
  return agentSale(work, sale, gross, lines)
}

/** A sale that an agent collects: others' lines are held for them, its own are its fee. */
const agentSale = (
  work: MutableWork,
  sale: string,
  gross: bigint,
  lines: readonly Line[],
): readonly Entry[] => {
  const { books, tax } = work
  const held: Entry[] = []
  let [collected, fee, vat, back] = [0n, 0n, 0n, 0n]
  for (const line of lines) {
    const { party, amount, kind, path } = line
    if (party !== books.entity) {
      const { rate } = books.partners.get(party) ?? noVat
      const cut = tax(`${party}:${path}`, rate, amount)
      const later = books.invoicesAll ? cut.tax : 0n
      noteTax(work, party, later, 'later')
      noteTax(work, party, cut.tax - later, 'now')
      held.push(credit('heldForPartner', cut.net + cut.tax - later, { party }))
      collected += cut.net + cut.tax
    } else if (kind === 'advance') {
      back += amount
      collected += amount
    } else {
      const own = tax(`own:${path}`, books.rate, amount)
      fee += own.net
      vat += own.tax
      collected += own.net + own.tax
    }
  }
  const fees = [credit('prepaid', back), ...held]
  if (!books.invoicesAll) {
    return [
      debit('receivable', collected),
      credit('otherRevenue', fee),
      credit('outputVat', vat),
      ...fees,
    ]
  }
  const whole = tax(`sale:${sale}`, books.rate, gross)
  const net = fees.reduce((sum, { amount }) => sum + amount, 0n)
  return [
    debit('receivable', whole.net + whole.tax),
    credit('outputVat', whole.tax),
    credit('otherRevenue', whole.net - net),
    ...fees,
  ]
}

/** A line of another party: a cost, and what is owed. */
const otherLine = (
  work: MutableWork,
  line: Line,
  inSale: boolean,
  stance: Stance,
): readonly Entry[] => {
  const { books, pools } = work
  const { party, amount, kind, path } = line
  const pool = pools.get(party)
  const of = pools.get(line.of ?? '')
  if (pool === 'equity') return []
  if (pool === 'excess') return [debit('revenue', amount), credit('contractLiability', amount)]
  const payable = payableOf(line, pool, of, stance)
  const expense = books.clauses.get(clauseOf(path)) ?? expenseOf(kind, inSale, of)
  const own = books.partners.get(party) ?? noVat
  const taxed =
    kind === 'dividend' || kind === 'succession' || kind === 'hold' || pool !== undefined
  const cut = work.tax(`${party}:${path}`, taxed ? noVat.rate : own.rate, amount)
  const now = own.creditable ? cut.net : cut.net + cut.tax
  noteTax(work, party, cut.tax, own.creditable ? 'later' : 'now')
  return [debit(expense, now), credit(payable, now, { party })]
}

/** A line of the entity, in the books of one that is paid. */
const ownLine = (work: MutableWork, line: Line): readonly Entry[] => {
  const { books, pools, state } = work
  const { amount, kind, path, of = '' } = line
  if (kind === 'dividend' && pools.get(of) === 'equity') {
    return [debit('dividendReceivable', amount), credit('investmentIncome', amount)]
  }
  if (kind === 'advance' && !state.sales.has(line.event) && !state.sales.has(of)) {
    return [debit('receivable', amount), credit('contractLiability', amount)]
  }
  const { net, tax } = work.tax(`own:${path}`, books.rate, amount)
  return [
    debit('receivable', net + tax),
    credit(kind === 'interest' ? 'otherIncome' : 'revenue', net),
    credit('outputVat', tax),
  ]
}

const clauseOf = (path: string): string => path.split('/').at(-1) ?? path
