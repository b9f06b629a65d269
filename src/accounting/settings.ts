/** The settings of a register: framework, days, chart, tax. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Currency } from '../core/currency.js'
import type { CivilDate } from '../core/date.js'
import type { Bilingual } from '../core/error.js'
import type { Ratio } from '../core/ratio.js'
import { charts, type Account, type Chart } from './chart.js'
import type { AccountingFault } from './fault.js'
import { fieldsAt } from './field.js'
import { frameworks, type Framework, type FrameworkId } from './framework.js'
import type { Register } from './record.js'
import { roles, type Role } from './role.js'

/** Settings as read. */
export interface Settings {
  readonly framework: Framework
  readonly chart: Chart
  readonly from?: CivilDate
  readonly to?: CivilDate
  readonly surcharge: Ratio
  readonly tax?: { readonly rate: Ratio; readonly months: bigint }
}

const frameworkIds: readonly FrameworkId[] = ['cas', 'ifrs', 'us']

/** Reads the settings of a register. @returns Left with the first fault */
export const readSettings =
  (currency: Currency) =>
  (register: Register): Either<AccountingFault, Settings> => {
    const fields = fieldsAt(currency, [])
    const { framework = 'cas', chart = 'enterprise', accounts = {}, tax } = register
    const id = fields.oneOf(frameworkIds, framework, 'framework')
    const [from, to] = (['from', 'to'] as const).map((key) => fields.maybeDate(register[key], key))
    const base: Chart = charts[fields.oneOf(['enterprise', 'small'], chart, 'chart')]
    const own: Partial<Record<Role, Account | undefined>> = { ...base }
    for (const [name, account] of Object.entries(accounts)) {
      const role = fields.oneOf(roles, name, 'accounts', name)
      if (account === 'none') own[role] = undefined
      else {
        const { code, name: title = base[role]?.name ?? name } = account
        own[role] = { code: String(code), name: bothOf(title) }
      }
    }
    const settings: Settings = {
      framework: frameworks[id],
      // Roles without an account are left out.
      chart: Object.fromEntries(Object.entries(own).filter(([, account]) => account !== undefined)),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      surcharge: fields.rate(register.surcharge, 'surcharge'),
      ...(tax === undefined ?
        {}
      : {
          tax: {
            rate: fields.rate(tax.rate, 'tax', 'rate'),
            months: BigInt(fields.count(tax.months, 1, 'tax', 'months')),
          },
        }),
    }
    const fault = fields.fault()
    return fault === undefined ? right(settings) : left(fault)
  }

/** The chart of a register: the shipped one with its own accounts.
 * @returns Left with the first fault of the settings
 * @example
 * import { orThrow } from 'data-dividend'
 * import { chartOf } from 'data-dividend/accounting'
 * const accounts = { bank: { code: '100201', name: '工商银行' } }
 * const chart = orThrow(chartOf({ register: 'r', currency: 'CNY', accounts, events: [] }))
 * chart.bank // => { code: '100201', name: { en: '工商银行', zh: '工商银行' } } */
export const chartOf = (register: Register): Either<AccountingFault, Chart> => {
  const settings = readSettings({ code: register.currency, digits: 2 })(register)
  return isLeft(settings) ? settings : right(settings.right.chart)
}

const bothOf = (text: string | Bilingual): Bilingual =>
  typeof text === 'string' ? { en: text, zh: text } : text
