/** One run of the command: which verb, with what, and the exit code.
 *
 *  0: fine. 1: well-formed input that the rules refuse, or findings. 2: malformed input or a wrong
 *  call. */
import { isLeft } from 'fp-ts/lib/Either.js'
import { Command, CommanderError, Option } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import type { Bilingual, Lang } from '../core/error.js'
import { tellAll } from './fault.js'
import type { Io } from './io.js'
import type { Call, Verb, VerbOption } from './verb.js'
import { verbs } from './verbs.js'

/** Runs the command.
 * @param argv what stands after the command's name */
export const run = async (argv: readonly string[], io: Io): Promise<0 | 1 | 2> => {
  const lang = langOf(argv)
  const parsed = parse(argv, lang)
  if ('said' in parsed) {
    if (parsed.code === 0) await io.print(parsed.said)
    else io.warn(parsed.said)
    return parsed.code
  }
  const { verb, args, options } = parsed
  const outcome = await verb.run({ io, lang, args, options })
  if (!isLeft(outcome)) return outcome.right
  io.warn(tellAll(lang)(outcome.left.faults))
  return outcome.left.code
}

type Parsed =
  | { readonly verb: Verb; readonly args: readonly string[]; readonly options: Call['options'] }
  | { readonly said: string; readonly code: 0 | 2 }

const parse = (argv: readonly string[], lang: Lang): Parsed => {
  const chosen: Parsed[] = []
  let said = ''
  const say = (text: string): void => {
    said += text
  }
  const program = new Command('data-dividend')
    .description(about[lang])
    .version(manifest.version, '-V, --version', versionAbout[lang])
    .exitOverride()
    .configureOutput({
      writeOut: say,
      writeErr: say,
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
    })
  for (const verb of verbs) {
    const command = program
      .command(verb.name)
      .description(verb.about[lang])
      .action((...given: readonly unknown[]) => {
        const args = given
          .slice(0, -2)
          .flat()
          .filter((one) => typeof one === 'string')
        chosen.push({ verb, args, options: given.at(-2) as Call['options'] })
      })
    if (verb.args !== '') command.arguments(verb.args)
    for (const option of [...verb.options, ...commonOptions])
      command.addOption(optionOf(option, lang))
  }
  try {
    program.parse(argv, { from: 'user' })
  } catch (thrown) {
    const code = thrown instanceof CommanderError && thrown.exitCode === 0 ? 0 : 2
    return { said, code }
  }
  return chosen[0] ?? { said: program.helpInformation(), code: 2 }
}

const optionOf = ({ flags, about: text, choices }: VerbOption, lang: Lang): Option => {
  const option = new Option(flags, text[lang])
  return choices === undefined ? option : option.choices(choices)
}

const commonOptions: readonly VerbOption[] = [
  { flags: '--json', about: { en: 'one JSON object', zh: '输出一个 JSON 对象' } },
  { flags: '--csv', about: { en: 'a table as CSV', zh: '输出 CSV 表格' } },
  { flags: '--md', about: { en: 'Markdown', zh: '输出 Markdown' } },
  {
    flags: '--mark',
    about: {
      en: 'begin CSV with a byte order mark, for Excel',
      zh: 'CSV 以 BOM 开头，便于 Excel 打开',
    },
  },
  {
    flags: '--out <dir>',
    about: { en: 'write files into this folder', zh: '将文件写入该文件夹' },
  },
  { flags: '--lang <lang>', about: { en: 'language', zh: '语言' }, choices: ['en', 'zh'] },
  { flags: '--quiet', about: { en: 'no progress, no notes beside', zh: '不显示进度与附带提示' } },
]

/** The language is needed before anything can be said. */
const langOf = (argv: readonly string[]): Lang => {
  const at = argv.lastIndexOf('--lang')
  const text = at < 0 ? argv.findLast((one) => one.startsWith('--lang='))?.slice(7) : argv[at + 1]
  return text === 'zh' ? 'zh' : 'en'
}

const versionAbout: Bilingual = { en: 'print the version', zh: '显示版本号' }

const about: Bilingual = {
  en: 'Who gets what, what is it worth: to the cent, with the reasons.',
  zh: '谁得多少、价值几何：精确到分，并说明理由。',
}
