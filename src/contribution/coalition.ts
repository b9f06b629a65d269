/** Coalitions as bit masks: bit i stands for the player at position i of the declared order. */

/** The number of members. */
export const sizeOf = (mask: number): number => {
  const pairs = mask - ((mask >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Positions of the members, ascending. */
export const membersOf = (mask: number): readonly number[] => {
  const members: number[] = []
  for (let rest = mask; rest !== 0; rest &= rest - 1) members.push(31 - Math.clz32(rest & -rest))
  return members
}

/** The mask of positions. */
export const maskOf = (positions: readonly number[]): number =>
  positions.reduce((mask, i) => mask | (1 << i), 0)

/** A coalition as people read it: `A+B`, and `∅` for nobody. */
export const coalitionName =
  (players: readonly string[]) =>
  (mask: number): string =>
    mask === 0 ? '∅' : (
      membersOf(mask)
        .map((i) => players[i] ?? '')
        .join('+')
    )

/** All masks in the order by size, lexicographic inside a size, without the empty one:
 * 1, 2, 3, 12, 13, 23, 123. */
export const masksBySize = (n: number): readonly number[] =>
  Array.from({ length: 2 ** n - 1 }, (_, i) => i + 1).sort(
    (a, b) => sizeOf(a) - sizeOf(b) || reversed(n, b) - reversed(n, a),
  )

/** Lexicographic order of member lists is the falling order of masks read from the first player. */
const reversed = (n: number, mask: number): number =>
  membersOf(mask).reduce((sum, i) => sum + 2 ** (n - 1 - i), 0)
