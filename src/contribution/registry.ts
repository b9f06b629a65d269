/** All values, as users choose them: by id, with name, source, and the axioms they keep. */
import { chain, left, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Bilingual } from '../core/error.js'
import { ratio } from '../core/ratio.js'
import type { AxiomId } from './axiom.js'
import { gately, tau } from './compromise.js'
import { proportionalShapley, weightedShapley } from './dividend.js'
import { explainSemivalue, type Explain } from './explain.js'
import type { ContributionFault } from './fault.js'
import type { Allocation, Game, Value } from './game.js'
import { needing, type Given, type Needing } from './given.js'
import { averageTree, myerson, position } from './graph.js'
import {
  cis,
  egalitarianShapley,
  ensc,
  equalDivision,
  leaveOneOut,
  solidarity,
  standAloneShares,
} from './linear.js'
import { nucleolus, perCapitaPrenucleolus, prenucleolus } from './nucleolus.js'
import { inOrder, permission } from './permission.js'
import { factorCorrected } from './roles.js'
import { ame, banzhaf, betaShapley, scaled, semivalue, shapley } from './semivalue.js'
import { banzhafLaw, betaLaw, shapleyLaw } from './size-law.js'
import { banzhafIndex, deeganPackel, holler, johnston, shapleyShubik } from './simple.js'
import { banzhafOwen, owen } from './union.js'

/** A value as users choose it. 贡献度量方法 */
export interface ValueMethod {
  readonly id: string
  readonly name: Bilingual
  readonly source: string
  /** The article of the Data Twenty Articles that it serves. */
  readonly article: 12
  /** What it is called with, where it needs more than a game: `weightedShapley(weights)`. */
  readonly takes?: string
  /** How it is made of what a file gives under that name. */
  readonly with?: Needing
  /** The value that this one contains. */
  readonly generalises?: string
  /** Axioms that executed tests support; absent where the table has no row. */
  readonly keeps?: readonly AxiomId[]
  /** Absent where `takes` stands. */
  readonly solve?: Value
  readonly explain?: Explain
}

/** One method's answer to a game. */
export interface Compared {
  readonly id: string
  readonly result: Either<ContributionFault, Allocation>
}

const keeps = (text: string): readonly AxiomId[] => text.split(' ') as readonly AxiomId[]

type Rest = Omit<ValueMethod, 'id' | 'name' | 'source' | 'article'>

const value = (id: string, en: string, zh: string, source: string, rest: Rest): ValueMethod => ({
  id: `value.${id}`,
  name: { en, zh },
  source,
  article: 12,
  ...rest,
})

const four = { alpha: ratio(4n), beta: ratio(1n) }

/** All values. Beta (4, 1) and egalitarian ½ stand with these parameters; `betaShapley` and
 * `egalitarianShapley` take any. */
export const valueMethods: readonly ValueMethod[] = [
  value('shapley', 'Shapley value', '沙普利值', 'Shapley 1953', {
    keeps: keeps('EFF SYM NUL NPO ADD COV STM COM AGM IR CVX POS DUA'),
    solve: shapley,
    explain: explainSemivalue(shapleyLaw, 's!(n−s−1)!/n!'),
  }),
  value('banzhaf', 'Banzhaf value', '班扎夫值', 'Penrose 1946; Banzhaf 1965; Owen 1975', {
    keeps: keeps('SYM NUL NPO ADD COV STM COM AGM IR POS DUA'),
    solve: banzhaf,
    explain: explainSemivalue(banzhafLaw, '1/2^(n−1)'),
  }),
  value('banzhaf-scaled', 'Banzhaf value scaled to v(N)', '归一化班扎夫值', 'Banzhaf 1965', {
    keeps: keeps('EFF SYM NUL NPO POS DUA'),
    solve: scaled('value.banzhaf-scaled', banzhaf),
  }),
  value('beta-shapley', 'Beta Shapley (4, 1)', 'Beta 沙普利值 (4, 1)', 'Kwon & Zou 2022', {
    generalises: 'value.shapley',
    keeps: keeps('SYM NUL NPO ADD COV STM COM AGM IR POS'),
    solve: betaShapley(four),
    explain: explainSemivalue(betaLaw(four), 'beta law (4, 1)'),
  }),
  value('semivalue', 'Semivalue', '半值', 'Dubey, Neyman, Weber 1981', {
    generalises: 'value.shapley',
    takes: 'semivalue(law)',
    with: needing('sizes', (sizes) => semivalue(() => right(sizes))),
  }),
  value('ame', 'Average marginal effect', '平均边际效应', 'Lin et al. 2022', {
    takes: 'ame(rates)',
    with: needing('rates', ame),
  }),
  value(
    'weighted-shapley',
    'Weighted Shapley value',
    '加权沙普利值',
    'Shapley 1953; Kalai & Samet 1987',
    {
      generalises: 'value.shapley',
      keeps: keeps('EFF NUL NPO ADD COV STM COM AGM IR CVX POS'),
      takes: 'weightedShapley(weights)',
      with: needing('weights', weightedShapley),
    },
  ),
  value(
    'proportional-shapley',
    'Proportional Shapley value',
    '比例沙普利值',
    'Béal, Ferrières, Rémila, Solal 2018',
    {
      keeps: keeps('EFF SYM AGM IR CVX POS'),
      solve: proportionalShapley,
    },
  ),
  value(
    'egalitarian-shapley',
    'Egalitarian Shapley value, ½',
    '平均沙普利值（½）',
    'Joosten 1996',
    {
      generalises: 'value.shapley',
      keeps: keeps('EFF SYM ADD COM AGM POS DUA'),
      solve: egalitarianShapley(ratio(1n, 2n)),
    },
  ),
  value('solidarity', 'Solidarity value', '团结值', 'Nowak & Radzik 1994', {
    keeps: keeps('EFF SYM ADD COM AGM POS'),
    solve: solidarity,
  }),
  value('equal-division', 'Equal division', '均分', 'van den Brink 2007', {
    keeps: keeps('EFF SYM ADD COM AGM POS DUA'),
    solve: equalDivision,
  }),
  value('cis', 'CIS: centre of the imputations', '分配集中心值', 'Driessen & Funaki 1991', {
    keeps: keeps('EFF SYM ADD COV COM AGM IR'),
    solve: cis,
  }),
  value(
    'ensc',
    'ENSC: equal parts of the non-separable',
    '不可分贡献均分值',
    'Driessen & Funaki 1991',
    {
      keeps: keeps('EFF SYM ADD COV COM AGM'),
      solve: ensc,
    },
  ),
  value('stand-alone-shares', 'Stand-alone shares', '单独价值比例', 'Moulin 1985', {
    keeps: keeps('EFF SYM NUL NPO COM AGM IR POS'),
    solve: standAloneShares,
  }),
  value('leave-one-out', 'Leave-one-out', '留一法', 'Cook 1977', {
    keeps: keeps('SYM NUL NPO ADD COV STM COM AGM IR POS'),
    solve: leaveOneOut,
  }),
  value('gately', 'Gately point', '盖特利点', 'Gately 1974; Littlechild & Vaidya 1976', {
    keeps: keeps('EFF SYM NUL NPO COV IR DUA'),
    solve: gately,
  }),
  value('tau', 'Tau value', 'τ 值', 'Tijs 1981', {
    keeps: keeps('EFF SYM NUL NPO COV IR POS'),
    solve: tau,
  }),
  value('nucleolus', 'Nucleolus', '核仁', 'Schmeidler 1969', { solve: nucleolus }),
  value('prenucleolus', 'Prenucleolus', '预核仁', 'Sobolev 1975', {
    keeps: keeps('EFF SYM NUL NPO COV IR COR CVX POS'),
    solve: prenucleolus,
  }),
  value('per-capita-prenucleolus', 'Per-capita prenucleolus', '人均预核仁', 'Grotte 1970', {
    keeps: keeps('EFF SYM COV AGM COR CVX'),
    solve: perCapitaPrenucleolus,
  }),
  value('shapley-shubik', 'Shapley–Shubik index', '沙普利–舒比克指数', 'Shapley & Shubik 1954', {
    solve: shapleyShubik,
  }),
  value('banzhaf-index', 'Banzhaf index', '班扎夫指数', 'Banzhaf 1965', { solve: banzhafIndex }),
  value('deegan-packel', 'Deegan–Packel index', '迪根–帕克尔指数', 'Deegan & Packel 1978', {
    solve: deeganPackel,
  }),
  value('holler', 'Holler’s public good index', '霍勒公共品指数', 'Holler 1982', { solve: holler }),
  value('johnston', 'Johnston index', '约翰斯顿指数', 'Johnston 1978', { solve: johnston }),
  value('owen', 'Owen value', '欧文值', 'Owen 1977', {
    generalises: 'value.shapley',
    takes: 'owen(unions)',
    with: needing('unions', owen),
  }),
  value('banzhaf-owen', 'Banzhaf–Owen value', '班扎夫–欧文值', 'Owen 1982', {
    generalises: 'value.banzhaf',
    takes: 'banzhafOwen(unions)',
    with: needing('unions', banzhafOwen),
  }),
  value('myerson', 'Myerson value', '迈尔森值', 'Myerson 1977', {
    generalises: 'value.shapley',
    takes: 'myerson(links)',
    with: needing('links', myerson),
  }),
  value('position', 'Position value', '位置值', 'Borm, Owen, Tijs 1992', {
    takes: 'position(links)',
    with: needing('links', position),
  }),
  value('average-tree', 'Average tree value', '平均树值', 'Herings, van der Laan, Talman 2008', {
    takes: 'averageTree(links)',
    with: needing('links', averageTree),
  }),
  value('permission', 'Permission value', '许可值', 'Gilles, Owen, van den Brink 1992', {
    generalises: 'value.shapley',
    takes: 'permission(kind)(ranking)',
    with: needing('ranking', ({ kind, pairs }) => permission(kind)(pairs)),
  }),
  value(
    'in-order',
    'Order-restricted Shapley value',
    '顺序受限沙普利值',
    'Faigle & Kern 1992; arXiv 2411.00388',
    {
      generalises: 'value.shapley',
      takes: 'inOrder(groups)',
      with: needing('groups', inOrder),
    },
  ),
  value(
    'factor-corrected',
    'Factor-corrected Shapley value',
    '修正沙普利值',
    'Li, Chu, Wang, Zhang 2024',
    {
      generalises: 'value.shapley',
      takes: 'factorCorrected(factors)',
      with: needing('factors', factorCorrected),
    },
  ),
]

/** The value of an id.
 * @returns Left UnknownValue
 * @example
 * import { methodOf } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(methodOf('value.tau'), map((m) => m.source)) // => right('Tijs 1981') */
export const methodOf = (id: string): Either<ContributionFault, ValueMethod> => {
  const found = valueMethods.find((method) => method.id === id)
  return found === undefined ? left({ _tag: 'UnknownValue', id }) : right(found)
}

/** The rule of a method: itself, or made of what it needs.
 * @param given what is known besides the game
 * @returns Left UnknownValue; Left ParameterMissing with the name of what is needed
 * @example
 * import { formatAllocation, gameByMask, valueWith } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(
 *   valueWith({ unions: [['A', 'B'], ['C']] })('value.owen'),
 *   chain((owen) => pipe(gameByMask(['A', 'B', 'C'])([0, 0, 0, 0, 0, 1, 1, 1]), chain(owen))),
 *   map(formatAllocation),
 * ) // => right('A 0.25, B 0.25, C 0.5') */
export const valueWith =
  (given: Partial<Given>) =>
  (id: string): Either<ContributionFault, Value> =>
    pipe(
      methodOf(id),
      chain((method) => {
        const solve = method.solve ?? method.with?.solve(given)
        return solve === undefined ?
            left({
              _tag: 'ParameterMissing' as const,
              method: id,
              parameter: method.with?.name ?? '',
            })
          : right(solve)
      }),
    )

/** Several values on one game: those that need only a game; each answers or says why not.
 * @example
 * import { compare, gameByMask, valueMethods } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(
 *   gameByMask(['A', 'B'])([0, 0, 0, 6]),
 *   map(compare(valueMethods)),
 *   map((all) => all.find(({ id }) => id === 'value.stand-alone-shares')?.result),
 * ) // => right(left({ _tag: 'StandAloneShares', player: 'A+B', worth: '0' })) */
export const compare =
  (methods: readonly ValueMethod[]) =>
  (game: Game): readonly Compared[] =>
    methods.flatMap(({ id, solve }) => (solve === undefined ? [] : [{ id, result: solve(game) }]))
