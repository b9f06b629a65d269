/** What the tests use of vitest, on mocha: the same names, one title for each case. */
import { expect as jestExpect } from 'expect'

type Body = (...args: never[]) => unknown
type Declare = (title: string, body: () => unknown) => unknown

interface Mocha {
  readonly describe: Declare
  readonly it: Declare
  readonly before: (body: () => unknown) => void
  readonly after: (body: () => unknown) => void
  readonly beforeEach: (body: () => unknown) => void
  readonly afterEach: (body: () => unknown) => void
}

// Mocha declares them as globals.
const mocha = globalThis as unknown as Mocha

let count = 0
const numbered = (title: string): string => {
  count += 1
  return `${String(count)} ${title}`
}

const casesOf = (table: readonly unknown[]): readonly (readonly unknown[])[] =>
  table.map((row) => (Array.isArray(row) ? (row as unknown[]) : [row]))

const declaring = (declare: Declare) =>
  Object.assign(
    (title: string, ...rest: readonly (Body | number | object)[]) => {
      const body = rest.find((one): one is Body => typeof one === 'function')
      declare(numbered(title), () => body?.())
    },
    {
      each:
        (table: readonly unknown[]) =>
        (title: string, body: Body): void => {
          for (const row of casesOf(table))
            declare(numbered(title), () => body(...(row as never[])))
        },
    },
  )

const plain = {
  // What a suite's body returns is nothing to mocha.
  describe: declaring((title, body) => mocha.describe(title, () => void body())),
  it: declaring((title, body) => mocha.it(title, () => body())),
}

export const describe = Object.assign(plain.describe, {
  skipIf: (skip: boolean) => (skip ? () => undefined : plain.describe),
})
export const it = Object.assign(plain.it, {
  skipIf: (skip: boolean) => (skip ? () => undefined : plain.it),
  runIf: (run: boolean) => (run ? plain.it : () => undefined),
})
export const beforeAll = (body: () => unknown): void => {
  mocha.before(() => body())
}
export const afterAll = (body: () => unknown): void => {
  mocha.after(() => body())
}
export const beforeEach = (body: () => unknown): void => {
  mocha.beforeEach(() => body())
}
export const afterEach = (body: () => unknown): void => {
  mocha.afterEach(() => body())
}
/** What a test runs as well as the declaration of tests is changed while the test runs, so that
 *  Stryker needs no new process for it; what only declarations run stays out of the score. */
mocha.after(() => {
  const { mutantCoverage } = (globalThis as { readonly __stryker__?: Stryker }).__stryker__ ?? {}
  const tested = new Set(Object.values(mutantCoverage?.perTest ?? {}).flatMap(Object.keys))
  for (const id of tested) delete mutantCoverage?.static[id]
})

interface Stryker {
  readonly mutantCoverage?: {
    readonly static: Record<string, number>
    readonly perTest: Readonly<Record<string, Readonly<Record<string, number>>>>
  }
}

/** vitest takes a message besides. */
export const expect = Object.assign((value: unknown) => jestExpect(value), jestExpect)
