/** Properties draw from a new seed each time, and tell it when they fail; CI names its own. */
import fc from 'fast-check'

const seed = process.env['FC_SEED']
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) })
