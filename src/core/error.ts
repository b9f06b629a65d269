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

/** A path as a person reads it: `flow[0].commission.rate`. */
export const formatPath = (path: Path): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${String(part)}]`
      : text === '' ? part
      : `${text}.${part}`,
    '',
  )

/** Says a fault in words: the path, then the sentence of its tag with the fields filled in.
 * A tag without a sentence shows its data, so that nothing is hidden. */
export const describeFault =
  (words: Words) =>
  (lang: Lang) =>
  (fault: Fault): string => {
    const fields = fault as unknown as Readonly<Record<string, unknown>>
    const sentence = Object.hasOwn(words, fault._tag) ? words[fault._tag]?.[lang] : undefined
    const text =
      sentence?.replace(/\{(\w+)\}/g, (_, name: string) => showField(fields[name])) ??
      `${fault._tag} ${showField(fields)}`
    const where = fault.path === undefined ? '' : formatPath(fault.path)
    return where === '' ? text : `${where}: ${text}`
  }

/** The value of a Right; a Left is thrown as an Error whose `cause` is the fault. For scripts:
 * the one function of the library that throws. */
export const orThrowWith =
  (describe: (fault: Fault) => string) =>
  <A>(result: Either<Fault | readonly Fault[], A>): A => {
    if (isRight(result)) return result.right
    const faults = [result.left].flat() as readonly Fault[]
    // eslint-disable-next-line functional/no-throw-statements -- throwing is what it is for
    throw new Error(faults.map(describe).join('\n'), { cause: result.left })
  }

const showField = (value: unknown): string =>
  typeof value === 'string' ? value
  : Array.isArray(value) ? value.map(showField).join(', ')
  : typeof value === 'object' && value !== null ?
    Object.entries(value)
      .filter(([name]) => name !== '_tag' && name !== 'path')
      .map(([name, field]) => `${name}: ${showField(field)}`)
      .join(', ')
  : String(value)
