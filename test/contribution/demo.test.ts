import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { penguinsOf, valuedPenguins } from '../../scripts/demo-records.js'

describe('edges', () => {
  it('most spoilt labels of the penguins stand in the lowest tenth', () => {
    const penguins = penguinsOf(readFileSync('data/penguins/penguins.csv', 'utf8'))
    const demo = valuedPenguins(penguins, 42)
    expect([demo.records, demo.spoilt, demo.found]).toEqual([342, 34, 24])
    expect(demo.lowest[0]?.slice(0, 1)).toEqual([17])
  })
})
