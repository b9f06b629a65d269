import { stories, type Story } from 'data-dividend/laws'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'
import { settled } from './cases.js'
import { straightStories } from './straight.js'
import { movedBy, naively } from './naive/events.js'

const likeTheModel = (all: fc.Arbitrary<Story>) =>
  fc.property(all, ({ agreement, events }) => {
    const { lines } = settled(agreement, events)
    const wanted = naively(agreement, events, lines)
    for (const [index, { id }] of events.entries()) {
      expect(movedBy(lines, id), id).toEqual(wanted[index])
    }
  })

describe('laws', () => {
  it.each(['net', 'original'] as const)(
    'every line is E(after) − E(before), %s',
    (refunds) => {
      holds(likeTheModel(stories({ refunds })), 150)
    },
    60_000,
  )

  it('every line is E(after) − E(before), over amendments that carry', () => {
    holds(likeTheModel(straightStories), 250)
  }, 60_000)
})
