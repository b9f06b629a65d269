/** How often laws are tried: some hundred times in the normal run, LAWS=long for many more. */
import fc from 'fast-check'

const times = process.env.LAWS === 'long' ? 50 : 1

/** Holds a law over so many cases; a failure prints seed and path. */
export const holds = <Ts>(law: fc.IProperty<Ts>, numRuns = 150): void => {
  fc.assert(law, {
    numRuns: numRuns * times,
    seed: Number(process.env.SEED ?? Date.now() % 2 ** 31),
  })
}
