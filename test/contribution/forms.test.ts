import { describe, expect, it } from 'vitest'
import {
  airport,
  airportGame,
  banzhafOwen,
  factorCorrected,
  gameByMask,
  geometric,
  averageTree,
  inOrder,
  lineOf,
  myerson,
  owen,
  permission,
  position,
  sequential,
  serial,
  shapley,
  stagedChain,
  termsGame,
  termsOfRows,
  twoLayers,
  usageValue,
  votingGame,
  votingPower,
  votingSwings,
  type Figures,
  type Voting,
} from '../../src/contribution/index.js'
import { ratio } from '../../src/core/index.js'
import { byMask, faultOf, figure, get, glove, letters, solved } from './support.js'

const named = (values: readonly string[]): Figures =>
  values.map((value, i) => ({ player: letters(26)[i]!, value: figure(value) }))
const voting = (quota: number, weights: readonly number[]): Voting => ({
  quota: BigInt(quota),
  votes: weights.map((w, i) => ({ player: letters(26)[i]!, votes: BigInt(w) })),
})
describe('edges', () => {
  const one = ratio(1n)
  it('graphs with unknown players, loops and cycles are refused; a link counts once', () => {
    for (const value of [myerson, position, averageTree]) {
      expect(faultOf(value([['A', 'Z']])(glove))).toEqual({ _tag: 'UnknownPlayer', player: 'Z' })
      expect(faultOf(value([['B', 'B']])(glove))).toEqual({ _tag: 'LinkToItself', player: 'B' })
      expect(
        solved(
          value([
            ['A', 'C'],
            ['C', 'A'],
          ]),
          glove,
        ),
      ).toEqual(solved(value([['A', 'C']]), glove))
    }
    expect(
      faultOf(
        averageTree([
          ['A', 'B'],
          ['B', 'C'],
          ['A', 'C'],
        ])(glove),
      ),
    ).toEqual({ _tag: 'NotAForest', player: 'A' })
  })
  it('position counts at most 20 links', () => {
    const players = letters(7)
    const game = get(gameByMask(players)(new Float64Array(128)))
    const links = players.flatMap((a, i) => players.slice(i + 1).map((b) => [a, b] as const))
    expect(faultOf(position(links)(game))).toEqual({ _tag: 'TooManyLinks', links: 21, limit: 20 })
  })
  it('unions and groups hold each player exactly once', () => {
    for (const value of [owen, banzhafOwen, inOrder]) {
      expect(faultOf(value([['A', 'B']])(glove))).toEqual({ _tag: 'NotAPartition', player: 'C' })
      expect(
        faultOf(
          value([
            ['A', 'B'],
            ['B', 'C'],
          ])(glove),
        ),
      ).toEqual({ _tag: 'NotAPartition', player: 'B' })
      expect(faultOf(value([['A', 'B', 'C', 'Z']])(glove))).toEqual({
        _tag: 'UnknownPlayer',
        player: 'Z',
      })
      expect(solved(value([['A', 'B', 'C'], []]), glove)).toEqual(
        solved(value([['A', 'B', 'C']]), glove),
      )
    }
  })
  it('rankings without a top are refused', () => {
    const circle = [
      { player: 'A', superior: 'B' },
      { player: 'B', superior: 'A' },
    ]
    expect(faultOf(permission('conjunctive')(circle)(glove))).toEqual({
      _tag: 'RankingCycle',
      player: 'A',
    })
    expect(faultOf(permission('conjunctive')([{ player: 'A', superior: 'Z' }])(glove))).toEqual({
      _tag: 'UnknownPlayer',
      player: 'Z',
    })
  })
  it('chains refuse bad parameters, names and revenues', () => {
    const line = lineOf(named(['1', '2']))
    expect(faultOf(geometric(ratio(2n))(line))).toEqual({
      _tag: 'ParameterOutOfRange',
      parameter: 'lambda',
      value: '2',
    })
    expect(faultOf(geometric(ratio(-1n))(line))).toEqual({
      _tag: 'ParameterOutOfRange',
      parameter: 'lambda',
      value: '-1',
    })
    expect(faultOf(geometric(one)([]))).toEqual({ _tag: 'NoPlayers' })
    expect(faultOf(serial([{ player: 'A', revenue: ratio(-1n) }]))).toEqual({
      _tag: 'NegativeFigure',
      player: 'A',
      value: '-1',
    })
    expect(faultOf(serial([{ player: 'A', revenue: one, superior: 'Z' }]))).toEqual({
      _tag: 'UnknownPlayer',
      player: 'Z',
    })
    expect(faultOf(geometric(one)([{ player: 'A', revenue: one, superior: 'A' }]))).toEqual({
      _tag: 'RankingCycle',
      player: 'A',
    })
  })
  it('votes must be votes, and the quota within reach', () => {
    expect(faultOf(votingPower(voting(1, [])))).toEqual({ _tag: 'NoPlayers' })
    expect(faultOf(votingPower(voting(1, [-1, 3])))).toEqual({
      _tag: 'NotAVote',
      player: 'A',
      votes: '-1',
    })
    expect(faultOf(votingSwings(voting(0, [1])))).toEqual({
      _tag: 'QuotaOutOfRange',
      quota: '0',
      total: '1',
    })
    expect(faultOf(votingGame(voting(2, [1])))).toEqual({
      _tag: 'QuotaOutOfRange',
      quota: '2',
      total: '1',
    })
    expect(faultOf(votingPower(voting(1, [100_000_001])))).toEqual({
      _tag: 'TooMuchCounting',
      method: 'weighted votes',
      size: '100000001',
      limit: '100000000',
    })
  })
  it('usage needs parties, one amount an event, and known names', () => {
    expect(faultOf(usageValue([]))).toEqual({ _tag: 'NoPlayers' })
    expect(faultOf(usageValue([{ event: 'q', parties: [], amount: 1n }]))).toEqual({
      _tag: 'EmptyTerm',
      event: 'q',
    })
    expect(faultOf(usageValue([{ event: 'q', parties: ['A', 'A'], amount: 1n }]))).toEqual({
      _tag: 'DuplicatePlayer',
      player: 'A',
    })
    expect(
      faultOf(
        termsOfRows([
          { event: 'q', party: 'A', amount: 1n },
          { event: 'q', party: 'B', amount: 2n },
        ]),
      ),
    ).toEqual({ _tag: 'TermsDiffer', event: 'q', first: '1', other: '2' })
    expect(faultOf(termsGame(['A'])([{ event: 'q', parties: ['B'], amount: 1n }]))).toEqual({
      _tag: 'UnknownPlayer',
      player: 'B',
    })
  })
  it('airports, stages and sequences refuse what is no need, stage or name', () => {
    expect(faultOf(airport([{ player: 'A', value: ratio(-1n) }]))).toEqual({
      _tag: 'NegativeFigure',
      player: 'A',
      value: '-1',
    })
    expect(faultOf(airportGame([{ player: 'A', value: ratio(-1n) }]))).toEqual({
      _tag: 'NegativeFigure',
      player: 'A',
      value: '-1',
    })
    expect(faultOf(sequential([]))).toEqual({ _tag: 'NoPlayers' })
    expect(faultOf(stagedChain({ worth: one, stages: [] }))).toEqual({ _tag: 'NoPlayers' })
    expect(faultOf(stagedChain({ worth: one, stages: [['A'], []] }))).toEqual({
      _tag: 'NotACount',
      stage: 2,
      value: '0',
    })
  })
  it('factors and scores are checked before anything is shared', () => {
    const half = ratio(1n, 2n)
    const game = byMask([0, 0, 0, 8])
    expect(faultOf(factorCorrected({ A: half, B: one })(game))).toEqual({
      _tag: 'FactorsNotOne',
      sum: '1.5',
    })
    expect(faultOf(factorCorrected({ A: half })(game))).toEqual({
      _tag: 'PlayerMissing',
      player: 'B',
    })
    const layers = (scores: Parameters<typeof twoLayers>[0]['scores']) =>
      faultOf(twoLayers({ between: shapley, scores })(game))
    expect(layers({ A: { x: one } })).toEqual({ _tag: 'PlayerMissing', player: 'B' })
    expect(layers({ A: { x: one }, B: { x: one } })).toEqual({
      _tag: 'DuplicatePlayer',
      player: 'x',
    })
    expect(layers({ A: { x: one }, B: { y: ratio(-1n) } })).toEqual({
      _tag: 'NegativeFigure',
      player: 'y',
      value: '-1',
    })
    expect(layers({ A: { x: one }, B: { y: ratio(0n) } })).toEqual({
      _tag: 'ScoresAllZero',
      role: 'B',
    })
    expect(layers({ A: { x: one }, B: { y: one }, C: { z: one } })).toEqual({
      _tag: 'UnknownPlayer',
      player: 'C',
    })
  })
})
