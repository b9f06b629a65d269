/** ESM and CommonJS of every entry, the command as ESM. fp-ts and what only the command line
 *  needs are folded in; decimal.js, io-ts and fast-check stay imports. */
import { defineConfig, type Options } from 'tsup'
import { es6OfFpTs, nodeModulesAsImports, thirdPartyNotice } from './scripts/bundling.js'
import { commands, entries } from './scripts/rooms.js'

const common: Options = {
  target: 'es2022',
  platform: 'node',
  splitting: true,
  removeNodeProtocol: false,
  noExternal: [/^fp-ts/],
}

export default defineConfig([
  {
    ...common,
    entry: { ...entries, ...commands },
    format: 'esm',
    esbuildPlugins: [es6OfFpTs, nodeModulesAsImports, thirdPartyNotice],
  },
  { ...common, entry: entries, format: 'cjs', esbuildPlugins: [es6OfFpTs] },
  // Declarations of both formats by one program.
  {
    entry: entries,
    format: ['esm', 'cjs'],
    dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } },
  },
])
