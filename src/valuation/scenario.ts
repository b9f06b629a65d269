/** Scenarios and decision trees (情景, 决策树).
 *
 *  expected: Σ p_i · v_i, Σp = 1 exactly. A tree is folded from its leaves: a chance node is the
 *  mean of its branches, a decision node the best of its options; a branch's cost is borne on the
 *  way to it. Source: ASC 820 and IFRS 13 (expected present value); Raiffa, Decision Analysis. */
import type { Either } from 'fp-ts/lib/Either.js'
import { derive, type Figure, type Path } from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import {
  checkFlows,
  checkNumber,
  checkWeights,
  figureOf,
  firstOf,
  labelled,
  numbered,
  type Given,
} from './given.js'
import { worth, type Worth } from './worth.js'

/** % chance and ¤ value of one case. */
export interface Case {
  readonly p: Given
  readonly value: Given
}

/** ¤ values and costs, % chances. */
export type TreeNode =
  | { readonly value: Given }
  | { readonly chance: readonly Branch[] }
  | { readonly decide: readonly Choice[] }

export interface Branch {
  readonly p: Given
  readonly node: TreeNode
  readonly cost?: Given
}

export interface Choice {
  readonly name: string
  readonly node: TreeNode
  readonly cost?: Given
}

/** The expected value of cases. Formula: Σ p × value.
 * @returns Left NoFlows, NotARatio, ShareOutOfRange or WeightsNotOne
 * laws: homogeneous in the values; within their range
 * @example
 * import { orThrow } from 'data-dividend'
 * import { expected, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(0)(orThrow(expected([
 *   { p: '15%', value: '500' }, { p: '60%', value: '800' }, { p: '25%', value: '900' },
 * ]))) // => '780' */
export const expected = (cases: readonly Case[]): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      checkFlows(
        ['cases'],
        cases.map(({ value }) => value),
      ),
      checkWeights(
        ['cases'],
        cases.map(({ p }) => p),
      ),
    ),
    () => ({
      figure: derive(
        'Σ case',
        numbered(
          'case',
          cases.map(({ p, value }) =>
            derive('p × value', { p: figureOf(p), value: figureOf(value) }),
          ),
        ),
      ),
    }),
  )

/** The value of a decision tree, each decision taken for the best.
 * Formula: chance Σ p × (node − cost); decision max(node − cost).
 * @returns Left NoFlows (a node without branches), NotARatio, ShareOutOfRange or WeightsNotOne
 * @example
 * import { orThrow } from 'data-dividend'
 * import { foldTree, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(0)(orThrow(foldTree({ decide: [
 *   { name: 'sell', node: { value: '50' } },
 *   { name: 'trial', cost: '20', node: { chance: [
 *     { p: '60%', node: { value: '120' } }, { p: '40%', node: { value: '0' } },
 *   ] } },
 * ] }))) // => '52' */
export const foldTree = (node: TreeNode): Either<ValuationFault, Worth> =>
  worth(checkNode([], node), () => ({ figure: fold(node) }))

const checkNode = (path: Path, node: TreeNode): ValuationFault | undefined => {
  if ('value' in node) return checkNumber([...path, 'value'], node.value)
  const name = 'chance' in node ? 'chance' : 'decide'
  const edges: readonly (Branch | Choice)[] = 'chance' in node ? node.chance : node.decide
  return firstFault(
    edges.length === 0 ? { _tag: 'NoFlows', path: [...path, name] } : undefined,
    'chance' in node ?
      checkWeights(
        [...path, name],
        node.chance.map(({ p }) => p),
      )
    : undefined,
    firstOf(edges, (edge, i) =>
      firstFault(
        edge.cost === undefined ? undefined : checkNumber([...path, name, i, 'cost'], edge.cost),
        checkNode([...path, name, i, 'node'], edge.node),
      ),
    ),
  )
}

const fold = (node: TreeNode): Figure => {
  if ('value' in node) return figureOf(node.value)
  if ('chance' in node) {
    return derive(
      'Σ branch',
      numbered(
        'branch',
        node.chance.map((branch) =>
          derive('p × node', { p: figureOf(branch.p), node: afterCost(branch) }),
        ),
      ),
    )
  }
  const options = labelled('option', Object.fromEntries(node.decide.map((c) => [c.name, c]))).map(
    ({ label, item }) => [label, afterCost(item)] as const,
  )
  return derive(`max(${options.map(([label]) => label).join(', ')})`, Object.fromEntries(options))
}

const afterCost = ({ node, cost }: Branch | Choice): Figure =>
  cost === undefined ?
    fold(node)
  : derive('node − cost', { node: fold(node), cost: figureOf(cost) })
