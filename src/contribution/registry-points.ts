/** Values that need nothing but a game. */
import { ratio } from '../core/ratio.js'
import { gately, tau } from './compromise.js'
import { proportionalShapley } from './dividend.js'
import { explainSemivalue } from './explain.js'
import {
  explainDeeganPackel,
  explainGately,
  explainHoller,
  explainJohnston,
  explainProportional,
  explainTau,
} from './explain-others.js'
import {
  explainCis,
  explainEgalitarian,
  explainEnsc,
  explainEqualDivision,
  explainLeaveOneOut,
  explainScaled,
  explainSolidarity,
  explainStandAlone,
} from './explain-parts.js'
import {
  cis,
  egalitarianShapley,
  ensc,
  equalDivision,
  leaveOneOut,
  solidarity,
  standAloneShares,
} from './linear.js'
import { keeps, method, type ValueMethod } from './method.js'
import { nucleolus, perCapitaPrenucleolus, prenucleolus } from './nucleolus.js'
import { banzhaf, betaShapley, scaled, shapley } from './semivalue.js'
import { banzhafIndex, deeganPackel, holler, johnston, shapleyShubik } from './simple.js'
import { banzhafLaw, betaLaw, shapleyLaw } from './size-law.js'

const four = { alpha: ratio(4n), beta: ratio(1n) }

/** Beta (4, 1) and egalitarian ½ stand with these parameters; `betaShapley` and
 * `egalitarianShapley` take any. */
export const pointMethods: readonly ValueMethod[] = [
  method('shapley', 'Shapley value', '沙普利值', 'Shapley 1953', {
    keeps: keeps('EFF SYM NUL NPO ADD COV STM COM AGM IR CVX POS DUA'),
    solve: shapley,
    explain: explainSemivalue(shapleyLaw, 's!(n−s−1)!/n!'),
  }),
  method('banzhaf', 'Banzhaf value', '班扎夫值', 'Penrose 1946; Banzhaf 1965; Owen 1975', {
    keeps: keeps('SYM NUL NPO ADD COV STM COM AGM IR POS DUA'),
    solve: banzhaf,
    explain: explainSemivalue(banzhafLaw, '1/2^(n−1)'),
  }),
  method('banzhaf-scaled', 'Banzhaf value scaled to v(N)', '归一化班扎夫值', 'Banzhaf 1965', {
    keeps: keeps('EFF SYM NUL NPO POS DUA'),
    solve: scaled('value.banzhaf-scaled', banzhaf),
    explain: explainScaled(banzhafLaw, '1/2^(n−1)'),
  }),
  method('beta-shapley', 'Beta Shapley (4, 1)', 'Beta 沙普利值 (4, 1)', 'Kwon & Zou 2022', {
    generalises: 'value.shapley',
    keeps: keeps('SYM NUL NPO ADD COV STM COM AGM IR POS'),
    solve: betaShapley(four),
    explain: explainSemivalue(betaLaw(four), 'beta law (4, 1)'),
  }),
  method(
    'proportional-shapley',
    'Proportional Shapley value',
    '比例沙普利值',
    'Béal, Ferrières, Rémila, Solal 2018',
    {
      keeps: keeps('EFF SYM AGM IR CVX POS'),
      solve: proportionalShapley,
      explain: explainProportional,
    },
  ),
  method(
    'egalitarian-shapley',
    'Egalitarian Shapley value, ½',
    '平均沙普利值（½）',
    'Joosten 1996',
    {
      generalises: 'value.shapley',
      keeps: keeps('EFF SYM ADD COM AGM POS DUA'),
      solve: egalitarianShapley(ratio(1n, 2n)),
      explain: explainEgalitarian(ratio(1n, 2n)),
    },
  ),
  method('solidarity', 'Solidarity value', '团结值', 'Nowak & Radzik 1994', {
    keeps: keeps('EFF SYM ADD COM AGM POS'),
    solve: solidarity,
    explain: explainSolidarity,
  }),
  method('equal-division', 'Equal division', '均分', 'van den Brink 2007', {
    keeps: keeps('EFF SYM ADD COM AGM POS DUA'),
    solve: equalDivision,
    explain: explainEqualDivision,
  }),
  method('cis', 'CIS: centre of the imputations', '分配集中心值', 'Driessen & Funaki 1991', {
    keeps: keeps('EFF SYM ADD COV COM AGM IR'),
    solve: cis,
    explain: explainCis,
  }),
  method(
    'ensc',
    'ENSC: equal parts of the non-separable',
    '不可分贡献均分值',
    'Driessen & Funaki 1991',
    {
      keeps: keeps('EFF SYM ADD COV COM AGM'),
      solve: ensc,
      explain: explainEnsc,
    },
  ),
  method('stand-alone-shares', 'Stand-alone shares', '单独价值比例', 'Moulin 1985', {
    keeps: keeps('EFF SYM NUL NPO COM AGM IR POS'),
    solve: standAloneShares,
    explain: explainStandAlone,
  }),
  method('leave-one-out', 'Leave-one-out', '留一法', 'Cook 1977', {
    keeps: keeps('SYM NUL NPO ADD COV STM COM AGM IR POS'),
    solve: leaveOneOut,
    explain: explainLeaveOneOut,
  }),
  method('gately', 'Gately point', '盖特利点', 'Gately 1974; Littlechild & Vaidya 1976', {
    keeps: keeps('EFF SYM NUL NPO COV IR DUA'),
    solve: gately,
    explain: explainGately,
  }),
  method('tau', 'Tau value', 'τ 值', 'Tijs 1981', {
    keeps: keeps('EFF SYM NUL NPO COV IR POS'),
    solve: tau,
    explain: explainTau,
  }),
  method('nucleolus', 'Nucleolus', '核仁', 'Schmeidler 1969', { solve: nucleolus }),
  method('prenucleolus', 'Prenucleolus', '预核仁', 'Sobolev 1975', {
    keeps: keeps('EFF SYM NUL NPO COV IR COR CVX POS'),
    solve: prenucleolus,
  }),
  method('per-capita-prenucleolus', 'Per-capita prenucleolus', '人均预核仁', 'Grotte 1970', {
    keeps: keeps('EFF SYM COV AGM COR CVX'),
    solve: perCapitaPrenucleolus,
  }),
  method('shapley-shubik', 'Shapley–Shubik index', '沙普利–舒比克指数', 'Shapley & Shubik 1954', {
    solve: shapleyShubik,
    explain: explainSemivalue(shapleyLaw, 's!(n−s−1)!/n!'),
  }),
  method('banzhaf-index', 'Banzhaf index', '班扎夫指数', 'Banzhaf 1965', {
    solve: banzhafIndex,
    explain: explainScaled(banzhafLaw, '1/2^(n−1)'),
  }),
  method('deegan-packel', 'Deegan–Packel index', '迪根–帕克尔指数', 'Deegan & Packel 1978', {
    solve: deeganPackel,
    explain: explainDeeganPackel,
  }),
  method('holler', 'Holler’s public good index', '霍勒公共品指数', 'Holler 1982', {
    solve: holler,
    explain: explainHoller,
  }),
  method('johnston', 'Johnston index', '约翰斯顿指数', 'Johnston 1978', {
    solve: johnston,
    explain: explainJohnston,
  }),
]
