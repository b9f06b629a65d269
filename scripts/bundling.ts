/** What the build does beyond tsup's own: three plugins of esbuild. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import type { Metafile, Plugin } from 'esbuild'

/** fp-ts is written as `fp-ts/lib/…js` for plain Node; its es6 files can be shaken. */
export const es6OfFpTs: Plugin = {
  name: 'es6-of-fp-ts',
  setup: (build) => {
    build.onResolve({ filter: /^fp-ts\/lib\// }, ({ path, ...where }) =>
      build.resolve(path.replace('/lib/', '/es6/'), {
        importer: where.importer,
        kind: where.kind,
        resolveDir: where.resolveDir,
      }),
    )
  },
}

/** A CommonJS package folded into ESM requires `events`; ESM has no require, so it is imported. */
export const nodeModulesAsImports: Plugin = {
  name: 'node-modules-as-imports',
  setup: (build) => {
    const names = builtinModules.join('|')
    build.onResolve({ filter: new RegExp(`^(node:)?(${names})$`) }, ({ path, kind }) =>
      kind === 'require-call' ? { path, namespace: 'node-module' } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'node-module' }, ({ path }) => ({
      contents: `import required from ${JSON.stringify(path)}\nmodule.exports = required`,
    }))
  },
}

/** dist/THIRD-PARTY.txt: the licence of every package that is folded in. */
export const thirdPartyNotice: Plugin = {
  name: 'third-party-notice',
  setup: (build) => {
    build.onEnd(async ({ metafile }) => {
      if (metafile === undefined) return
      const notices = await Promise.all(foldedPackages(metafile).map(noticeOf))
      await writeFile('dist/THIRD-PARTY.txt', notices.join(`\n${'-'.repeat(72)}\n\n`))
    })
  },
}

const foldedPackages = (metafile: Metafile): readonly string[] => {
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs))
  const names = used.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [])
  return [...new Set(names)].sort()
}

const noticeOf = async (name: string): Promise<string> => {
  const folder = join('node_modules', name)
  const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    readonly version: string
    readonly license: string
  }
  const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one))
  if (file === undefined) throw new Error(`${name} has no licence file`)
  const text = await readFile(join(folder, file), 'utf8')
  return `${name} ${version} (${license})\n\n${text.trim()}\n`
}
