/** The steps that are folds: how each compiles and how it is told. A new step is a file here, its
 *  record in timed-clause, and a line in each of the two functions. */
import type { Bilingual } from '../../core/error.js'
import type { Builder, Inside, Place } from '../builder.js'
import type { Taken } from '../fees.js'
import type { TimedStep } from '../timed-clause.js'
import { preferredOf, tellPreferred } from './preferred.js'
import type { Telling } from './tale.js'

export const timedOf = (
  builder: Builder,
  step: TimedStep,
  from: Place,
  inside: Inside,
): Taken => preferredOf(builder, step.preferred, from, inside)

export const tellTimed = (telling: Telling, step: TimedStep): Bilingual =>
  tellPreferred(telling, step.preferred)
