/** The steps that are folds: how each compiles and how it is told. A new step is a file here, its
 *  record in timed-clause, and a line in each of the two functions. */
import type { Bilingual } from '../../core/error.js'
import type { Builder, Inside, Place } from '../builder.js'
import type { Taken } from '../fees.js'
import type { TimedStep } from '../timed-clause.js'
import { catchUpOf, tellCatchUp } from './catch-up.js'
import { clawbackOf, tellClawback } from './clawback.js'
import { guaranteeOf, tellGuarantee } from './guarantee.js'
import { interestOf, tellInterest } from './interest.js'
import { permittedOf, tellPermitted } from './permitted.js'
import { preferredOf, tellPreferred } from './preferred.js'
import { ratchetOf, tellRatchet } from './ratchet.js'
import { reserveOf, tellReserve } from './reserve.js'
import type { Telling } from './tale.js'

export const timedOf = (builder: Builder, step: TimedStep, from: Place, inside: Inside): Taken => {
  if ('preferred' in step) return preferredOf(builder, step.preferred, from, inside)
  if ('catchUp' in step) return catchUpOf(builder, step.catchUp, from, inside)
  if ('guarantee' in step) return guaranteeOf(builder, step.guarantee, from, inside)
  if ('reserve' in step) return reserveOf(builder, step.reserve, from, inside)
  if ('permitted' in step) return permittedOf(builder, step.permitted, from, inside)
  if ('ratchet' in step) return ratchetOf(builder, step.ratchet, from, inside)
  if ('interest' in step) return interestOf(builder, step.interest, from, inside)
  return clawbackOf(builder, step.clawback, from, inside)
}

export const tellTimed = (telling: Telling, step: TimedStep): Bilingual => {
  if ('preferred' in step) return tellPreferred(telling, step.preferred)
  if ('catchUp' in step) return tellCatchUp(telling, step.catchUp)
  if ('guarantee' in step) return tellGuarantee(telling, step.guarantee)
  if ('reserve' in step) return tellReserve(telling, step.reserve)
  if ('permitted' in step) return tellPermitted(telling, step.permitted)
  if ('ratchet' in step) return tellRatchet(telling, step.ratchet)
  if ('interest' in step) return tellInterest(telling, step.interest)
  return tellClawback(telling, step.clawback)
}
