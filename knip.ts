import type { KnipConfig } from 'knip'
import { commands, entries } from './scripts/rooms.js'

const config: KnipConfig = {
  entry: [
    ...Object.values({ ...entries, ...commands }),
    'bench/*.ts',
    'scripts/*.{ts,js}',
    'scripts/mutation/*.ts',
    'test/**/*.test.ts',
    'test/package/vitest.config.ts',
  ],
  project: ['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'],
  // The benches compare with C where a compiler is there.
  ignoreExportsUsedInFile: true,
  // A method that two sources know by two names has both.
  exclude: ['duplicates'],
  ignoreBinaries: ['gcc'],
  ignoreDependencies: [
    // Called by name: in scripts/steps.ts and in the package tests.
    '@arethetypeswrong/cli',
    'dependency-cruiser',
  ],
}

export default config
