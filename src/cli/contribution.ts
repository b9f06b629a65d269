/** `contribution GAME`: who contributed how much, by one value or by several. */
import { chain, isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { explainWeights, shareText, weightsOf, type Negatives } from '../contribution/bridge.js'
import type { ContributionFault } from '../contribution/fault.js'
import { explainForm, solveForm } from '../contribution/form.js'
import type { Allocation } from '../contribution/game.js'
import type { ValueMethod } from '../contribution/method.js'
import { valueMethods } from '../contribution/registry.js'
import { isName } from '../agreement/read.js'
import { nearestTo } from '../codec/nearest.js'
import { methodRefusal, openGame, type GameInput } from './contribution-file.js'
import {
  comparedBlocks,
  contributionToJson,
  soloBlocks,
  weightsTable,
  type Answer,
} from './contribution-tables.js'
import { reportTree } from './explain.js'
import { tell, type CliFault, type Refusal } from './fault.js'
import { refuse } from './files.js'
import { report } from './outputs.js'
import { textOption, type Call, type Verb } from './verb.js'

export const contributionVerb: Verb = {
  name: 'contribution',
  args: '<game>',
  about: {
    en: 'who contributed how much, by a game file or a usage log as CSV',
    zh: '按博弈文件或 CSV 使用记录度量各方贡献',
  },
  options: [
    {
      flags: '--method <id...>',
      about: {
        en: 'by these methods, such as value.tau; value.shapley unless given',
        zh: '所用方法，例如 value.tau；默认 value.shapley',
      },
    },
    {
      flags: '--compare',
      about: { en: 'by every method that the file has all for', zh: '用该文件可用的全部方法' },
    },
    {
      flags: '--explain <player>',
      about: { en: 'how the figure of this player comes about', zh: '说明该参与者数值的由来' },
    },
    {
      flags: '--weights',
      about: { en: 'the share, ready for an agreement', zh: '可直接写入协议的分成步骤' },
    },
    {
      flags: '--negatives <choice>',
      about: {
        en: 'what becomes of figures below zero as weights',
        zh: '负数作为权重时的处理',
      },
      choices: ['refuse', 'floor'],
    },
  ],
  run: async (call) => {
    const chosen = methodsOf(call)
    if (isLeft(chosen)) return chosen
    const opened = await openGame(call.io, call.args[0] ?? '-')
    if (isLeft(opened)) return opened
    const done = await answer(call, opened.right, chosen.right)
    if (isLeft(done)) return done
    if (call.options.quiet !== true) {
      for (const note of opened.right.notes) call.io.warn(`${tell(call.lang)(note)}\n`)
    }
    return right(0)
  },
}

const answer = async (
  call: Call,
  input: GameInput,
  methods: readonly ValueMethod[],
): Promise<Either<Refusal, void>> => {
  const [method] = methods
  const player = textOption(call, 'explain')
  const compares = call.options.compare === true
  const weighs = call.options.weights === true
  if (method === undefined || methods.length > 1) {
    if (weighs || player !== undefined) {
      return refuseCall({ _tag: 'OneMethod', given: methods.map(({ id }) => id) })
    }
    return compare(call, input, compares ? methods.filter(isReady(input)) : methods, compares)
  }
  if (player !== undefined) return explainOne(call, input, method, player, weighs)
  const solved = solveForm(input.given)(method.id)(input.form)
  if (isLeft(solved)) return refuseMethod(input, method, solved.left)
  return weighs ?
      writeWeights(call, input, method, solved.right)
    : report(
        call,
        'contribution',
      )({
        json: () => contributionToJson(call.lang)(input.name, [{ method, result: solved }]),
        blocks: soloBlocks(call.lang)(input.name, method, solved.right),
      })
}

/** Several methods; those that refuse a game are told beside, unless they were asked for. */
const compare = (
  call: Call,
  input: GameInput,
  methods: readonly ValueMethod[],
  tolerant: boolean,
): Promise<Either<Refusal, void>> => {
  const answers: readonly Answer[] = methods.map((method) => ({
    method,
    result: solveForm(input.given)(method.id)(input.form),
  }))
  const failed = answers.flatMap(({ method, result }) =>
    isLeft(result) ? [methodRefusal(input, method.id, result.left)] : [],
  )
  const [first] = failed
  if (first !== undefined && (!tolerant || failed.length === answers.length)) {
    const faults = tolerant ? first.faults : failed.flatMap((one) => one.faults)
    return Promise.resolve(refuse(1, faults))
  }
  return report(
    call,
    'contribution',
  )({
    json: () => contributionToJson(call.lang)(input.name, answers),
    blocks: comparedBlocks(call.lang)(input.name, input.form.players, answers),
  })
}

/** Whether a method needs nothing that the file does not give. */
const isReady =
  ({ given }: GameInput) =>
  (method: ValueMethod): boolean =>
    method.with === undefined || method.with.solve(given) !== undefined

const explainOne = (
  call: Call,
  input: GameInput,
  method: ValueMethod,
  player: string,
  weighs: boolean,
): Promise<Either<Refusal, void>> => {
  if (!input.form.players.includes(player)) {
    const labels = input.form.players
    return Promise.resolve(refuseCall({ _tag: 'NoFigure', figure: player, labels }))
  }
  const explain = explainForm(input.given)(method.id)(input.form)
  if (explain === undefined) {
    const methods = valueMethods
      .filter((one) => explainForm(input.given)(one.id)(input.form) !== undefined)
      .map(({ id }) => id)
    const fault: CliFault = { _tag: 'NoExplanation', method: method.id, methods }
    return Promise.resolve(refuse(1, [{ fault }]))
  }
  const tree =
    weighs ?
      pipe(
        solveForm(input.given)(method.id)(input.form),
        chain((values) => explainWeights(negativesOf(call), explain)(values)(player)),
      )
    : explain(player)
  if (isLeft(tree)) return Promise.resolve(refuseMethod(input, method, tree.left))
  return reportTree(call, tree.right)
}

const writeWeights = (
  call: Call,
  input: GameInput,
  method: ValueMethod,
  values: Allocation,
): Promise<Either<Refusal, void>> => {
  const weights = weightsOf(negativesOf(call))(values)
  if (isLeft(weights)) return Promise.resolve(refuseMethod(input, method, weights.left))
  const id = isName(input.name) ? input.name : 'contribution'
  const step = `- share: {id: ${id}, of: ${shareText(weights.right)}}\n`
  return report(
    call,
    'contribution',
  )({
    json: () =>
      contributionToJson(call.lang)(input.name, [{ method, result: right(values) }], weights.right),
    blocks: [
      call.options.csv === true ?
        weightsTable(call.lang)(weights.right)
      : { text: step, md: `\`\`\`yaml\n${step}\`\`\`\n` },
    ],
  })
}

const negativesOf = (call: Call): Negatives =>
  call.options['negatives'] === 'floor' ? 'floor' : 'refuse'

const refuseCall = (fault: CliFault) => refuse(2, [{ fault }])

const refuseMethod = (input: GameInput, method: ValueMethod, fault: ContributionFault) => {
  const { code, faults } = methodRefusal(input, method.id, fault)
  return refuse(code, faults)
}

/** The methods that a call asks for: one unless it says otherwise. */
const methodsOf = (call: Call): Either<Refusal, readonly ValueMethod[]> => {
  if (call.options['compare'] === true) return right(valueMethods)
  const given = call.options['method']
  const ids = Array.isArray(given) ? given.map(String) : ['value.shapley']
  const chosen: ValueMethod[] = []
  for (const id of ids) {
    const found = valueMethods.find((method) => method.id === id || method.id === `value.${id}`)
    if (found === undefined) {
      const nearest = nearestTo(valueMethods.map((method) => method.id))(
        id.startsWith('value.') ? id : `value.${id}`,
      )
      return refuseCall({ _tag: 'NoSuchMethod', name: id, nearest })
    }
    chosen.push(found)
  }
  return right(chosen)
}
