/** What the split's faults say. */
import type { Words } from '../core/error.js'
import type { CarriedFault } from './carried.js'
import type { ClaimsFault } from './claims.js'

export const splitWords: Words<CarriedFault['_tag'] | ClaimsFault['_tag']> = {
  NegativeWeight: {
    en: 'weight number {index} (from 0) is below zero; give zero or more',
    zh: '第 {index} 个权重（从 0 起）为负数；请填写零或正数',
  },
  WeightsSumToZero: {
    en: 'none of the {parties} weights is above zero; give at least one',
    zh: '{parties} 个权重没有一个大于零；请至少填写一个正数',
  },
  NegativeTotal: {
    en: 'the total {total} is below zero; split what was earned, and refund by the difference',
    zh: '总额 {total} 为负数；请分配累计额，退款按差额计算',
  },
  PartiesDiffer: {
    en: '{debts} debts for {weights} weights; give one debt for each weight',
    zh: '有 {debts} 个未付余额和 {weights} 个权重；请一一对应',
  },
  NegativeClaim: {
    en: 'claim number {claim} (from 1) is {value}, below zero; give zero or more',
    zh: '第 {claim} 项债权（从 1 起）为 {value}，是负数；请填写零或正数',
  },
  EstateOutOfRange: {
    en: 'the estate {estate} must be at least 0 and at most the claims {claims}; pay claims in full first',
    zh: '可分配额 {estate} 应不小于 0 且不超过债权总额 {claims}；足额时请先全额清偿',
  },
  TooManySums: {
    en: 'the {claims} claims have more than {limit} different sums; use whole claims of a coarser unit',
    zh: '{claims} 项债权的不同部分和超过 {limit} 个；请使用更粗的整数单位',
  },
}
