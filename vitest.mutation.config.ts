/** For Stryker: the tests of the rooms it names, without those that need a database, many draws or
 *  many linear programs, and the smallest input of every error. */
import base from './vitest.config.js'

const rooms = (process.env['TESTED_ROOMS'] ?? '').split(' ')

export default {
  ...base,
  test: {
    ...base.test,
    include: [...rooms.map((room) => `test/${room}/**/*.test.ts`), 'test/tidy/faults.test.ts'],
    exclude: ['test/settlement/database.test.ts', 'test/contribution/nucleolus-oracle.test.ts'],
  },
}
