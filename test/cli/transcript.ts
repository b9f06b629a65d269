/** Transcripts: files, commands, and exactly what each prints, warns, writes and ends with.
 *
 *  Sections begin with `=== `: `file NAME` (or `file NAME as gb18030`, `file NAME as hex`), then
 *  for each command `run …`, `out`, `err`, `written NAME`, `exit N`. */
import iconv from 'iconv-lite'

export interface Run {
  readonly command: string
  readonly out: string
  readonly err: string
  readonly written: ReadonlyMap<string, string>
  readonly exit: number
}

export interface Transcript {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly runs: readonly Run[]
  /** The text up to the first command. */
  readonly head: string
}

export const parseTranscript = (text: string): Transcript => {
  const files = new Map<string, Uint8Array>()
  const runs: Run[] = []
  const [, ...sections] = text.split(/^=== /m)
  for (const section of sections) {
    const end = section.indexOf('\n')
    const [word = '', ...rest] = section.slice(0, end).split(' ')
    const body = section.slice(end + 1)
    const last = runs.at(-1)
    if (word === 'file') files.set(rest[0] ?? '', bytesOf(body, rest[2]))
    else if (word === 'run') {
      runs.push({ command: rest.join(' '), out: '', err: '', written: new Map(), exit: NaN })
    } else if (last !== undefined) {
      const now =
        word === 'written' ? { ...last, written: new Map([...last.written, [rest[0] ?? '', body]]) }
        : word === 'exit' ? { ...last, exit: Number(rest[0]) }
        : { ...last, [word]: body }
      runs[runs.length - 1] = now
    }
  }
  const at = text.search(/^=== run /m)
  return { files, runs, head: at < 0 ? text : text.slice(0, at) }
}

export const formatTranscript = ({ head, runs }: Pick<Transcript, 'head' | 'runs'>): string =>
  head +
  runs
    .map(({ command, out, err, written, exit }) =>
      [
        `=== run ${command}\n`,
        out === '' ? '' : `=== out\n${out}`,
        err === '' ? '' : `=== err\n${err}`,
        ...[...written].map(([name, text]) => `=== written ${name}\n${text}`),
        `=== exit ${exit}\n`,
      ].join(''),
    )
    .join('')

const bytesOf = (body: string, encoding = 'utf8'): Uint8Array =>
  encoding === 'hex' ? Buffer.from(body.replaceAll(/\s/g, ''), 'hex')
  : encoding === 'cut' ? Buffer.from(body.replace(/\n$/, ''))
  : iconv.encode(body, encoding)
