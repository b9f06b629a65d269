/** `npm run mutation -- ROOM… [--with ROOM…]`: how many small changes of the rooms' code are
 *  noticed by their own tests, by those of the rooms named after `--with`, and by the transcripts
 *  of the command. Sentences (words.ts, describe) are left out: the transcripts are their tests. */
import { spawnSync } from 'node:child_process'
import { layers } from '../rooms.js'

const named = process.argv.slice(2)
const tested = named.filter((one) => one !== '--with')
const rooms = named.includes('--with') ? named.slice(0, named.indexOf('--with')) : named
const unknown = tested.filter((room) => !layers.flat().includes(room))

if (rooms.length === 0 || unknown.length > 0) {
  console.error(`npm run mutation -- ROOM… [--with ROOM…], of ${layers.flat().join(', ')}`)
  process.exitCode = 2
} else {
  const sentences = ['!src/**/words.ts', '!src/**/describe/*.ts']
  const mutate = [...rooms.map((room) => `src/${room}/**/*.ts`), ...sentences].join(',')
  const { status } = spawnSync('npx', ['stryker', 'run', '--mutate', mutate], {
    stdio: 'inherit',
    env: { ...process.env, TESTED_ROOMS: tested.join(' '), LAWS: 'short', SEED: '1' },
  })
  process.exitCode = status ?? 1
}
