/** The end of a month: charges, research to profit, production to inventory, tax, finance.
 *
 *  In December deferred tax moves to t·max(0, tax base − carrying) and t·max(0, carrying − tax
 *  base), asset by asset (企业会计准则第18号). */
import { divHalfUp } from '../core/divide.js'
import { carryingOf, type Asset } from './asset.js'
import { post, type MutableBooks } from './books.js'
import { chargeInPlace, chargeRoles } from './charge.js'
import { deferredTax } from './deferred-tax.js'
import { credit, debit, type Entry } from './journal.js'
import { lastDay, monthOf, monthText, type Month } from './month.js'
import { moveOf } from './move.js'
import type { UseOf } from './event.js'
import type { Column } from './move.js'

/** Posts all that a month's end posts. */
export const endMonth = (books: MutableBooks, month: Month): void => {
  chargeAll(books, month)
  unwindDebts(books, month)
  closeResearch(books, month)
  transferVat(books, month)
  if (month % 12 === 11) postDeferredTax(books, month)
}

const aboutMonth = (what: string, month: Month) => ({
  id: `${what}:${monthText(month)}`,
  event: `month:${monthText(month)}`,
  at: lastDay(month),
})

const chargeAll = (books: MutableBooks, month: Month): void => {
  const credits: Entry[] = []
  const sums = new Map<UseOf, Record<Column, bigint>>()
  const served = new Map<string, bigint>()
  for (const asset of books.assets.values()) {
    const charge = chargeInPlace(asset, month)
    if (charge === undefined || charge === 0n) continue
    const { id, use, column, serves } = asset
    credits.push({ role: 'accumulatedAmortisation', side: 'credit', amount: charge, asset: id })
    const columns = sums.get(use)
    if (columns === undefined) sums.set(use, { bought: 0n, made: 0n, other: 0n, [column]: charge })
    else columns[column] += charge
    if (use === 'production' && serves !== undefined) add(served, serves, charge)
  }
  const byUse = [...sums]
  post(books, {
    ...aboutMonth('charge', month),
    text: { en: `amortisation of ${monthText(month)}`, zh: `${monthText(month)} 摊销` },
    entries: [
      ...byUse.map(([use, { bought, made, other }]) =>
        debit(chargeRoles[use], bought + made + other),
      ),
      ...credits,
    ],
    moves: byUse.flatMap(([, columns]) =>
      (['bought', 'made', 'other'] as const).map((column) =>
        moveOf('I', column)('amortisation.increase', columns[column]),
      ),
    ),
  })
  for (const [id, amount] of served) serve(books, month, id, amount)
}

/** What serves production becomes cost of the inventory that is produced. */
const serve = (books: MutableBooks, month: Month, id: string, amount: bigint): void => {
  const asset = books.assets.get(id)
  if (asset?.class !== 'inventory' || asset.state === 'gone') return
  books.assets.set(id, { ...asset, cost: asset.cost + amount })
  post(books, {
    ...aboutMonth(`production:${id}`, month),
    text: { en: `production of ${id}`, zh: `${id} 生产成本结转` },
    entries: [debit('inventory', amount, { asset: id }), credit('production', amount)],
    moves: [moveOf('II', asset.column)('cost.increase.processing', amount)],
  })
}

const unwindDebts = (books: MutableBooks, month: Month): void => {
  const due = books.dues.filter(({ at }) => monthOf(at) <= month)
  for (const { at, asset, interest, payment, index } of due) {
    post(books, {
      id: `instalment:${asset}:${String(index)}`,
      event: `instalment:${asset}`,
      at,
      text: {
        en: `instalment ${String(index)} of ${asset}`,
        zh: `${asset} 第${String(index)}期付款`,
      },
      entries: [
        debit('longPayable', payment, { asset }),
        credit('bank', payment),
        debit('finance', interest),
        credit('unrecognisedFinance', interest, { asset }),
      ],
    })
  }
  if (due.length > 0) books.dues = books.dues.filter((one) => !due.includes(one))
}

const closeResearch = (books: MutableBooks, month: Month): void => {
  const spent = books.sums.get('rdExpensed') ?? 0n
  post(books, {
    ...aboutMonth('research', month),
    text: { en: 'research to profit', zh: '费用化支出结转' },
    entries: [debit('rdExpense', spent), credit('rdExpensed', spent)],
  })
}

const transferVat = (books: MutableBooks, month: Month): void => {
  const owed = -(['inputVat', 'inputVatOut', 'outputVat', 'vatTransfer'] as const).reduce(
    (sum, role) => sum + (books.sums.get(role) ?? 0n),
    0n,
  )
  if (owed <= 0n) return
  const { num, den } = books.surcharge
  const surcharge = divHalfUp(owed * num, den)
  post(books, {
    ...aboutMonth('vat', month),
    text: { en: 'VAT to be paid', zh: '转出未交增值税' },
    entries: [
      debit('vatTransfer', owed),
      credit('unpaidVat', owed),
      debit('surcharge', surcharge),
      credit('surchargePayable', surcharge),
    ],
  })
}

const postDeferredTax = (books: MutableBooks, month: Month): void => {
  const { tax } = books
  if (tax === undefined) return
  let [assets, liabilities] = [0n, 0n]
  for (const asset of books.assets.values()) {
    const base = taxBaseOf(asset, tax.months, month)
    if (base === undefined) continue
    const { dta, dtl } = deferredTax(tax.rate)({ taxBase: base, carrying: carryingOf(asset) })
    assets += dta
    liabilities += dtl
  }
  const up = assets - (books.sums.get('deferredTaxAsset') ?? 0n)
  const more = liabilities + (books.sums.get('deferredTaxLiability') ?? 0n)
  post(books, {
    ...aboutMonth('tax', month),
    text: { en: 'deferred tax', zh: '递延所得税' },
    entries: [
      debit('deferredTaxAsset', up),
      credit('incomeTax', up),
      debit('incomeTax', more),
      credit('deferredTaxLiability', more),
    ],
  })
}

/** What the tax law lets be deducted yet. */
const taxBaseOf = (asset: Asset, months: bigint, month: Month): bigint | undefined => {
  if (asset.state === 'gone' || asset.class === 'project') return undefined
  if (asset.class === 'inventory' || asset.readyMonth === undefined) return asset.cost
  const gone = BigInt(month - asset.readyMonth + 1)
  return gone >= months ? 0n : asset.cost - divHalfUp(asset.cost * gone, months)
}

const add = <K>(sums: Map<K, bigint>, key: K, amount: bigint): void => {
  sums.set(key, (sums.get(key) ?? 0n) + amount)
}
