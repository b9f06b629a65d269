/** Cells as people and spreadsheets write them, turned into what the model reads.
 *
 *  Only what can mean one thing is rewritten; each kind of rewriting is counted and told once. */
import type { ReadingNote, Rewritten } from './fault.js'

type Tag = Exclude<ReadingNote['_tag'], 'ReadAs'>

export interface Cells {
  readonly amount: (cell: string, line: number) => string
  readonly date: (cell: string, line: number) => string
  readonly notes: () => readonly ReadingNote[]
}

/** Readers of the cells of one file, which remember what they rewrote.
 * @param grouping whether a comma groups digits; where semicolons part cells it may be a point */
export const cellReader = (grouping: boolean): Cells => {
  const counts = new Map<Tag, Rewritten>()
  const rewrite = (tag: Tag, line: number, text: string, read: string): string => {
    if (read === text) return text
    const { count, ...first } = counts.get(tag) ?? { count: 0, line, text, read }
    counts.set(tag, { ...first, count: count + 1 })
    return read
  }
  const narrow = (cell: string, line: number): string =>
    wide.test(cell) ? rewrite('WideDigitsRead', line, cell, cell.normalize('NFKC').trim()) : cell
  return {
    amount: (cell, line) => {
      const text = narrow(cell, line)
      return grouping && grouped.test(text) ?
          rewrite('AmountsUngrouped', line, text, text.replaceAll(',', ''))
        : text
    },
    date: (cell, line) => {
      const text = narrow(cell, line)
      return usualDate.test(text) ? text : rewrite('DatesRewritten', line, text, isoDate(text))
    },
    notes: () => [...counts].map(([_tag, rewritten]) => ({ _tag, ...rewritten })),
  }
}

/** An id that a spreadsheet has taken for a number and shortened: 1.23E+17. */
export const isDamaged = (cell: string): boolean => /^\d(\.\d+)?[Ee]\+\d+$/.test(cell)

const wide = /[\uff01-\uff5e\u3000]/
const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/
const usualDate = /^\d{4}-\d{2}-\d{2}/
const peoplesDate =
  /^(\d{4})(?:([/.-])(\d{1,2})\2|年(\d{1,2})月)(\d{1,2})日?(?: +(\d{1,2})(:\d{2}(?::\d{2})?))?$/

/** Year, month and day in this order, however parted, with a time of day or without. */
const isoDate = (text: string): string => {
  const found = peoplesDate.exec(text)
  if (found === null) return text
  const [, year = '', , numbered, named = '', day = '', hour, minutes = ''] = found
  const time = hour === undefined ? '' : ` ${hour.padStart(2, '0')}${minutes}`
  return `${year}-${(numbered ?? named).padStart(2, '0')}-${day.padStart(2, '0')}${time}`
}
