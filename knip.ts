import type { KnipConfig } from 'knip'
import { commands, entries } from './scripts/rooms.js'

const config: KnipConfig = {
  entry: [
    ...Object.values({ ...entries, ...commands }),
    'bench/*.ts',
    'scripts/*.{ts,js}',
    'test/**/*.test.ts',
    'test/package/vitest.config.ts',
  ],
  project: ['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'],
  // Called by name: in scripts/steps.ts and in the package tests.
  ignoreDependencies: ['@arethetypeswrong/cli', 'dependency-cruiser', 'size-limit'],
}

export default config
