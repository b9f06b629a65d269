/** Expected failures are small tagged records, carried in the Left of an `Either`.
 *
 *  A fault holds data only: its tag, the path to what is wrong, and the figures concerned.
 *  Words are made from it in one place, `describeFault`, from a table with one English and
 *  one Chinese sentence for each tag; `{field}` in a sentence is replaced by the fault's field. */
import { isRight, type Either } from 'fp-ts/lib/Either.js'

/** Where in a document: keys and positions from the top. */
export type Path = readonly (string | number)[]

/** Languages in which every sentence exists. */
export type Lang = 'en' | 'zh'

/** One text in both languages. */
export type Bilingual = Readonly<Record<Lang, string>>

/** What every expected failure is made of. */
export interface Fault {
  readonly _tag: string
  readonly path?: Path
}

/** One sentence a tag, in both languages. */
export type Words<Tag extends string = string> = Readonly<Record<Tag, Bilingual>>

/** A path as a person reads it: `flow[0].commission.rate`.
 * @example
 * import { formatPath } from 'data-dividend'
 * formatPath(['flow', 0, 'commission', 'rate']) // => 'flow[0].commission.rate' */
export const formatPath = (path: Path): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${String(part)}]`
      : text === '' ? part
      : `${text}.${part}`,
    '',
  )

/** Says a fault in words: the path, then the sentence of its tag with the fields filled in.
 * A tag without a sentence shows its data, so that nothing is hidden; a fault in a field is said
 * in words too.
 * @example
 * import { describeFault } from 'data-dividend'
 * const words = { Late: { en: '{days} days late; date it anew', zh: '迟 {days} 天；请重新填写日期' } }
 * const fault = { _tag: 'Late', path: ['events', 2], days: 3 }
 * describeFault(words)('en')(fault) // => 'events[2]: 3 days late; date it anew' */
export const describeFault =
  (words: Words) =>
  (lang: Lang) =>
  (fault: Fault): string => {
    const fields = fieldsOf(fault)
    const show = showField(describeFault(words)(lang))
    const sentence = Object.hasOwn(words, fault._tag) ? words[fault._tag]?.[lang] : undefined
    const text =
      sentence?.replace(/\{(\w+)\}/g, (_, name: string) => show(fields[name])) ??
      `${fault._tag} ${show(fields)}`.trimEnd()
    const where = fault.path === undefined ? '' : formatPath(fault.path)
    return where === '' ? text : `${where}: ${text}`
  }

/** The value of a Right; a Left is thrown as an Error in the words given, whose `cause` is the
 * fault. For scripts, as `orThrow` is: nothing else in the library throws.
 * @example
 * import { orThrowWith, parseDate } from 'data-dividend'
 * import { describeError } from 'data-dividend/report'
 * orThrowWith(describeError('zh'))(parseDate('2026-07-01')) // => '2026-07-01' */
export const orThrowWith =
  (describe: (fault: Fault) => string) =>
  <A>(result: Either<Fault | readonly Fault[], A>): A => {
    if (isRight(result)) return result.right
    const faults = [result.left].flat() as readonly Fault[]
    // eslint-disable-next-line functional/no-throw-statements -- throwing is what it is for
    throw new Error(faults.map(describe).join('\n'), { cause: result.left })
  }

/** The value of a Right; a Left is thrown as an Error of its tag, path and data, whose `cause` is
 * the fault. For scripts; `orThrowWith(describeError('en'))` of `data-dividend/report` says it in
 * words.
 * @example
 * import { orThrow, parseRatio } from 'data-dividend'
 * orThrow(parseRatio('12.5%')) // => { num: 1n, den: 8n } */
export const orThrow: <A>(result: Either<Fault | readonly Fault[], A>) => A =
  /* @__PURE__ */ orThrowWith(/* @__PURE__ */ describeFault({})('en'))

/** The data of a fault: what is not its tag or its path. */
const fieldsOf = (fault: Fault): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fault).filter(([name]) => name !== '_tag' && name !== 'path'))

const showField =
  (describe: (fault: Fault) => string) =>
  (value: unknown): string =>
    typeof value === 'string' ? value
    : Array.isArray(value) ? value.map(showField(describe)).join(', ')
    : typeof value !== 'object' || value === null ? String(value)
    : isFault(value) ? describe(value)
    : Object.entries(value)
        .map(([name, field]) => `${name}: ${showField(describe)(field)}`)
        .join(', ')

const isFault = (value: object): value is Fault => '_tag' in value && typeof value._tag === 'string'
