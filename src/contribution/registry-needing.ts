/** Values that need more than a game: laws, rates, weights, unions, links, rankings, factors. */
import { right } from 'fp-ts/lib/Either.js'
import { weightedShapley } from './dividend.js'
import { explainIn, explainSemivalue } from './explain.js'
import { explainWeighted } from './explain-others.js'
import {
  explainAverageTree,
  explainBanzhafOwen,
  explainInOrder,
  explainOwen,
  explainPosition,
} from './explain-structure.js'
import { explainFactorCorrected } from './explain-parts.js'
import { needing } from './given.js'
import { averageTree, myerson, position, restricted } from './graph.js'
import { keeps, method, type ValueMethod } from './method.js'
import { inOrder, permission, permissionGame } from './permission.js'
import { factorCorrected } from './roles.js'
import { ame, semivalue } from './semivalue.js'
import { ameLaw } from './size-law.js'
import { banzhafOwen, owen } from './union.js'

export const needingMethods: readonly ValueMethod[] = [
  method('semivalue', 'Semivalue', '半值', 'Dubey, Neyman, Weber 1981', {
    generalises: 'value.shapley',
    takes: 'semivalue(law)',
    with: needing(
      'sizes',
      (sizes) => semivalue(() => right(sizes)),
      (sizes) => explainSemivalue(() => right(sizes), 'as given'),
    ),
  }),
  method('ame', 'Average marginal effect', '平均边际效应', 'Lin et al. 2022', {
    takes: 'ame(rates)',
    with: needing('rates', ame, (rates) =>
      explainSemivalue(ameLaw(rates), 'mean of q^s(1−q)^(n−1−s)'),
    ),
  }),
  method(
    'weighted-shapley',
    'Weighted Shapley value',
    '加权沙普利值',
    'Shapley 1953; Kalai & Samet 1987',
    {
      generalises: 'value.shapley',
      keeps: keeps('EFF NUL NPO ADD COV STM COM AGM IR CVX POS'),
      takes: 'weightedShapley(weights)',
      with: needing('weights', weightedShapley, explainWeighted),
    },
  ),
  method('owen', 'Owen value', '欧文值', 'Owen 1977', {
    generalises: 'value.shapley',
    takes: 'owen(unions)',
    with: needing('unions', owen, explainOwen),
  }),
  method('banzhaf-owen', 'Banzhaf–Owen value', '班扎夫–欧文值', 'Owen 1982', {
    generalises: 'value.banzhaf',
    takes: 'banzhafOwen(unions)',
    with: needing('unions', banzhafOwen, explainBanzhafOwen),
  }),
  method('myerson', 'Myerson value', '迈尔森值', 'Myerson 1977', {
    generalises: 'value.shapley',
    takes: 'myerson(links)',
    with: needing('links', myerson, (links) => explainIn(restricted(links))),
  }),
  method('position', 'Position value', '位置值', 'Borm, Owen, Tijs 1992', {
    takes: 'position(links)',
    with: needing('links', position, explainPosition),
  }),
  method('average-tree', 'Average tree value', '平均树值', 'Herings, van der Laan, Talman 2008', {
    takes: 'averageTree(links)',
    with: needing('links', averageTree, explainAverageTree),
  }),
  method('permission', 'Permission value', '许可值', 'Gilles, Owen, van den Brink 1992', {
    generalises: 'value.shapley',
    takes: 'permission(kind)(ranking)',
    with: needing(
      'ranking',
      ({ kind, pairs }) => permission(kind)(pairs),
      ({ kind, pairs }) => explainIn(permissionGame(kind, pairs)),
    ),
  }),
  method(
    'in-order',
    'Order-restricted Shapley value',
    '顺序受限沙普利值',
    'Faigle & Kern 1992; arXiv 2411.00388',
    {
      generalises: 'value.shapley',
      takes: 'inOrder(groups)',
      with: needing('groups', inOrder, explainInOrder),
    },
  ),
  method(
    'factor-corrected',
    'Factor-corrected Shapley value',
    '修正沙普利值',
    'Li, Chu, Wang, Zhang 2024',
    {
      generalises: 'value.shapley',
      takes: 'factorCorrected(factors)',
      with: needing('factors', factorCorrected, explainFactorCorrected),
    },
  ),
]
