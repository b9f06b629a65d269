/** For Stryker: the tests of the mutated rooms alone. */
import base from './vitest.config.js'

const rooms = (process.env['MUTATED_ROOMS'] ?? '').split(' ')

export default {
  ...base,
  test: { ...base.test, include: rooms.map((room) => `test/${room}/**/*.test.ts`) },
}
