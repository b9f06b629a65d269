/** `npm run mutation -- ROOM… [--with ROOM…]`: how many small changes of the rooms' code are
 *  noticed by their own tests, and by those of the rooms named after `--with`. */
import { spawnSync } from 'node:child_process'
import { layers } from './rooms.js'

const named = process.argv.slice(2)
const tested = named.filter((one) => one !== '--with')
const rooms = named.includes('--with') ? named.slice(0, named.indexOf('--with')) : named
const unknown = tested.filter((room) => !layers.flat().includes(room))

if (rooms.length === 0 || unknown.length > 0) {
  console.error(`npm run mutation -- ROOM… [--with ROOM…], of ${layers.flat().join(', ')}`)
  process.exitCode = 2
} else {
  const mutate = rooms.map((room) => `src/${room}/**/*.ts`).join(',')
  const { status } = spawnSync('npx', ['stryker', 'run', '--mutate', mutate], {
    stdio: 'inherit',
    env: { ...process.env, TESTED_ROOMS: tested.join(' ') },
  })
  process.exitCode = status ?? 1
}
