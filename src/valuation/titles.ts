/** What the labels of a valuation's figures mean, in both languages. A label before its first dot
 * is looked up; what follows the dot is a number or the user's own name. */
import type { Bilingual, Explained } from '../core/index.js'

/** The title of a label; the label itself where it is the user's own.
 * @example
 * import { titleOf } from 'data-dividend/valuation'
 * titleOf('year.3') // => { en: 'year 3', zh: '第 3 期' } */
export const titleOf = (label: string): Bilingual => {
  const [head = '', ...rest] = label.split('.')
  const title = titles[head]
  const tail = rest.join('.')
  if (title === undefined) return { en: label, zh: label }
  if (tail === '') return title
  return {
    en: `${title.en} ${tail}`,
    zh: title.zh.includes('#') ? title.zh.replace('#', tail) : `${title.zh} ${tail}`,
  }
}

/** A tree whose figures carry their titles. */
export const withTitles = (tree: Explained): Explained => ({
  ...tree,
  ...(Object.hasOwn(titles, tree.label.split('.')[0] ?? '') && { title: titleOf(tree.label) }),
  ...(tree.inputs && {
    inputs: tree.inputs.map((input) => ('ref' in input ? input : withTitles(input))),
  }),
})

const titles: Readonly<Record<string, Bilingual>> = {
  adjustment: { en: 'adjustment factor', zh: '价值调整系数' },
  adminster: { en: 'cost to administer', zh: '管理成本' },
}
