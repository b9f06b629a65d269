import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseTranscript } from '../cli/transcript.js'

const command = resolve('dist/cli/main.js')

/** Some transcripts once more, as a shell runs them. */
const transcripts = [
  'exchange-sale',
  'hospital-consortium',
  'peoples-table',
  'state',
  'public-data-operation',
  'every-event',
  'payout',
  'payout-state',
  'contribution',
  'value',
  'account',
  'bad/truncated-csv',
  'bad/alias-bomb',
  'bad/exponent-json',
]

const inFolder = (files: ReadonlyMap<string, Uint8Array>, task: (folder: string) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), 'data-dividend-test-'))
  try {
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
    task(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('the built command', () => {
  it.each(transcripts)('%s', (name) => {
    const { files, runs } = parseTranscript(readFileSync(`test/cli/${name}.txt`, 'utf8'))
    inFolder(files, (cwd) => {
      for (const { command: line, out, err, written, exit } of runs) {
        const args = [command, ...line.split(' ').slice(1)]
        const done = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
        expect([done.stdout, done.stderr, done.status]).toEqual([out, err, exit])
        for (const [file, text] of written) {
          expect(readFileSync(join(cwd, file), 'utf8')).toBe(text)
        }
      }
      const names = readdirSync(cwd, { recursive: true, encoding: 'utf8' })
      expect(names.filter((file) => file.endsWith('.tmp'))).toEqual([])
    })
  })

  it('ends quietly when its reader has gone', () => {
    const rows = Array.from({ length: 5000 }, (_, n) => `s${String(n)},2026-01-05,sale,1.00`)
    const agreement = 'agreement: one\ncurrency: CNY\nflow: [{share: {id: all, of: {a: 1}}}]\n'
    const files = new Map([
      ['agreement.yaml', Buffer.from(agreement)],
      ['events.csv', Buffer.from(`id,at,kind,amount\n${rows.join('\n')}\n`)],
    ])
    inFolder(files, (cwd) => {
      const settle = 'settle agreement.yaml events.csv --json'
      const line = `'${process.execPath}' '${command}' ${settle} | head -1`
      const done = spawnSync(line, { cwd, shell: true, encoding: 'utf8' })
      expect([done.stdout, done.stderr]).toEqual(['{"format":"data-dividend/settlement@1",\n', ''])
    })
  })
})
