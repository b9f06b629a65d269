import { compile, emptyState, orThrow, redo, settle, type Explained } from 'data-dividend'
import { explain, settlementArithmetic } from 'data-dividend/settlement'
import { describe, expect, it } from 'vitest'

const agreement = {
  agreement: 'one',
  currency: 'JPY',
  flow: [{ share: { id: 'all', of: { owner: 1 } } }],
}
const sale = (id: string, amount: number) => ({ id, at: '2026-01-05', kind: 'sale', amount })
const succeed = (id: string, of: string, units: Readonly<Record<string, number>>) => ({
  id,
  at: '2026-01-05',
  kind: 'succeed',
  of,
  units,
})
const done = orThrow(
  settle(orThrow(compile(agreement)))(emptyState(agreement))([
    sale('s1', 100),
    succeed('m1', 'owner', { x: 2, y: 1 }),
    succeed('m2', 'x', { u: 1, v: 1 }),
    sale('s2', 10),
    sale('s3', 11),
  ]),
)
const treeOf = (event: string): Explained =>
  orThrow(explain(orThrow(compile(agreement)))(done)({ event }))

/** `party: amount = formula of what the place has had`. */
const told = (event: string): readonly string[] =>
  (treeOf(event).inputs ?? []).flatMap((line) => {
    if (!('value' in line)) return []
    const had = JSON.stringify(line).match(/"of","value":"(\d+)"/g) ?? []
    return [
      `${line.title?.en.split(' ')[0] ?? ''} ${line.value} ${line.formula ?? ''} ${had
        .map((text) => text.replace(/\D/g, ''))
        .join(' ')}`.trim(),
    ]
  })

describe('successors of successors', () => {
  it.each([
    ['m1', ['owner -100', 'x 67 after 100', 'y 33 after 100']],
    ['m2', ['x -67', 'u 34 after 67', 'v 33 after 67']],
    ['s2', ['u 3 after − before 73 67', 'v 3 after − before 73 67', 'y 4 after − before 110 100']],
    ['s3', ['u 4 after − before 81 73', 'v 4 after − before 81 73', 'y 3 after − before 121 110']],
  ])('%s says what each place has had', (event, lines) => {
    expect(told(event)).toEqual(lines)
    const tree = treeOf(event)
    expect(redo(settlementArithmetic)(tree)).toEqual({ _tag: 'Right', right: tree.value })
  })
})
