/** Compiles an agreement: the document's head, its versions, what amendments carry, its pools.
 *
 *  All faults are gathered on the way; `compile` gives the first, `check` all of them. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { currencyOf, type Currency } from '../core/currency.js'
import type { CivilDate } from '../core/date.js'
import type { Path } from '../core/error.js'
import { zero } from '../core/ratio.js'
import { dateIn } from '../core/zone.js'
import {
  flowOf,
  gather,
  newBuilder,
  settleFault,
  widest,
  type Builder,
  type Document,
} from './builder.js'
import { carriesFrom, foldKeysFrom, withCarries, type Compiled } from './carry.js'
import type { Agreement, Register, Scalar, Terms } from './clause.js'
import type { AgreementFault, AgreementNote } from './fault.js'
import { checkNames, poolsNamed, sharedInOrder } from './names.js'
import type { Program, RegisterEntry } from './program.js'
import { isName, readDate, readDecimal, readWeights, weightScale } from './read.js'
import { readTests } from './route.js'
import { compileEnded } from './steps.js'
import { foldBelowFalling } from './fold-step.js'

/** The program of an agreement.
 * @returns Left with the first fault; `check` tells all of them
 * @example
 * import { compile } from 'data-dividend'
 * const flow = [{ share: { id: 'all', of: { a: 1, b: '-1' } } }]
 * compile({ agreement: 'pair', currency: 'CNY', flow })
 * // => left({ _tag: 'NegativeWeight', index: 1, path: ['flow', 0, 'share', 'of', 'b'] }) */
export const compile = (agreement: Agreement): Either<AgreementFault, Program> => {
  const { program, faults } = compileAll(agreement)
  const [fault] = faults
  return fault === undefined ? right(program) : left(fault)
}

/** The program together with every fault and note. With faults the program is of no use. */
export const compileAll = (
  agreement: Agreement,
): {
  readonly program: Program
  readonly faults: readonly AgreementFault[]
  readonly notes: readonly AgreementNote[]
} => {
  const document = documentOf(agreement)
  const { faults, notes, attributes } = document
  checkNames(agreement, faults)
  const first = versionOf(document, agreement, {
    root: [],
    prefix: '',
    carries: () => ({}),
    foldKey: (_, key) => key,
  })
  const versions: [Compiled, ...Compiled[]] = [first]
  for (const [index, amendment] of (agreement.amendments ?? []).entries()) {
    const root = ['amendments', index]
    const from = settleFault({ document })(
      readDate(amendment.from, [...root, 'from']),
      '0001-01-01' as CivilDate,
    )
    const before = versions.at(-1) ?? first
    if (before.version.from !== undefined && from <= before.version.from) {
      const path = [...root, 'from']
      faults.push({ _tag: 'AmendmentsNotRising', from, before: before.version.from, path })
    }
    const carry = amendment.carry ?? []
    const carries = carriesFrom(before, carry, from)
    const prefix = `${from}/`
    const foldKey = foldKeysFrom(before, carry, prefix)
    const compiled = versionOf(document, amendment, { root, prefix, carries, foldKey, from })
    versions.push(withCarries(document, before, compiled, carry))
  }
  const { currency, refunds, period } = document
  return {
    program: {
      agreement: agreement.agreement,
      currency,
      refunds,
      period,
      zone: agreement.zone ?? 'Asia/Shanghai',
      // The agreement's own terms are the first: the list is never empty.
      versions: versions.map(({ version }) => version) as unknown as Program['versions'],
      pools: poolsOf(document, agreement),
      ...boundsOf(document, agreement),
      attributes: [...attributes].sort(),
      timed: versions.some(({ version }) => version.flow.ops.some(({ op }) => op === 'fold')),
      counted: new Set([...document.pools, ...document.counted]),
      ...(agreement.parties === undefined ? {} : { parties: agreement.parties }),
    },
    faults: withoutRepeats(faults),
    notes: withoutRepeats(notes),
  }
}

const documentOf = (agreement: Agreement): Document => {
  const faults: AgreementFault[] = []
  const note = settleFault({ document: { faults } })
  const currency: Currency = { code: agreement.currency, digits: 2 }
  const known = currencyOf(agreement.currency)
  if (!isName(agreement.agreement)) {
    faults.push({ _tag: 'NotAName', name: agreement.agreement, path: ['agreement'] })
  }
  if (isLeft(known)) faults.push({ ...known.left, path: ['currency'] })
  const zone = dateIn(agreement.zone ?? 'Asia/Shanghai')
  if (isLeft(zone)) note(left({ ...zone.left, path: ['zone'] }), undefined)
  return {
    currency: isLeft(known) ? currency : known.right,
    refunds: agreement.refunds ?? 'net',
    period: agreement.period ?? 'month',
    pools: new Set([...Object.keys(agreement.pools ?? {}), ...poolsNamed(agreement)]),
    counted: new Set(),
    faults,
    notes: [],
    attributes: new Set(),
    ...(agreement.parties === undefined ? {} : { parties: agreement.parties }),
  }
}

const versionOf = (
  document: Document,
  terms: Terms,
  {
    root,
    prefix,
    carries,
    foldKey,
    from,
  }: Pick<Builder, 'root' | 'prefix' | 'carries' | 'foldKey'> & {
    readonly from?: CivilDate
  },
): Compiled => {
  const builder = newBuilder({
    document,
    terms,
    root,
    prefix,
    carries,
    foldKey,
    transfer: false,
  })
  if (!document.faults.some(({ _tag }) => _tag === 'FlowsTooMany')) compileTerms(builder)
  const flow = flowOf(builder)
  const clause = foldBelowFalling(flow)
  if (clause !== undefined) {
    document.faults.push({ _tag: 'FoldBelowAdjust', clause, path: [...root, 'flow'] })
  }
  return {
    version: {
      flow,
      advances: builder.advances,
      carries: [],
      ...(from === undefined ? {} : { from }),
    },
    terms,
    root,
    prefix,
  }
}

const compileTerms = (builder: Builder): void => {
  const { document, terms, root } = builder
  const top = { slot: 0, scope: 'event', empty: false } as const
  compileEnded(builder, terms.flow, top, { path: '', at: [...root, 'flow'], flows: [] })
  compileShared(builder)
  for (const kind of ['flows', 'shared'] as const) {
    for (const name of Object.keys(terms[kind] ?? {})) {
      if (builder.named.has(name)) continue
      document.notes.push({ _tag: 'FlowNotNamed', name, path: [...root, kind, name] })
    }
  }
}

/** Shared flows, each after all that pay into it. */
const compileShared = (builder: Builder): void => {
  const { root } = builder
  const order = sharedInOrder(builder.terms)
  if ('cycle' in order) {
    const path = [...root, 'shared', order.cycle[0] ?? '']
    builder.document.faults.push({ _tag: 'FlowCycle', names: order.cycle, path })
    return
  }
  for (const name of order.names) {
    const places = builder.waiting.get(name)
    if (places === undefined) continue
    const place = gather(builder, places, widest(places), name)
    const steps = builder.terms.shared?.[name] ?? []
    compileEnded(builder, steps, place, {
      path: name,
      at: [...root, 'shared', name],
      flows: [name],
    })
  }
}

/** What is free, and the highest values of attributes. */
const boundsOf = (
  document: Document,
  { free, ceilings = {} }: Agreement,
): Pick<Program, 'free' | 'ceilings'> => {
  const note = settleFault({ document })
  const highest = Object.entries(ceilings).map(
    ([name, bound]) => [name, note(readDecimal(bound, ['ceilings', name]), zero)] as const,
  )
  const tests = free === undefined ? undefined : note(readTests(free.when, ['free', 'when']), [])
  return { ceilings: new Map(highest), ...(tests && { free: tests }) }
}

const poolsOf = (document: Document, { pools = {} }: Agreement): Program['pools'] =>
  new Map(
    [...document.pools].map((name) => {
      const units = Object.hasOwn(pools, name) ? pools[name]?.units : undefined
      return [
        name,
        units === undefined ? [] : registerOf(document, units, ['pools', name, 'units']),
      ]
    }),
  )

type Units = Readonly<Record<string, Scalar>>

const isDated = (register: Register): register is Exclude<Register, Units> =>
  Array.isArray(register)

const registerOf = (document: Document, register: Register, path: Path): RegisterEntry[] => {
  const entries: readonly { readonly from?: string; readonly of: Units }[] =
    isDated(register) ? register : [{ of: register }]
  const note = settleFault({ document })
  const read: RegisterEntry[] = []
  for (const [index, entry] of entries.entries()) {
    const at = entry.from === undefined ? path : [...path, index]
    const of = entry.from === undefined ? at : [...at, 'of']
    const units = note(readWeights(entry.of, of), [])
    for (const [name, weight] of units) {
      if (weight === 0n) document.notes.push({ _tag: 'ZeroWeight', name, path: [...of, name] })
      if (document.parties !== undefined && !Object.hasOwn(document.parties, name)) {
        const known = Object.keys(document.parties)
        document.faults.push({ _tag: 'UnknownParty', name, known, path: [...of, name] })
      }
    }
    if (entry.from === undefined) {
      read.push({ units, ...scaleOf(entry.of) })
      continue
    }
    const from = note(readDate(entry.from, [...at, 'from']), '0001-01-01' as CivilDate)
    const before = read.at(-1)?.from
    if (before !== undefined && from <= before) {
      document.faults.push({ _tag: 'DatesNotRising', from, before, path: [...at, 'from'] })
    }
    read.push({ from, units, ...scaleOf(entry.of) })
  }
  return read
}

const scaleOf = (of: Units): Pick<RegisterEntry, 'scale'> => {
  const scale = weightScale(of)
  return scale === 1n ? {} : { scale }
}

const withoutRepeats = <F extends { readonly path: Path }>(findings: readonly F[]): F[] => {
  const seen = new Set<string>()
  return findings.filter((finding) => {
    const text = JSON.stringify(finding)
    return !seen.has(text) && seen.add(text)
  })
}
