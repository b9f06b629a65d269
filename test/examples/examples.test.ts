import { mapLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { compile, orThrow } from 'data-dividend'
import { agreementCodec, faultsOf, readDocument, type Unread } from 'data-dividend/codec'
import { allExamples } from './extract.js'
import { promisesOf, runExample, typeFaults } from './program.js'

const examples = allExamples()
const runnable = examples.filter(({ lang, mark }) => lang === 'ts' && mark !== 'no-run')
const agreements = examples.filter(({ code }) => code.startsWith('agreement:'))

/** Blocks of TypeScript that cannot run, each with its reason. */
const notRun: Readonly<Record<string, string>> = {}

describe('examples', () => {
  it('are right in their types', () => {
    expect(typeFaults(runnable)).toEqual([])
  }, 300_000)

  it.each(runnable)('of $at keep what they promise', async (example) => {
    let kept = 0
    await runExample(example, (line, actual, promised) => {
      expect(actual, `line ${line} of the example at ${example.at}`).toEqual(promised)
      kept += 1
    })
    expect(kept).toBe(promisesOf(example))
  })

  it('that do not run are listed with a reason', () => {
    const marked = examples.filter(({ lang, mark }) => lang === 'ts' && mark !== '')
    expect(marked.map(({ at }) => at)).toEqual(Object.keys(notRun))
  })
})

describe('agreements in the pages', () => {
  it.each(agreements)('at $at compile, unless they are marked as refused', ({ mark, code }) => {
    const document = orThrow(mapLeft(({ faults }: Unread) => faults)(readDocument('yaml')(code)))
    const agreement = orThrow(mapLeft(faultsOf)(agreementCodec.decode(document.value)))
    expect(compile(agreement)).toMatchObject({ _tag: mark === 'refused' ? 'Left' : 'Right' })
  })
})
