import { describe, expect, it } from 'vitest'
import { agreement, end, sale } from '../small.js'
import { findings, lines, sentences, tree } from './told.js'

const preferred = (id = 'first', more: object = {}) => ({
  preferred: {
    id,
    to: 'lp',
    capital: 1000,
    since: '2025-01-01',
    rate: '8%',
    days: 'ACT/365',
    ...more,
  },
})
const catchUp = (more: object = {}) => ({
  catchUp: { id: 'carry', to: 'gp', hurdle: 'first', carry: '20%', ...more },
})
const byId = (more: object = {}) => agreement([preferred(), catchUp(more), end()])
const byAmount = (more: object = {}) => agreement([catchUp({ hurdle: 80, ...more }), end()])

describe('the part of the profit', () => {
  it.each([
    [{}, 19, 19],
    [{}, 20, 20],
    [{}, 21, 20],
    [{}, 22, 20],
    [{}, 23, 21],
    [{}, 100, 36],
    [{ rate: '100%' }, 21, 20],
    [{ rate: '60%' }, 39, 23],
    [{ rate: '60%' }, 40, 24],
    [{ rate: '60%' }, 41, 24],
    [{ rate: '60%' }, 43, 25],
    [{ rate: '50%', hurdle: 81 }, 53, 27],
    [{ rate: '50%', hurdle: 81 }, 54, 27],
    [{ rate: '50%', hurdle: 81 }, 56, 27],
    [{ rate: '50%', hurdle: 81 }, 57, 28],
  ])('%j: of %i above the hurdle %i', (more, amount, part) => {
    const wanted = [
      `s catchUp carry gp ${String(part)}`,
      ...(part === amount ? [] : [`s share end owner ${String(amount - part)}`]),
    ]
    expect(lines(byAmount(more), [sale('s', '2026-01-01', amount)])).toEqual(wanted)
    if ('hurdle' in more) return
    const events = [sale('p', '2026-01-01', 1080), sale('s', '2026-01-01', amount)]
    expect(lines(byId(more), events)).toEqual(['p preferred first lp 1080', ...wanted])
  })

  it('goes on from what was given when the return has grown', () => {
    const flow = agreement([
      preferred('first', { order: 'returnOnly' }),
      catchUp({ rate: '50%' }),
      end(),
    ])
    const events = [
      sale('s1', '2026-01-01', 100),
      sale('s2', '2026-01-01', 60),
      sale('s3', '2026-07-02', 60),
      sale('s4', '2026-07-02', 7),
      sale('s5', '2028-01-01', 130),
      sale('s6', '2028-01-01', 100),
    ]
    expect(lines(flow, events)).toEqual([
      's1 preferred first lp 80',
      's1 catchUp carry gp 10',
      's1 share end owner 10',
      's2 catchUp carry gp 22',
      's2 share end owner 38',
      's3 preferred first lp 40',
      's3 catchUp carry gp 10',
      's3 share end owner 10',
      's4 catchUp carry gp 3',
      's4 share end owner 4',
      's5 preferred first lp 120',
      's5 catchUp carry gp 5',
      's5 share end owner 5',
      's6 catchUp carry gp 41',
      's6 share end owner 59',
    ])
    expect(tree(flow, events, 's4')).toEqual([
      's4 7 JPY = Σ line [sale 2026-07-02]',
      '  line.1 3 “gp by carry | gp，依据 carry” = after − before',
      '    after 45 = before + Σ change [counter carry#to]',
      '      before 42 [counter carry#to]',
      '      change.1 3 = after − before',
      '        after 3 = halfUp(min(start + rate × (came − from), max(start, carry × (hurdle + came))), 0) − given [carry]',
      '          amount 7 = after − before',
      '            after 107 = before + Σ change [counter first#rest]',
      '              before 100 [counter first#rest]',
      '              change.1 7 = after − before',
      '                after 7 = max(amount − (due), 0) [first]',
      '                  amount 7 = after − before',
      '                    after 7 [sale s4 2026-07-02]',
      '                    before 0 [before sale s4 2026-07-02]',
      '                  due 0 = halfUp(accrued, 0) − paid',
      '                    accrued 8752/73 = before [ACT/365 to 2026-07-02]',
      '                      before 8752/73',
      '                    paid 120',
      '                before 0',
      '            before is line.1/after/change.1/after/amount/after/before',
      '          start 32',
      '          rate 50%',
      '          came 107 [100 before]',
      '          from 80',
      '          carry 20%',
      '          hurdle 120',
      '          given 42',
      '        before 0',
      '    before is line.1/after/before',
      '  line.2 4 “owner by end | owner，依据 end” = after − before',
      '    after 62 = before + Σ change [counter carry#rest]',
      '      before 58 [counter carry#rest]',
      '      change.1 4 = after − before',
      '        after 4 = amount − (halfUp(min(start + rate × (came − from), max(start, carry × (hurdle + came))), 0) − given) [carry]',
      '          amount 7 = after − before',
      '            after is line.1/after/change.1/after/amount/after',
      '            before is line.1/after/change.1/after/amount/after/before',
      '          start 32',
      '          rate 50%',
      '          came 107 [100 before]',
      '          from 80',
      '          carry 20%',
      '          hurdle 120',
      '          given 42',
      '        before 0',
      '    before is line.2/after/before',
    ])
  })

  it('counts a return that grew after much was given', () => {
    const flow = agreement([
      preferred('first', { order: 'returnOnly' }),
      catchUp({ rate: '21%' }),
      end(),
    ])
    const events = ['2026-01-01', '2026-01-06', '2026-01-11', '2026-01-16'].map((at, index) =>
      sale(`s${String(index)}`, at, 400),
    )
    expect(lines(flow, events)).toEqual([
      's0 preferred first lp 80',
      's0 catchUp carry gp 67',
      's0 share end owner 253',
      's1 preferred first lp 1',
      's1 catchUp carry gp 84',
      's1 share end owner 315',
      's2 preferred first lp 1',
      's2 catchUp carry gp 84',
      's2 share end owner 315',
      's3 preferred first lp 1',
      's3 catchUp carry gp 84',
      's3 share end owner 315',
    ])
  })

  it('stands below two returns, and counts the one it names', () => {
    const flow = (hurdle: string) =>
      agreement([
        preferred('first', { capital: 100 }),
        preferred('second'),
        catchUp({ hurdle }),
        end(),
      ])
    const events = [sale('s', '2026-01-01', 1300)]
    expect(lines(flow('first'), events)).toEqual([
      's preferred first lp 108',
      's preferred second lp 1080',
      's catchUp carry gp 24',
      's share end owner 88',
    ])
    expect(lines(flow('second'), events)).toEqual([
      's preferred first lp 108',
      's preferred second lp 1080',
      's catchUp carry gp 38',
      's share end owner 74',
    ])
  })

  it('explains itself, of an agreed hurdle', () => {
    expect(tree(byAmount({ rate: '50%' }), [sale('s', '2026-01-01', 60)], 's')).toEqual([
      's 60 JPY = Σ line [sale 2026-01-01]',
      '  line.1 28 “gp by carry | gp，依据 carry” = after',
      '    after 28 = halfUp(taken + rate × base, 0) [carry]',
      '      base 60 = before + Σ change [counter carry]',
      '        before 0 [counter carry]',
      '        change.1 60 = after − before',
      '          after 60 [sale s 2026-01-01]',
      '          before 0 [before sale s 2026-01-01]',
      '      rate 20%',
      '      taken 16',
      '  line.2 32 “owner by end | owner，依据 end” = after',
      '    after 32 = base − first',
      '      base is line.1/after/base',
      '      first is line.1/after',
    ])
  })
})

describe('a catch-up as it is written', () => {
  it.each([
    [byAmount(), '100%', 'a', '80'],
    [byAmount({ rate: '60%' }), '60%', 'a', '80'],
  ])('is told of an amount', (of, rate, article, hurdle) => {
    expect(sentences(of)).toEqual([
      `carry: gp takes ${rate} of what is left until it has 20% of the profit, ${article} return of ${hurdle} counted in, and then 20%.`,
      `carry: gp 提取余额的 ${rate}，直至占全部利润（含回报 ${hurdle}）的 20%，其后按 20% 提取。`,
    ])
  })

  it('is told of a step', () => {
    expect(sentences(byId(), 3)).toEqual([
      'carry: gp takes 100% of what is left until it has 20% of the profit, the return of first counted in, and then 20%.',
      'carry: gp 提取余额的 100%，直至占全部利润（含回报 first）的 20%，其后按 20% 提取。',
    ])
  })

  it.each([
    ['NotANumber flow/0/catchUp/hurdle 1.5', byAmount({ hurdle: 1.5 })],
    ['NotARatio flow/0/catchUp/carry x', byAmount({ carry: 'x' })],
    ['NotARatio flow/0/catchUp/rate x', byAmount({ rate: 'x' })],
    ['CatchUpTooSlow flow/0/catchUp/rate 20% 20%', byAmount({ rate: '20%' })],
    ['CatchUpTooSlow flow/0/catchUp/rate 19% 20%', byAmount({ rate: '19%' })],
    ['NotAName flow/0/catchUp/to x y', byAmount({ to: 'x y' })],
    ['HurdleUnknown flow/1/catchUp/hurdle second first', byId({ hurdle: 'second' })],
  ])('is found: %s', (text, of) => {
    expect(findings(of)[0]).toBe(text)
  })

  it('is no note when its hurdle is agreed', () => {
    expect(findings(byAmount({ rate: '21%' }))).toEqual([])
  })
})
