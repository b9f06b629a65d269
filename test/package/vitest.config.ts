/** Tests of the built package: they need dist/, so `npm test` runs them after the build. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/package/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
