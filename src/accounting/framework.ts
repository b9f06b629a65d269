/** Where CAS, IFRS and US GAAP part, as data: each figure that differs names its switch.
 *
 *  Source: 企业会计准则第6、8、42号, 财会〔2023〕11号; IAS 36.59, 36.114–117, 36.124, IAS 38.57,
 *  IAS 2.33, IFRS 5.21; ASC 730, ASC 360-10-35-17, ASC 330-10-35 */
import type { Bilingual } from '../core/error.js'

export type FrameworkId = 'cas' | 'ifrs' | 'us'

/** 会计准则体系的差异 */
export interface Framework {
  readonly id: FrameworkId
  readonly name: Bilingual
  /** recoverable: carrying against the higher of fair value less cost and value in use;
   * twoSteps: only where carrying exceeds undiscounted flows, then down to fair value. */
  readonly impairment: 'recoverable' | 'twoSteps'
  /** Whether an intangible's loss is taken back, up to carrying without the loss. */
  readonly reversal: boolean
  /** Whether a write-down of inventory is taken back. */
  readonly inventoryReversal: boolean
  /** Whether own development is an asset once its conditions are met. */
  readonly development: boolean
  /** What must be evidenced before development is capitalised. */
  readonly conditions: readonly string[]
  /** How far a value recovers while held for sale: the loss since, or all past losses. */
  readonly recovery: 'sinceHeld' | 'allLosses'
  /** Whether goodwill takes a group's loss first. */
  readonly goodwillFirst: boolean
  /** Whether the balance sheet has a line of its own for data. */
  readonly subLine: boolean
}

const five = ['feasibility', 'intention', 'benefits', 'resources', 'measurable']

/** The frameworks by id. */
export const frameworks: Readonly<Record<FrameworkId, Framework>> = {
  cas: {
    id: 'cas',
    name: { en: 'CAS', zh: '企业会计准则' },
    impairment: 'recoverable',
    reversal: false,
    inventoryReversal: true,
    development: true,
    conditions: five,
    recovery: 'sinceHeld',
    goodwillFirst: true,
    subLine: true,
  },
  ifrs: {
    id: 'ifrs',
    name: { en: 'IFRS', zh: '国际财务报告准则' },
    impairment: 'recoverable',
    reversal: true,
    inventoryReversal: true,
    development: true,
    conditions: [...five, 'ability'],
    recovery: 'allLosses',
    goodwillFirst: true,
    subLine: false,
  },
  us: {
    id: 'us',
    name: { en: 'US GAAP', zh: '美国公认会计原则' },
    impairment: 'twoSteps',
    reversal: false,
    inventoryReversal: false,
    development: false,
    conditions: [],
    recovery: 'sinceHeld',
    goodwillFirst: false,
    subLine: false,
  },
}
