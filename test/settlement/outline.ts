/** Trees as text: one figure a line, two spaces in for each level. */
import type { Explained, Reference } from 'data-dividend'

/** `label = value unit : formula [source] {title}`, or `label -> where it stands`; what a figure
 * does not have is left out. */
export const outline = (figure: Explained | Reference, depth = 0): string => {
  const { label } = figure
  const start = `${'  '.repeat(depth)}${label}`
  if ('ref' in figure) return `${start} -> ${figure.ref}`
  const { value, unit, formula, source, title, inputs = [] } = figure
  const more = [
    ...(unit === undefined ? [] : [unit]),
    ...(formula === undefined ? [] : [`: ${formula}`]),
    ...(source === undefined ? [] : [`[${source}]`]),
    ...(title === undefined ? [] : [`{${title.en} | ${title.zh}}`]),
  ]
  const head = [`${start} = ${value}`, ...more].join(' ')
  return [head, ...inputs.map((input) => outline(input, depth + 1))].join('\n')
}
