/** For Stryker: the tests of the rooms it names alone. */
import base from './vitest.config.js'

const rooms = (process.env['TESTED_ROOMS'] ?? '').split(' ')

export default {
  ...base,
  test: { ...base.test, include: rooms.map((room) => `test/${room}/**/*.test.ts`) },
}
