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
  ignoreDependencies: [
    // Called by name: in scripts/steps.ts and in the package tests.
    '@arethetypeswrong/cli',
    'dependency-cruiser',
    // Of rooms that are being built.
    'highs',
    'pure-rand',
  ],
}

export default config
