/** The split rules by name, as functions of weights and a total. */
import { apportion, orThrow, share, shareWithRest } from 'data-dividend'
import type { SplitRule } from 'data-dividend/laws'

export const tree: SplitRule = (weights) => (total) => orThrow(share(weights)(total))

export const by =
  (method: 'webster' | 'dhondt' | 'largest'): SplitRule =>
  (weights) =>
  (total) =>
    orThrow(apportion(method)(weights)(total))

/** The rest to one party, counted round the list. */
export const rest =
  (named: number): SplitRule =>
  (weights) =>
  (total) =>
    orThrow(shareWithRest(named % weights.length)(weights)(total))

export const rules: Readonly<Record<string, SplitRule>> = {
  tree,
  webster: by('webster'),
  dhondt: by('dhondt'),
  largest: by('largest'),
  rest: rest(2),
}

export const whole = (texts: readonly string[]): readonly bigint[] => texts.map(BigInt)
