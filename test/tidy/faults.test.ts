import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describeFault, type Fault, type Words } from 'data-dividend'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { filesUnder } from '../files.js'

/** Tags of the types in src/, such as `readonly _tag: 'NotADate'`. */
const tagsOf = (file: string): readonly string[] => {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const tags: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) && node.type && ts.isLiteralTypeNode(node.type)) {
      const { literal } = node.type
      if (ts.isIdentifier(node.name) && node.name.text === '_tag' && ts.isStringLiteral(literal)) {
        tags.push(literal.text)
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return tags
}

/** The words of all rooms: what a file exports as `…Words`. */
const words: Record<string, Words[string]> = {}
for (const file of filesUnder('src', '.ts')) {
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/^export const (\w+Words)\b/gm)) {
    const room = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>
    Object.assign(words, room[name])
  }
}

const tags = [...new Set(filesUnder('src', '.ts').flatMap(tagsOf))].sort()

describe('faults', () => {
  it('are in the words of their room, and nothing else is', () => {
    expect(Object.keys(words).sort()).toEqual(tags)
  })

  it.each(tags)('%s has its smallest case, told in both languages', (tag) => {
    const file = `test/errors/${tag}.json`
    expect(existsSync(file), file).toBe(true)
    const { fault, en, zh } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly fault: Fault
      readonly en: string
      readonly zh: string
    }
    expect(fault._tag).toBe(tag)
    expect(describeFault(words)('en')(fault)).toBe(en)
    expect(describeFault(words)('zh')(fault)).toBe(zh)
    expect(`${en}${zh}`).not.toMatch(/undefined|\{\w+\}/)
  })

  it('have no case of a tag that is gone', () => {
    const known = tags.map((tag) => `test/errors/${tag}.json`)
    expect(filesUnder('test/errors', '.json').filter((file) => !known.includes(file))).toEqual([])
  })
})
