/** How often laws are tried: some hundred times in the normal run, LAWS=long for many more,
 *  LAWS=short for the many runs of a search for mutants. */
import fc from 'fast-check'

/** Whether the run is one of many. */
export const isShort = process.env.LAWS === 'short'

const times = { long: 50, short: 0.04 }[process.env.LAWS ?? ''] ?? 1

/** Holds a law over so many cases; a failure prints seed and path. */
export const holds = <Ts>(law: fc.IProperty<Ts>, numRuns = 150): void => {
  fc.assert(law, {
    numRuns: Math.ceil(numRuns * times),
    seed: Number(process.env.SEED ?? Date.now() % 2 ** 31),
  })
}
