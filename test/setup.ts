/** Properties draw from a new seed each time, and tell it when they fail; CI names its own. One
 *  that fails is not made smaller for more than two minutes. */
import fc from 'fast-check'

const seed = process.env['FC_SEED']
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) })
fc.installGlobalPlugin(fc.interruptAfterTimeLimit(120_000))
