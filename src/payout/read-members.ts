/** Reading who shares a payee's money, and what is withheld from each. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Currency } from '../core/currency.js'
import type { CivilDate } from '../core/date.js'
import type { Path } from '../core/error.js'
import type { Register, Scalar } from '../agreement/clause.js'
import { readAmount, readDate, readRate, readText, readWeights } from '../agreement/read.js'
import type { PayoutFault } from './fault.js'
import type { Members, Person, Withhold } from './payee.js'
import type { Regime } from './regime.js'
import type { PayeeRule, PayoutRules, WithholdRule } from './rules.js'

type Read<A> = Either<PayoutFault, A>

/** What names in a payee's rule may refer to. */
export interface Known {
  readonly rules: Pick<PayoutRules, 'persons'>
  readonly currency: Currency
  readonly regimes: readonly Regime[]
}

/** Who shares what a payee is paid; a party that is paid for itself is its only member. */
export const readMembers = (
  known: Known,
  party: string,
  rule: PayeeRule,
): Read<readonly Members[]> => {
  const path: Path = ['payees', party]
  const own = readWithhold(known, rule.withhold, [...path, 'withhold'])
  if (isLeft(own)) return own
  const individuals = rule.kind === 'individual'
  if (rule.of === undefined) {
    if (individuals && rule.withhold === undefined) {
      return left({ _tag: 'ItemMissing', party, path: [...path, 'withhold'] })
    }
    return right([{ persons: [{ person: party, weight: 1n, ...own.right }] }])
  }
  const read: Members[] = []
  let before: CivilDate | undefined
  for (const [index, entry] of (isDated(rule.of) ? rule.of : [{ of: rule.of }]).entries()) {
    const at = isDated(rule.of) ? [...path, 'of', index] : [...path, 'of']
    const from = 'from' in entry ? readDate(entry.from, [...at, 'from']) : right(undefined)
    if (isLeft(from)) return from
    if (from.right !== undefined && before !== undefined && from.right <= before) {
      return left({ _tag: 'DatesNotRising', from: from.right, before, path: [...at, 'from'] })
    }
    before = from.right
    const weights = readWeights(entry.of, isDated(rule.of) ? [...at, 'of'] : at)
    if (isLeft(weights)) return weights
    const persons: Person[] = []
    for (const [person, weight] of weights.right) {
      const particular = personRule(known, person)
      const withhold =
        particular === undefined ? own : (
          readWithhold(known, particular.withhold, ['persons', person, 'withhold'])
        )
      if (isLeft(withhold)) return withhold
      if (individuals && (particular?.withhold ?? rule.withhold) === undefined) {
        return left({ _tag: 'ItemMissing', party: person, path: [...path, 'withhold'] })
      }
      persons.push({ person, weight, ...withhold.right })
    }
    read.push({ ...(from.right === undefined ? {} : { from: from.right }), persons })
  }
  return right(read)
}

/** A regime of some date under an id; which one stands is asked when money is paid.
 * @returns Left UnknownRegime or RegimeCurrency */
export const findRegime = (
  { regimes: all, currency }: Known,
  id: string,
  kind: 'withhold' | 'vatRate',
  path: Path,
): Read<Regime> => {
  const fitting = all.filter((one) => one[kind] !== undefined)
  const found = fitting.findLast((one) => one.id === id)
  if (found === undefined) {
    const known = [...new Set(fitting.map((one) => one.id))]
    return left({ _tag: 'UnknownRegime', regime: id, known, path })
  }
  return found.currency === currency.code ?
      right(found)
    : left({
        _tag: 'RegimeCurrency',
        regime: id,
        currency: found.currency,
        wanted: currency.code,
        path,
      })
}

const isDated = (
  register: Register,
): register is Exclude<Register, Readonly<Record<string, Scalar>>> => Array.isArray(register)

const personRule = ({ rules: { persons = {} } }: Known, person: string) =>
  Object.hasOwn(persons, person) ? persons[person] : undefined

const readWithhold = (
  known: Known,
  rule: WithholdRule | 'none' | undefined,
  path: Path,
): Read<{ readonly withhold?: Withhold }> => {
  if (rule === undefined || rule === 'none') return right({})
  const regime = findRegime(known, rule.regime, 'withhold', [...path, 'regime'])
  if (isLeft(regime)) return regime
  const terms = regime.right.withhold?.items ?? {}
  const item = Object.hasOwn(terms, rule.item) ? terms[rule.item] : undefined
  if (item === undefined) {
    const items = Object.keys(terms)
    const fault = {
      _tag: 'UnknownItem',
      item: rule.item,
      regime: rule.regime,
      known: items,
    } as const
    return left({ ...fault, path: [...path, 'item'] })
  }
  if (item.monthly !== undefined && rule.since === undefined) {
    return left({ _tag: 'SinceMissing', regime: rule.regime, path: [...path, 'since'] })
  }
  const since =
    rule.since === undefined ? right(undefined) : readDate(rule.since, [...path, 'since'])
  if (isLeft(since)) return since
  const treaty =
    rule.treaty === undefined ? right(undefined) : readRate(rule.treaty, [...path, 'treaty'])
  if (isLeft(treaty)) return treaty
  const allowances = readAmount(known.currency)(rule.allowances ?? '0', [...path, 'allowances'])
  if (isLeft(allowances)) return allowances
  const project = readText(rule.project ?? '', [...path, 'project'])
  if (isLeft(project)) return project
  return right({
    withhold: {
      regime: rule.regime,
      item: rule.item,
      project: project.right,
      allowances: allowances.right,
      ...(treaty.right === undefined ? {} : { treaty: treaty.right }),
      ...(since.right === undefined ? {} : { since: since.right }),
    },
  })
}
