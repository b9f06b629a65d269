/** Recognition as gates, each with its reason: intangible, inventory, development, expense, none.
 *
 *  Purpose of holding, way of formation, business model and expected consumption decide the class
 *  (财会〔2023〕11号 part 2); the amount is never an appraisal's (财会〔2025〕33号). Development counts
 *  from the day on which all conditions hold, five under 企业会计准则第6号 art. 9, six under IAS 38.57;
 *  US GAAP expenses it (ASC 730). A list of customers or a brand of one's own never is an asset
 *  (IAS 38.63). Data of which copies are sold again and again while the firm keeps them is no
 *  stock: `licence`. */
import type { Bilingual } from '../core/error.js'
import { frameworks, type FrameworkId } from './framework.js'

/** What decides. 确认的判断依据 */
export interface Recognition {
  /** use: 自用; serve: 对外提供服务而保留; licence: 反复授权; sale: 以出售为最终目的. */
  readonly purpose: 'use' | 'serve' | 'licence' | 'sale'
  readonly formed: 'bought' | 'made' | 'contributed' | 'other'
  /** A service bought for data (cleaning, labelling …) that is no asset in itself. */
  readonly serviceOnly?: boolean
  readonly ownedOrControlled: boolean
  readonly benefitsProbable: boolean
  readonly costMeasurable: boolean
  /** Spending that was expensed before 2024 or in an earlier period. */
  readonly expensedBefore: boolean
  readonly amountFrom: 'cost' | 'agreed' | 'appraisal'
  /** Conditions of development with evidence, by id. */
  readonly evidence?: readonly string[]
  /** Whether the development is finished; bought data is. */
  readonly finished?: boolean
  readonly customerListOrBrand?: boolean
}

export type RecognisedAs = 'intangible' | 'inventory' | 'development' | 'expense' | 'notRecognised'

/** One question, and what its answer rests on. */
export interface Gate {
  readonly id: string
  readonly passed: boolean
  readonly reason: Bilingual
  readonly source: string
}

export interface Recognised {
  readonly as: RecognisedAs
  readonly gates: readonly Gate[]
}

/** Judges one case; the first gate that fails decides.
 * @returns every gate that was asked, in order
 * @example
 * import { recognise } from 'data-dividend/accounting'
 * recognise('cas')({
 *   purpose: 'use', formed: 'bought', ownedOrControlled: true, benefitsProbable: true,
 *   costMeasurable: true, expensedBefore: false, amountFrom: 'appraisal',
 * }).as // => 'notRecognised' */
export const recognise =
  (framework: FrameworkId) =>
  (recognition: Recognition): Recognised => {
    const { purpose, formed, serviceOnly = false, finished = true } = recognition
    const asked = serviceOnly ? [] : gatesOf(framework, recognition)
    const failed = asked.find(({ passed }) => !passed)
    const isStock = purpose === 'sale'
    const as: RecognisedAs =
      serviceOnly ? 'expense'
      : failed !== undefined ?
        failed.id === 'development' ?
          'expense'
        : 'notRecognised'
      : isStock ? 'inventory'
      : formed === 'made' && !finished ? 'development'
      : 'intangible'
    return { as, gates: asked }
  }

const gatesOf = (framework: FrameworkId, r: Recognition): readonly Gate[] => {
  const { conditions, development } = frameworks[framework]
  const missing = conditions.filter((one) => r.evidence?.includes(one) !== true)
  const own = r.formed === 'made' && r.purpose !== 'sale'
  return [
    gate('control', r.ownedOrControlled, reasons.control, '财会〔2023〕11号'),
    gate('benefits', r.benefitsProbable, reasons.benefits, '企业会计准则第6号 art. 4; IAS 38.21'),
    gate('measurable', r.costMeasurable, reasons.measurable, '企业会计准则第6号 art. 4; IAS 38.21'),
    gate('expensed', !r.expensedBefore, reasons.expensed, '财会〔2023〕11号; IAS 38.71'),
    gate('appraisal', r.amountFrom !== 'appraisal', reasons.appraisal, '财会〔2025〕33号'),
    gate('brand', r.customerListOrBrand !== true || !own, reasons.brand, 'IAS 38.63'),
    ...(own ?
      [
        development ?
          gate(
            'development',
            missing.length === 0,
            {
              en: `evidence is missing for: ${missing.join(', ') || 'nothing'}`,
              zh: `缺少证据的条件：${missing.join('、') || '无'}`,
            },
            '企业会计准则第6号 art. 9; IAS 38.57',
          )
        : gate('development', false, reasons.development, 'ASC 730'),
      ]
    : []),
  ]
}

const gate = (id: string, passed: boolean, reason: Bilingual, source: string): Gate => ({
  id,
  passed,
  reason,
  source,
})

const reasons = {
  control: {
    en: 'the firm must own or control the data lawfully',
    zh: '企业须合法拥有或控制该数据资源',
  },
  benefits: {
    en: 'economic benefits must be probable',
    zh: '经济利益须很可能流入企业',
  },
  measurable: {
    en: 'the cost must be measured reliably',
    zh: '成本须能够可靠计量',
  },
  expensed: {
    en: 'what was expensed before is not brought back',
    zh: '前期已费用化的支出不得再资本化',
  },
  appraisal: {
    en: 'an appraised value is no basis of a booking',
    zh: '评估值不得作为入账或调账的依据',
  },
  brand: {
    en: "customer lists and brands of one's own are never assets",
    zh: '自创客户名单、品牌等不得确认为资产',
  },
  development: {
    en: 'own development is expensed',
    zh: '自行研发支出费用化',
  },
} satisfies Readonly<Record<string, Bilingual>>
