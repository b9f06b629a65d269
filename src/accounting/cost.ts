/** Initial cost by named item: what goes into the cost of a data asset and what is expensed.
 *
 *  cost = Σ items in cost + tax that is not creditable; the rest is an expense by its role. An
 *  appraised value is never a cost. Source: 财会〔2023〕11号 part 2; 企业会计准则第6号 art. 12;
 *  财会〔2025〕33号 (an appraised value may not be the basis of a booking) */
import type { Bilingual } from '../core/error.js'
import type { Role } from './role.js'

/** An item of cost as read, minor units. */
export interface Item {
  readonly item: ItemId
  readonly amount: bigint
  readonly vat: bigint
  readonly creditable: boolean
}

/** Which classes an item belongs to the cost of; the role of what it is elsewhere. */
interface Kind {
  readonly name: Bilingual
  readonly in: readonly ('intangible' | 'inventory')[]
  readonly else: Role
}

const both = ['intangible', 'inventory'] as const
const kind = (zh: string, en: string, where: Kind['in'], role: Role = 'admin'): Kind => ({
  name: { en, zh },
  in: where,
  else: role,
})

/** The items by id. */
export const costItems = {
  price: kind('购买价款', 'price', both),
  tax: kind('相关税费', 'related taxes', both),
  collection: kind('数据采集', 'collection', ['inventory']),
  masking: kind('脱敏', 'masking', both),
  cleaning: kind('清洗', 'cleaning', both),
  labelling: kind('标注', 'labelling', both),
  integration: kind('整合', 'integration', both),
  analysis: kind('分析', 'analysis', both),
  visualisation: kind('可视化', 'visualisation', both),
  title: kind('权属鉴证', 'title attestation', both),
  quality: kind('质量评估', 'quality assessment', both),
  registration: kind('登记结算', 'registration and settlement', both),
  security: kind('安全管理', 'security', both),
  insurance: kind('保险费', 'insurance', ['inventory']),
  otherDirect: kind('其他直接成本', 'other direct cost', both),
  training: kind('培训', 'training', []),
  promotion: kind('推广', 'promotion', [], 'selling'),
  overhead: kind('一般管理费用', 'general overhead', []),
  afterReady: kind('达到预定用途后的支出', 'spending after it is ready', []),
} as const satisfies Readonly<Record<string, Kind>>

/** 成本项目 */
export type ItemId = keyof typeof costItems

/** What a purchase comes to. Minor units. */
export interface Cost {
  readonly cost: bigint
  readonly expenses: readonly (readonly [role: Role, amount: bigint])[]
  readonly inputVat: bigint
  /** What is owed for all of it. */
  readonly gross: bigint
}

/** Builds the cost of a class of asset from its items.
 *
 *  cost + Σ expenses + inputVat = gross
 * @example
 * import { costOf } from 'data-dividend/accounting'
 * costOf('intangible')([
 *   { item: 'price', amount: 100n, vat: 6n, creditable: true },
 *   { item: 'training', amount: 8n, vat: 0n, creditable: true },
 * ]) // => { cost: 100n, expenses: [['admin', 8n]], inputVat: 6n, gross: 114n } */
export const costOf =
  (assetClass: 'intangible' | 'inventory') =>
  (items: readonly Item[]): Cost => {
    const expenses = new Map<Role, bigint>()
    let [cost, inputVat, gross] = [0n, 0n, 0n]
    for (const { item, amount, vat, creditable } of items) {
      const { in: where, else: role }: Kind = costItems[item]
      const whole = creditable ? amount : amount + vat
      if (where.includes(assetClass)) cost += whole
      else expenses.set(role, (expenses.get(role) ?? 0n) + whole)
      if (creditable) inputVat += vat
      gross += amount + vat
    }
    return { cost, expenses: [...expenses], inputVat, gross }
  }
