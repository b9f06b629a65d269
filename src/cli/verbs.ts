/** The verbs of the command. */
import { accountVerb } from './account.js'
import { checkVerb } from './check.js'
import { contributionVerb } from './contribution.js'
import { demoVerb } from './demo.js'
import { describeVerb } from './describe.js'
import { explainVerb } from './explain.js'
import { payoutVerb } from './payout.js'
import { schemaVerb } from './schema.js'
import { settleVerb } from './settle.js'
import { valueVerb } from './value.js'
import type { Verb } from './verb.js'

export const verbs: readonly Verb[] = [
  settleVerb,
  explainVerb,
  payoutVerb,
  checkVerb,
  describeVerb,
  schemaVerb,
  demoVerb,
  contributionVerb,
  valueVerb,
  accountVerb,
]
