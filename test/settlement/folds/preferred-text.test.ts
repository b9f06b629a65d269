import { describe, expect, it } from 'vitest'
import { agreement, end } from '../small.js'
import { findings, sentences } from './told.js'

const of = (more: object = {}) =>
  agreement([
    {
      preferred: {
        id: 'first',
        to: 'lp',
        capital: 1000,
        since: '2025-01-01',
        rate: '10%',
        days: 'ACT/365',
        ...more,
      },
    },
    end(),
  ])

describe('a preferred return as it is written', () => {
  it.each([
    [
      {},
      'simple',
      'the return first, then the capital of 1,000',
      '单利',
      '先付回报，后还本金 1,000',
    ],
    [
      { order: 'returnFirst', compounding: 'simple' },
      'simple',
      'the return first, then the capital of 1,000',
      '单利',
      '先付回报，后还本金 1,000',
    ],
    [
      { order: 'capitalFirst' },
      'simple',
      'the capital of 1,000 first, then the return',
      '单利',
      '先还本金 1,000，后付回报',
    ],
    [
      { order: 'returnOnly', compounding: 'annual' },
      'compounded by the year',
      'the return on a capital of 1,000, which stays',
      '按年复利',
      '只付本金 1,000 的回报，本金不还',
    ],
  ])('is told: %j', (more, how, en, wie, zh) => {
    expect(sentences(of(more))).toEqual([
      `first: lp comes first with a preferred return of 10% a year since 2025-01-01 (ACT/365, ${how}): ${en}. What is not paid stays owed.`,
      `first: lp 优先受偿：自 2025-01-01 起按年 10% 计优先回报（ACT/365，${wie}），${zh}；未付部分累积。`,
    ])
  })

  it.each([
    ['OrderCounts flow/0/preferred preferred', {}],
    ['NotAnAmount flow/0/preferred/capital x', { capital: 'x' }],
    ['NotADate flow/0/preferred/since x', { since: 'x' }],
    ['NotARatio flow/0/preferred/rate x', { rate: 'x' }],
    ['UnknownDayCount flow/0/preferred/days ACT/ACT ACT/365,ACT/360,30E/360', { days: 'ACT/ACT' }],
    ['NotAName flow/0/preferred/to x y', { to: 'x y' }],
  ])('is found: %s', (text, more) => {
    expect(findings(of(more))[0]).toBe(text)
  })
})
