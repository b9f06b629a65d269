/** What the labels of a valuation's figures mean, in both languages. A label before its first dot
 *  is looked up; what follows the dot is a number or the user's own name. */
import type { Bilingual, Explained } from '../core/index.js'
import { labelTitles } from './label-titles.js'

/** The title of a label; the label itself where it is nobody's but the user's.
 * @example
 * import { titleOf } from 'data-dividend/valuation'
 * titleOf('year.3') // => { en: 'year 3', zh: '第 3 期' } */
export const titleOf = (label: string): Bilingual => {
  const [head = '', ...rest] = label.split('.')
  const title = Object.hasOwn(labelTitles, head) ? labelTitles[head] : undefined
  const own = rest.join('.')
  if (title === undefined) return { en: label, zh: label }
  const [en, zh] = title
  // The dimensions of quality have names of their own; other names are the user's.
  const known =
    head === 'dimension' && Object.hasOwn(labelTitles, own) ? labelTitles[own] : undefined
  if (known !== undefined) return { en: known[0], zh: known[1] }
  return own === '' ?
      { en, zh }
    : { en: `${en} ${own}`, zh: zh === '各期' ? `第 ${own} 期` : `${zh} ${own}` }
}

/** A tree whose figures carry their titles. */
export const withTitles = (tree: Explained): Explained => ({
  ...tree,
  title: tree.title ?? titleOf(tree.label),
  ...(tree.inputs && {
    inputs: tree.inputs.map((input) => ('ref' in input ? input : withTitles(input))),
  }),
})
