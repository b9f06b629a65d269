/** Generating by choices: a list of numbers is read as decisions, one after the other.
 *
 *  When the list ends every decision is 0, which builders make the simplest one. So a shorter
 *  list, or one with smaller numbers, is a smaller case, and fast-check shrinks agreements as
 *  well as it shrinks lists. */
import fc from 'fast-check'

/** A decision: a whole number from 0 to below `n`. */
export type Choose = (n: number) => number

/** Cases that a builder makes from decisions. */
export const built = <A>(build: (choose: Choose) => A): fc.Arbitrary<A> =>
  decisions.map((list) => build(chooser(list)))

/** Cases from three lists of decisions: on structure, which may be
 * read again or from a later place on, on numbers, which
 * begins again at its end so that a long structure does not run out of them, and on events. */
export const builtFrom = <A>(
  build: (structure: (from: number) => Choose, numbers: Choose, events: Choose) => A,
): fc.Arbitrary<A> =>
  fc
    .tuple(decisions, decisions, decisions)
    .map(([structure, numbers, events]) =>
      build((from) => chooser(structure.slice(from)), chooserAround(numbers), chooser(events)),
    )

/** One of a list; the first is the simplest. */
export const oneOf =
  (choose: Choose) =>
  <A>(first: A, ...others: readonly A[]): A =>
    others[choose(others.length + 1) - 1] ?? first

/** As many as a list has, each taken or not; at least the first. */
export const someOf =
  (choose: Choose) =>
  <A>(all: readonly A[]): readonly A[] => {
    const some = all.filter(() => choose(2) === 1)
    return some.length === 0 ? all.slice(0, 1) : some
  }

const decisions = fc.noBias(fc.array(fc.nat(0xffff), { maxLength: 100, size: 'max' }))

const chooser = (list: readonly number[]): Choose => {
  let at = 0
  return (n) => {
    const decision = list[at] ?? 0
    at += 1
    return decision % n
  }
}

const chooserAround = (list: readonly number[]): Choose => {
  let at = 0
  return (n) => {
    const decision = list[at % Math.max(1, list.length)] ?? 0
    at += 1
    return decision % n
  }
}
