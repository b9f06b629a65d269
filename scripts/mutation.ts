/** `npm run mutation -- ROOM…`: how many small changes of a room's code its own tests notice. */
import { spawnSync } from 'node:child_process'
import { layers } from './rooms.js'

const rooms = process.argv.slice(2)
const unknown = rooms.filter((room) => !layers.flat().includes(room))

if (rooms.length === 0 || unknown.length > 0) {
  console.error(`npm run mutation -- ROOM…, of ${layers.flat().join(', ')}`)
  process.exitCode = 2
} else {
  const mutate = rooms.map((room) => `src/${room}/**/*.ts`).join(',')
  const { status } = spawnSync('npx', ['stryker', 'run', '--mutate', mutate], {
    stdio: 'inherit',
    env: { ...process.env, MUTATED_ROOMS: rooms.join(' ') },
  })
  process.exitCode = status ?? 1
}
