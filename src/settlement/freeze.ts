/** What amendments carry, frozen by the first event dated on or after them.
 *
 *  The base of a clause is the counter it had reached in the version before, and what it had
 *  taken; both count on over several amendments. */
import type { CivilDate } from '../core/date.js'
import type { Carry, Program, Version } from '../agreement/program.js'
import { baseKey, standing, takenKey } from './walk.js'

/** The counters to be frozen before an event of a date: empty when there is nothing to do. */
export const freezeCarries = (
  program: Program,
  counter: (key: string) => bigint,
  date: CivilDate,
): ReadonlyMap<string, bigint> => {
  const frozen = new Map<string, bigint>()
  const known = (key: string) => frozen.get(key) ?? counter(key)
  for (const [index, version] of program.versions.entries()) {
    const before = program.versions[index - 1]
    const { from, carries } = version
    if (from === undefined || before === undefined || from > date || carries.length === 0) continue
    if (known(frozenKey(from)) !== 0n) continue
    frozen.set(frozenKey(from), 1n)
    for (const carry of carries) {
      const { base, taken } = carriedFrom(before, carry, from, known)
      frozen.set(baseKey(carry.to), base)
      frozen.set(takenKey(carry.to), taken)
    }
  }
  return frozen
}

/** The counter that says that a version's carries are frozen. */
export const frozenKey = (from: CivilDate): string => `frozen:${from}`

const carriedFrom = (
  before: Version,
  carry: Carry,
  from: CivilDate,
  counter: (key: string) => bigint,
): { readonly base: bigint; readonly taken: bigint } => {
  const take = before.flow.ops.find((op) => op.op === 'take' && op.clause?.key === carry.from)
  if (take?.op !== 'take') return { base: 0n, taken: 0n }
  const slots = standing(before.flow, { date: from, attributes: {}, counter })
  const goesOn =
    take.carried !== undefined &&
    (take.carried.only === undefined || take.carried.only === carry.only)
  return {
    base: (slots[take.from] ?? 0n) + (goesOn ? counter(baseKey(carry.from)) : 0n),
    taken: (slots[take.first] ?? 0n) + (goesOn ? counter(takenKey(carry.from)) : 0n),
  }
}
