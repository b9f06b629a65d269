/** Properties draw from a new seed each time, and tell it when they fail; CI names its own. One
 *  that fails is not made smaller for more than two minutes. */
import fc from 'fast-check'

const seed = process.env['FC_SEED']
fc.configureGlobal({
  interruptAfterTimeLimit: 120_000,
  ...(seed === undefined ? {} : { seed: Number(seed) }),
})
