/** The other disclosures of a year: what 财会〔2023〕11号 part 4 asks for beside the tables, filled
 *  from the register; what is missing is named. */
import type { Bilingual } from '../core/error.js'
import { formatAmount } from '../core/money.js'
import { carryingOf, type Asset } from './asset.js'
import type { Books } from './fold.js'
import { vouchersOf } from './tables.js'
import type { AboutAsset } from './record.js'
import type { Role } from './role.js'

/** One disclosure: what can be said, and what is still wanted. 披露事项 */
export interface Note {
  readonly id: string
  readonly title: Bilingual
  readonly said: readonly Bilingual[]
  /** `assets.maps.content`: where the missing text belongs in the register. */
  readonly missing: readonly string[]
}

/** The notes of a year; one that speaks of nothing is left out.
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { keepBooks, notesOf } from 'data-dividend/accounting'
 * const until = orThrow(parseDate('2026-12-31'))
 * const books = orThrow(keepBooks(until)({ register: 'r', currency: 'CNY', events: [] }))
 * notesOf(2026)(books) // => [] */
export const notesOf =
  (year: number) =>
  (books: Books): readonly Note[] =>
    [
      lives(books),
      indefinite(books),
      changes(year, books),
      items(books),
      pledged(books),
      research(year, books),
      losses(year, books),
      held(books),
      inventory(books),
      voluntary(books),
    ].filter(({ said, missing }) => said.length > 0 || missing.length > 0)

const note = (
  id: string,
  zh: string,
  en: string,
  said: readonly Bilingual[],
  missing: readonly string[] = [],
): Note => ({ id, title: { en, zh }, said, missing })

const standing = ({ assets }: Books, assetClass: Asset['class']): readonly Asset[] =>
  assets.filter((one) => one.class === assetClass && one.state !== 'gone')

const aboutOf = ({ register }: Books, id: string): AboutAsset =>
  register.assets !== undefined && Object.hasOwn(register.assets, id) ?
    (register.assets[id] ?? {})
  : {}

const methodNames: Readonly<Record<string, Bilingual>> = {
  straight: { en: 'straight line', zh: '年限平均法' },
  sumOfYears: { en: 'sum of years', zh: '年数总和法' },
  doubleDeclining: { en: 'double declining balance', zh: '双倍余额递减法' },
  vdb: { en: 'double declining balance, then straight line', zh: '双倍余额递减转直线法' },
  units: { en: 'units of use', zh: '工作量法' },
}

const lives = (books: Books): Note =>
  note(
    'lives',
    '使用寿命及摊销方法',
    'Lives and methods of amortisation',
    standing(books, 'intangible').flatMap(({ id, schedule }) => {
      if (schedule === undefined || schedule.indefinite) return []
      const { method, months, totalUnits, rounding } = schedule
      const life = method === 'units' ? String(totalUnits) : String(months)
      const unit = method === 'units' ? { en: 'units', zh: '单位' } : { en: 'months', zh: '个月' }
      const name = methodNames[method] ?? { en: method, zh: method }
      return [
        {
          en: `${id}: ${name.en}, ${life} ${unit.en}, rounding ${rounding}`,
          zh: `${id}：${name.zh}，${life}${unit.zh}，取整方式 ${rounding}`,
        },
      ]
    }),
  )

const indefinite = (books: Books): Note => {
  const money = formatAmount(books.currency)
  const found = standing(books, 'intangible').filter(
    ({ schedule }) => schedule?.indefinite === true,
  )
  const why = (id: string): string =>
    books.register.events.findLast(
      ({ asset, schedule, reason }) =>
        asset === id && schedule?.indefinite === 'yes' && reason !== undefined,
    )?.reason ?? ''
  return note(
    'indefinite',
    '使用寿命不确定的资产及理由',
    'Indefinite lives and why',
    found.map((asset) => ({
      en: `${asset.id}: ${money(carryingOf(asset))}; ${why(asset.id)}`,
      zh: `${asset.id}：账面价值 ${money(carryingOf(asset))}；${why(asset.id)}`,
    })),
    found.filter(({ id }) => why(id) === '').map(({ id }) => `events: reason (${id})`),
  )
}

const changes = (year: number, books: Books): Note => {
  const money = formatAmount(books.currency)
  return note(
    'changes',
    '会计估计变更及其影响',
    'Changes of estimates and their effect',
    books.changes
      .filter(({ at }) => at.startsWith(String(year)))
      .map(({ asset, at, reason, fields, thisYear, later }) => {
        const [now, then] = [money(thisYear), money(later)]
        return {
          en:
            `${asset}, ${at}: ${fields.join(', ')} (${reason}); ` +
            `charge of the year ${now}, of later years ${then}`,
          zh:
            `${asset}，${at}：变更 ${fields.join('、')}（${reason}）；` +
            `影响本期摊销 ${now}，以后期间 ${then}`,
        }
      }),
  )
}

const items = (books: Books): Note => {
  const money = formatAmount(books.currency)
  const found = [...standing(books, 'intangible'), ...standing(books, 'inventory')]
  const content = (id: string): string => aboutOf(books, id).content ?? ''
  return note(
    'items',
    '重要项目的内容、账面价值与剩余期限',
    'Material items: content, carrying amount, remaining term',
    found.map((asset) => {
      const { id, plan } = asset
      const carrying = money(carryingOf(asset))
      const left =
        plan?.weights === undefined ? undefined : plan.weights.length - 1 - (plan.months ?? 0)
      const [en, zh] =
        left === undefined ?
          ['', '']
        : [`; ${String(left)} months left`, `；剩余 ${String(left)} 个月`]
      return {
        en: `${id}: ${content(id)}; ${carrying}${en}`,
        zh: `${id}：${content(id)}；${carrying}${zh}`,
      }
    }),
    found.filter(({ id }) => content(id) === '').map(({ id }) => `assets.${id}.content`),
  )
}

const pledged = (books: Books): Note => {
  const money = formatAmount(books.currency)
  return note(
    'pledged',
    '所有权或使用权受限、用于担保的资产',
    'Restricted or pledged items',
    books.assets.flatMap((asset) => {
      const { id, pledge, state, amortised } = asset
      if (pledge === undefined || state === 'gone') return []
      const [carrying, gone] = [money(carryingOf(asset)), money(amortised)]
      const { holder } = pledge
      const secured = money(pledge.amount)
      return [
        {
          en:
            `${id}: carrying amount ${carrying}, amortised ${gone}, ` +
            `pledged to ${holder} for ${secured}`,
          zh:
            `${id}：账面价值 ${carrying}，累计摊销 ${gone}，` +
            `质押给 ${holder}，担保金额 ${secured}`,
        },
      ]
    }),
  )
}

const research = (year: number, books: Books): Note => {
  const money = formatAmount(books.currency)
  const spent = (role: Role): bigint => debitsOf(year, books, role)
  const [expensed, capitalised] = [spent('rdExpensed'), spent('rdCapitalised')]
  return note(
    'research',
    '研究开发支出：计入当期损益与资本化',
    'Research and development: expensed and capitalised',
    expensed === 0n && capitalised === 0n ?
      []
    : [
        {
          en: `expensed ${money(expensed)}, capitalised ${money(capitalised)}`,
          zh: `费用化 ${money(expensed)}，资本化 ${money(capitalised)}`,
        },
      ],
  )
}

const losses = (year: number, books: Books): Note => {
  const money = formatAmount(books.currency)
  const { within } = vouchersOf(year)(books.vouchers)
  return note(
    'losses',
    '减值与跌价准备的计提、转回及原因',
    'Losses made and reversed, and why',
    within.flatMap(({ at, entries, event }) =>
      entries
        .filter(({ role, asset }) => role === 'impairmentLoss' && asset !== undefined)
        .map(({ asset = '', side, amount }) => {
          const reason = books.register.events.find(({ id }) => id === event)?.reason ?? event
          const [en, zh] = side === 'debit' ? ['loss', '计提'] : ['reversal', '转回']
          return {
            en: `${asset}, ${at}: ${en} ${money(amount)} (${reason})`,
            zh: `${asset}，${at}：${zh} ${money(amount)}（${reason}）`,
          }
        }),
    ),
  )
}

const held = (books: Books): Note => {
  const money = formatAmount(books.currency)
  return note(
    'held',
    '持有待售',
    'Held for sale',
    books.assets
      .filter(({ state }) => state === 'held')
      .map((asset) => ({
        en: `${asset.id}: ${money(carryingOf(asset))}, since ${asset.since}`,
        zh: `${asset.id}：${money(carryingOf(asset))}，自 ${asset.since} 起`,
      })),
  )
}

const inventory = (books: Books): Note =>
  note(
    'inventory',
    '存货发出计价与可变现净值的确定依据',
    'Inventory: cost formula and basis of net realisable value',
    standing(books, 'inventory').length === 0 ?
      []
    : [
        {
          en: 'weighted average on issue; net realisable value is price less cost to complete and to sell',
          zh: '发出采用加权平均法；可变现净值为估计售价减去完工成本、销售费用及相关税费',
        },
      ],
  )

const voluntary = (books: Books): Note =>
  note(
    'voluntary',
    '自愿披露：来源、用途、权利、质量',
    'Voluntary: source, use, rights, quality',
    books.assets.flatMap(({ id }) => {
      const { source, use, rights, quality } = aboutOf(books, id)
      const told = [source, use, rights, quality].filter((text) => text !== undefined)
      const text = told.join('; ')
      return told.length === 0 ? [] : [{ en: `${id}: ${text}`, zh: `${id}：${text}` }]
    }),
  )

const debitsOf = (year: number, books: Books, role: Role): bigint =>
  vouchersOf(year)(books.vouchers)
    .within.flatMap(({ entries }) => entries)
    .filter((entry) => entry.role === role && entry.side === 'debit')
    .reduce((sum, { amount }) => sum + amount, 0n)
