/** What the split's faults say. */
import type { Words } from '../core/error.js'
import type { CarriedFault } from './carried.js'

export const splitWords: Words<CarriedFault['_tag']> = {
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
}
