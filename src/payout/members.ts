/** The members of a pooled payee: what each is due of one payment to one account. */
import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import { cutsOf, followCuts, type Cuts, type WeightFault } from '../split/share.js'
import type { Draft } from './draft.js'

/** A member's part of an instruction. Minor units; `amount` is in the instruction's currency. */
export interface PersonPaid {
  readonly person: string
  readonly gross: bigint
  readonly withheld: bigint
  readonly net: bigint
  readonly amount: bigint
}

/** Each member's gross, tax and net, and its part of what the bank moves. */
export const personsOf = (draft: Draft): readonly PersonPaid[] => {
  const { division, withheld, conversion } = draft
  const cuts = conversion && personCuts(draft)
  const split =
    conversion === undefined || cuts === undefined || isLeft(cuts) ?
      undefined
    : followCuts(cuts.right)(conversion.amount)
  return division.members.persons.map(({ person }, index) => {
    const gross = division.parts[index] ?? 0n
    const tax = withheld[index]?.now.withheld ?? 0n
    const net = gross - tax
    return { person, gross, withheld: tax, net, amount: split?.[index] ?? net }
  })
}

/** How a converted amount is split: by what each member is due exactly, not by its part in whole
 * minor units, whose rounding the rate would enlarge. Weight: gross × weight − tax × weights. */
export const personCuts = ({
  division,
  withheld,
  gross,
}: Pick<Draft, 'division' | 'withheld' | 'gross'>): Either<WeightFault, Cuts> => {
  const { persons } = division.members
  const all = persons.reduce((sum, { weight }) => sum + weight, 0n)
  return cutsOf(
    persons.map(({ weight }, index) => {
      const due = gross * weight - (withheld[index]?.now.withheld ?? 0n) * all
      return due > 0n ? due : 0n
    }),
  )
}
