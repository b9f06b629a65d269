/** The codec of the rules by which a settlement is posted to books. */
import * as t from 'io-ts'
import type { BooksRules } from '../accounting/index.js'
import { amount, date, keys, name } from './agreement.js'
import { fields, names, typed } from './combine.js'
import { anyScalar, anyText } from './scalars.js'

/** Rules of booking as a document holds them. Unknown keys are refused.
 * @example
 * import { booksCodec } from 'data-dividend/codec'
 * booksCodec.is({
 *   books: 'own', entity: 'firm', stance: 'principal', vat: { rate: '6%', amounts: 'inclusive' },
 * }) // => true */
export const booksCodec: t.Type<BooksRules> = typed<BooksRules>(
  fields(
    'books',
    {
      books: name,
      entity: anyText,
      stance: anyText,
      vat: fields(
        'value added tax',
        { rate: anyScalar, amounts: anyText },
        {
          invoicedBy: anyText,
          partnerRates: names(
            'record of rates',
            fields('rate of a partner', { rate: anyScalar }, { creditable: anyText }),
            keys,
          ),
        },
      ),
    },
    {
      stances: fields(
        'stances',
        { attribute: anyText, of: names('record of stances', anyText) },
        {},
      ),
      pools: names('record of pools', anyText, keys),
      clauses: names('record of clauses', fields('clause', { role: anyText }, {}), keys),
      refunds: anyText,
      invoices: t.array(
        fields('invoice', { id: anyText, at: date, party: anyText }, { tax: amount }),
        'list of invoices',
      ),
    },
  ),
)
