/** The verbs of the command. */
import { settleVerb } from './settle.js'
import type { Verb } from './verb.js'

export const verbs: readonly Verb[] = [settleVerb]
