/** Where in a game file a fault of its game stands. */
import type { ContributionFault } from '../contribution/fault.js'
import type { Path } from '../core/error.js'
import { gameForms, type GameFile, type GameFormKey } from './game.js'

/** The path of a fault, as near as it can be told.
 * @param key of what a method needed besides the game, where it was such a method */
export const gameFaultPath =
  (file: GameFile, key?: string) =>
  (fault: ContributionFault): Path => {
    const [form] = gameForms.filter((name) => file[name] !== undefined)
    if (form === undefined) return []
    switch (fault._tag) {
      case 'NoPlayers':
      case 'TooManyPlayers':
        return file.players === undefined ? [form] : ['players']
      case 'DuplicatePlayer':
        return pathOfName(file, fault.player)
      case 'NegativeFigure':
      case 'NotAVote':
        return [...figuresAt(form), fault.player]
      case 'UnknownPlayer':
        return key === undefined ? pathOfName(file, fault.player) : [key]
      case 'NotACount':
        return ['staged', 'stages', fault.stage - 1]
      case 'QuotaOutOfRange':
        return ['votes', 'quota']
      case 'ParameterOutOfRange':
        return fault.parameter === 'estate' ? ['claims', 'estate'] : [key ?? form]
      case 'EmptyTerm': {
        const at = (file.terms ?? []).findIndex(({ event }) => event === fault.event)
        return ['terms', at, 'parties']
      }
      case 'EmptySetNotZero':
        return [form, 0]
      default:
        return [key ?? form]
    }
  }

/** Where a form keeps a figure of each player. */
const figuresAt = (form: GameFormKey): Path =>
  form === 'votes' || form === 'claims' ? [form, 'of'] : [form]

/** Where a name stands that should not stand there: the last place of it in a list of names. */
const pathOfName = ({ players = [], terms = [], staged }: GameFile, name: string): Path => {
  if (players.indexOf(name) !== players.lastIndexOf(name)) {
    return ['players', players.lastIndexOf(name)]
  }
  const lists = [
    ...terms.map(({ parties }, at) => ({ path: ['terms', at, 'parties'], list: parties })),
    ...(staged?.stages ?? []).map((list, at) => ({ path: ['staged', 'stages', at], list })),
  ]
  const found =
    lists.find(({ list }) => list.indexOf(name) !== list.lastIndexOf(name)) ??
    lists.findLast(({ list }) => list.includes(name))
  return found === undefined ? [] : [...found.path, found.list.lastIndexOf(name)]
}
