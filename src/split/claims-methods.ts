/** The registry of claims rules: each with its names, its source and what it is dual to. */
import type { Bilingual } from '../core/error.js'
import {
  adjustedProportional,
  equalAwards,
  equalLosses,
  minimalOverlap,
  piniles,
  proportionalAwards,
  randomArrival,
  talmud,
  type ClaimsRule,
} from './claims.js'

/** A claims rule as users choose it. */
export interface ClaimsMethod {
  readonly id: string
  readonly name: Bilingual
  readonly source: string
  /** E given and losses shared are the same rule. */
  readonly selfDual: boolean
  readonly rule: ClaimsRule
}

const method = (
  id: string,
  en: string,
  zh: string,
  source: string,
  selfDual: boolean,
  rule: ClaimsRule,
): ClaimsMethod => ({ id: `claims.${id}`, name: { en, zh }, source, selfDual, rule })

/** All claims rules. */
export const claimsMethods: readonly ClaimsMethod[] = [
  method('proportional', 'Proportional', '比例规则', 'Moulin 2002', true, proportionalAwards),
  method(
    'cea',
    'Constrained equal awards',
    '受限等额受偿',
    'Maimonides; Dagan 1996',
    false,
    equalAwards,
  ),
  method(
    'cel',
    'Constrained equal losses',
    '受限等额损失',
    'Maimonides; Herrero & Villar 2001',
    false,
    equalLosses,
  ),
  method('talmud', 'Talmud', '塔木德规则', 'Aumann & Maschler 1985', true, talmud),
  method('piniles', 'Piniles', '皮尼莱斯规则', 'Piniles 1861', false, piniles),
  method('random-arrival', 'Random arrival', '随机到达', "O'Neill 1982", true, randomArrival),
  method(
    'adjusted-proportional',
    'Adjusted proportional',
    '调整比例',
    'Curiel, Maschler, Tijs 1987',
    true,
    adjustedProportional,
  ),
  method('minimal-overlap', 'Minimal overlap', '最小重叠', "O'Neill 1982", false, minimalOverlap),
]
