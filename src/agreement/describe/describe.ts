/** An agreement in plain sentences, in English or Chinese, as a contract would say it. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Lang } from '../../core/error.js'
import {
  addRatio,
  divRatio,
  formatPercent,
  parseRatio,
  zero,
  type Ratio,
} from '../../core/ratio.js'
import { linkNames, type Link } from '../../chain/party.js'
import type {
  Advance,
  Agreement,
  Claims,
  Condition,
  Fee,
  Fixed,
  AgreedPayment,
  Register,
  Scalar,
  Share,
  Step,
  Steps,
  Terms,
  When,
} from '../clause.js'
import { compile } from '../compile.js'
import type { AgreementFault } from '../fault.js'
import { tellTimed } from '../folds/index.js'
import { diagramOf } from './diagram.js'
import { phrases, type Phrases } from './phrases.js'

/** One sentence and how deep it stands. */
export interface Sentence {
  readonly depth: number
  readonly text: string
}

export interface Description {
  readonly title: string
  readonly sentences: readonly Sentence[]
  /** A Mermaid flowchart. */
  readonly diagram: string
}

/** Describes an agreement.
 * @returns Left with the first fault of an agreement that does not compile
 * @example
 * import { orThrow } from 'data-dividend'
 * import { describe } from 'data-dividend/report'
 * const pair = {
 *   agreement: 'pair', currency: 'CNY', flow: [{ share: { id: 'all', of: { a: 2, b: 1 } } }],
 * }
 * orThrow(describe('en')(pair)).sentences.at(-1)
 * // => { depth: 0, text: 'all: What is left over the life is shared: a 2 (2/3), b 1 (1/3).' } */
export const describe =
  (lang: Lang) =>
  (agreement: Agreement): Either<AgreementFault, Description> => {
    const program = compile(agreement)
    if (isLeft(program)) return program
    const { period, zone, refunds } = program.right
    const teller: Teller = { say: phrases[lang], lang, agreement, name: nameIn(lang, agreement) }
    const { say } = teller
    return right({
      title: say.head(agreement.agreement, agreement.currency),
      sentences: [
        { depth: 0, text: say.refunds[refunds] },
        { depth: 0, text: say.period(period, zone) },
        ...tellBounds(teller),
        ...tellTerms(teller, agreement, 0),
        ...(agreement.amendments ?? []).flatMap((amendment) => [
          { depth: 0, text: say.amendment(amendment.from) },
          ...tellTerms(teller, amendment, 1),
          ...(amendment.carry === undefined ?
            []
          : [{ depth: 1, text: say.carry(amendment.carry) }]),
        ]),
        ...Object.entries(agreement.pools ?? {}).flatMap(([pool, { units }]) => [
          { depth: 0, text: say.pool(teller.name(pool)) },
          ...tellRegister(teller, units),
        ]),
      ],
      diagram: diagramOf(agreement, { say, name: teller.name }),
    })
  }

interface Teller {
  readonly say: Phrases
  readonly lang: Lang
  readonly agreement: Agreement
  readonly name: (key: string) => string
}

/** What is free, and what has a highest value. */
const tellBounds = ({ say, agreement: { free, ceilings = {} } }: Teller): readonly Sentence[] => [
  ...(free === undefined ?
    []
  : [
      {
        depth: 0,
        text: say.free(
          Object.entries(free.when)
            .map(([name, test]) => tellTest(say, name, test))
            .join(say.and),
        ),
      },
    ]),
  ...Object.entries(ceilings).map(([name, bound]) => ({
    depth: 0,
    text: say.ceiling(name, grouped(bound)),
  })),
]

/** A party by its name in a language, a link by its word, anything else by its key. */
const nameIn =
  (lang: Lang, { parties = {} }: Agreement) =>
  (key: string): string => {
    const name = Object.hasOwn(parties, key) ? parties[key]?.name : undefined
    if (name !== undefined) return typeof name === 'string' ? name : name[lang]
    return Object.hasOwn(linkNames, key) ? linkNames[key as Link][lang] : key
  }

const tellTerms = (teller: Teller, terms: Terms, depth: number): readonly Sentence[] => [
  ...tellSteps(teller, terms.flow, depth),
  ...(['flows', 'shared'] as const).flatMap((kind) =>
    Object.entries(terms[kind] ?? {}).flatMap(([name, steps]) => [
      { depth, text: teller.say[kind === 'flows' ? 'flow' : 'shared'](teller.name(name)) },
      ...tellSteps(teller, steps, depth + 1),
    ]),
  ),
]

const tellSteps = (teller: Teller, steps: Steps, depth: number): readonly Sentence[] =>
  steps.flatMap((step) =>
    'when' in step ?
      tellWhen(teller, step.when, depth)
    : [{ depth, text: `${bodyOf(step).id}: ${tellStep(teller, step)}` }],
  )

const bodyOf = (step: Step): { readonly id: string } => Object.values(step)[0] as { id: string }

const tellStep = (teller: Teller, step: Exclude<Step, { readonly when: When }>): string => {
  if ('fixed' in step) return tellFixed(teller, step.fixed)
  if ('commission' in step) return tellFee(teller, 'commission', step.commission)
  if ('levy' in step) return tellFee(teller, 'levy', step.levy)
  if ('advance' in step) return tellAdvance(teller, step.advance)
  if ('claims' in step) return tellClaims(teller, step.claims)
  if ('share' in step) return tellShare(teller, step.share)
  if ('along' in step) return tellShare(teller, step.along)
  if ('payment' in step) return tellPayment(teller, step.payment)
  const { lang, name, agreement } = teller
  const period = agreement.period ?? 'month'
  return tellTimed({ name, money: grouped, percent: percentOf, period }, step)[lang]
}

const scopeIn = ({ say, agreement }: Teller, { on = 'life', every }: Pick<Fee, 'on' | 'every'>) =>
  say.scope(on, every ?? agreement.period ?? 'month')

const tellFixed = (teller: Teller, body: Fixed): string =>
  teller.say.fixed(teller.name(body.to), grouped(body.amount), scopeIn(teller, body))

const tellFee = (teller: Teller, kind: 'commission' | 'levy', body: Fee): string => {
  const { say, name } = teller
  const bands = body.tiers ?? body.slab ?? [{ rate: body.rate ?? '' }]
  const table = say.table({
    kind:
      body.rate !== undefined ? 'rate'
      : body.tiers !== undefined ? 'tiers'
      : body.breaks === 'hold' ? 'held'
      : body.breaks === 'adjust' ? 'adjusted'
      : 'slab',
    bands: bands.map(({ upTo, rate }) => ({
      rate: percentOf(rate),
      ...(upTo === undefined ? {} : { upTo: grouped(upTo) }),
    })),
  })
  const floor = body.floor === undefined ? '' : say.floor(grouped(body.floor))
  const cap = body.cap === undefined ? '' : say.cap(grouped(body.cap))
  const kept = body.kept === undefined ? '' : say.kept(name(body.kept))
  return say.fee(kind, name(body.to), table + floor + cap, scopeIn(teller, body)) + kept
}

const tellAdvance = ({ say, name }: Teller, body: Advance): string =>
  say.advance(
    name(body.from),
    name(body.to),
    grouped(body.amount),
    percentOf(body.recoup ?? '100%'),
  )

const tellPayment = ({ say, name }: Teller, { from, to, amount }: AgreedPayment): string =>
  say.payment(name(from), name(to), amount === undefined ? undefined : grouped(amount))

const tellClaims = (teller: Teller, body: Claims): string => {
  const { say, name } = teller
  const parts = Object.entries(body.of).map(([to, amount]) => say.claim(name(to), grouped(amount)))
  return say.claims(body.by, parts.join(say.list), scopeIn(teller, body))
}

const tellShare = (teller: Teller, body: Share): string => {
  const { say, name } = teller
  const { by = 'tree', rest } = body
  const how =
    rest !== undefined ? say.rest(name(rest))
    : by === 'tree' ? ''
    : say.method[by]
  return say.share(partsOf(teller, body.of) + how, scopeIn(teller, body))
}

type Weights = Readonly<Record<string, Scalar>>

const partsOf = ({ say, name }: Teller, of: Weights): string => {
  const weights = Object.entries(of).map(([to, weight]) => [to, String(weight)] as const)
  const whole = weights.reduce((sum, [, weight]) => addRatio(sum, ratioOf(weight)), zero)
  return weights
    .map(([to, weight]) =>
      say.part(name(to), weight, formatPercent(divRatio(ratioOf(weight), whole))),
    )
    .join(say.list)
}

const tellWhen = (teller: Teller, body: When, depth: number): readonly Sentence[] => {
  const { say } = teller
  const tests = Object.entries(body.test).map(([name, test]) => tellTest(say, name, test))
  const branch = (steps: Steps): readonly Sentence[] =>
    steps.length === 0 ?
      [{ depth: depth + 1, text: say.flowsOn }]
    : tellSteps(teller, steps, depth + 1)
  return [
    { depth, text: `${body.id}: ${say.when(tests.join(say.and))}` },
    ...branch(body.then),
    { depth, text: say.otherwise },
    ...branch(body.else ?? []),
  ]
}

const tellTest = (say: Phrases, attribute: string, test: Condition): string => {
  if (typeof test !== 'object') return say.oneOf(attribute, [String(test)])
  if ('upTo' in test) return say.upTo(attribute, grouped(test.upTo))
  if ('above' in test) return say.above(attribute, grouped(test.above))
  return say.oneOf(attribute, test.map(String))
}

const tellRegister = (teller: Teller, units: Register | undefined): readonly Sentence[] => {
  if (units === undefined) return []
  const dated =
    Array.isArray(units) ?
      (units as Exclude<Register, Weights>)
    : [{ of: units as Weights, from: undefined }]
  return dated.map(({ of, from }) => ({
    depth: 1,
    text: teller.say.register(partsOf(teller, of), from),
  }))
}

const ratioOf = (value: Scalar): Ratio => {
  const read = parseRatio(String(value))
  return isLeft(read) ? zero : read.right
}

const percentOf = (value: Scalar): string => formatPercent(ratioOf(value))

/** An amount with its thousands apart. */
const grouped = (value: Scalar): string =>
  String(value).replace(/^\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','))
