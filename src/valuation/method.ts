/** The registry of methods: what each is called, where it comes from, and what it takes. */
import type { Either } from 'fp-ts/lib/Either.js'
import type { Bilingual } from '../core/index.js'
import type { ValuationFault } from './fault.js'
import type { Discounting } from './time.js'
import type { Worth } from './worth.js'

export interface Method {
  /** `family.name`. */
  readonly id: string
  readonly name: Bilingual
  readonly source: string
  /** Whether it discounts, so that a file has to say how. */
  readonly discounts: boolean
  /** The unit of each input: ¤ is money of one currency, % a ratio, a list has one a period. */
  readonly inputs: Readonly<Record<string, string>>
  /** Tags of what can be wrong with its inputs. */
  readonly faults: readonly string[]
  /** The method; its record differs by method, so a caller has to have checked it. */
  readonly value: (policy: Discounting) => (input: never) => Either<ValuationFault, Worth>
}
