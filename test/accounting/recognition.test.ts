import { recognise, type Recognition } from 'data-dividend/accounting'
import { describe, expect, it } from 'vitest'

const bought: Recognition = {
  purpose: 'use',
  formed: 'bought',
  ownedOrControlled: true,
  benefitsProbable: true,
  costMeasurable: true,
  expensedBefore: false,
  amountFrom: 'cost',
}
const five = ['feasibility', 'intention', 'benefits', 'resources', 'measurable']

describe('recognition', () => {
  it.each([
    ['bought for use', bought, 'intangible'],
    ['to serve customers', { ...bought, purpose: 'serve' }, 'intangible'],
    ['copies licensed again and again', { ...bought, purpose: 'licence' }, 'intangible'],
    ['held for sale in ordinary activity', { ...bought, purpose: 'sale' }, 'inventory'],
    [
      'contributed at the agreed value',
      { ...bought, formed: 'contributed', amountFrom: 'agreed' },
      'intangible',
    ],
    ['a service bought for data', { ...bought, serviceOnly: true }, 'expense'],
    ['developed and finished', { ...bought, formed: 'made', evidence: five }, 'intangible'],
    [
      'in development',
      { ...bought, formed: 'made', evidence: five, finished: false },
      'development',
    ],
    [
      'developed without a condition',
      { ...bought, formed: 'made', evidence: five.slice(1) },
      'expense',
    ],
    ['processed for sale', { ...bought, formed: 'made', purpose: 'sale' }, 'inventory'],
  ] as const)('%s', (_, recognition, as) => {
    expect(recognise('cas')(recognition).as).toBe(as)
  })

  it.each([
    ['control', { ownedOrControlled: false }],
    ['benefits', { benefitsProbable: false }],
    ['measurable', { costMeasurable: false }],
    ['expensed', { expensedBefore: true }],
    ['appraisal', { amountFrom: 'appraisal' }],
    ['brand', { formed: 'made', customerListOrBrand: true, evidence: five }],
  ] as const)('the gate %s fails alone, with its reason', (id, change) => {
    const { as, gates } = recognise('cas')({ ...bought, ...change })
    expect(as).toBe('notRecognised')
    const failed = gates.filter(({ passed }) => !passed)
    expect(failed.map((gate) => gate.id)).toEqual([id])
    expect(failed[0]?.reason.zh).not.toBe('')
  })

  it('a bought list of customers may be an asset', () => {
    expect(recognise('cas')({ ...bought, customerListOrBrand: true }).as).toBe('intangible')
  })

  it('IFRS counts six conditions, US GAAP expenses development', () => {
    const made: Recognition = { ...bought, formed: 'made', evidence: five }
    const ifrs = recognise('ifrs')(made)
    expect(ifrs.as).toBe('expense')
    expect(ifrs.gates.at(-1)?.reason.en).toBe('evidence is missing for: ability')
    expect(recognise('ifrs')({ ...made, evidence: [...five, 'ability'] }).as).toBe('intangible')
    const us = recognise('us')({ ...made, evidence: [...five, 'ability'] })
    expect([us.as, us.gates.at(-1)?.source]).toEqual(['expense', 'ASC 730'])
  })
})
