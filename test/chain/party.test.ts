import { links } from 'data-dividend'
import { kindNames, linkNames } from 'data-dividend/chain'
import { describe, expect, it } from 'vitest'

describe('edges', () => {
  it('the links stand in the order in which value arises', () => {
    expect(links).toEqual(['collection', 'processing', 'circulation', 'application'])
    expect(links.map((link) => linkNames[link].zh)).toEqual(['采集', '加工', '流通', '应用'])
    expect(links.map((link) => linkNames[link].en)).toEqual([...links])
  })
  it('the kinds of parties have names in both languages', () => {
    expect(Object.values(kindNames).map(({ zh }) => zh)).toEqual(['个人', '企业', '公共'])
    expect(kindNames.public.en).toBe('the public')
  })
})
