import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Floors of coverage over src/, in percent. Defaults of indexed reads that never miss (`?? 0n`)
 * count as branches. */
const floors = { lines: 95, branches: 84 }

const src = fileURLToPath(new URL('src', import.meta.url))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^data-dividend$/, replacement: `${src}/index.ts` },
      { find: /^data-dividend\/(\w+)$/, replacement: `${src}/$1/index.ts` },
    ],
  },
  test: {
    pool: 'threads',
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'json-summary', 'html'],
      thresholds: floors,
    },
    include: ['test/**/*.test.ts'],
    exclude: ['test/package/**'],
  },
})
