/** What the package promises: the `exports` of package.json and, in docs/api, every exported name
 *  with its type. `npm run api` writes both anew from the built declarations; the tests compare. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor'
import { entries, specifierOf } from './rooms.js'

/** The `exports` of package.json: `import` before `require`, types first in both. */
export const exportsOfEntries = (): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(
    Object.keys(entries).map((entry) => [
      specifierOf(entry).replace('data-dividend', '.'),
      {
        import: { types: `./dist/${entry}.d.ts`, default: `./dist/${entry}.js` },
        require: { types: `./dist/${entry}.d.cts`, default: `./dist/${entry}.cjs` },
      },
    ]),
  ),
  './package.json': './package.json',
})

/** Compares an entry's report in docs/api with its declarations.
 * @param write whether to write the report anew
 * @returns what the extractor says; nothing when the report stands */
export const compareApi = (entry: string, write: boolean): readonly string[] => {
  const name = entry.replace('/index', '')
  const said: string[] = []
  mkdirSync('reports/api', { recursive: true })
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: resolve('package.json'),
    configObject: {
      projectFolder: process.cwd(),
      mainEntryPointFilePath: resolve(`dist/${entry}.d.ts`),
      compiler: { overrideTsconfig: { compilerOptions: declarations } },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        includeForgottenExports: true,
        reportFolder: resolve('docs/api'),
        reportTempFolder: resolve('reports/api'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.Warning },
          'ae-missing-release-tag': { logLevel: ExtractorLogLevel.None },
          'ae-undocumented': { logLevel: ExtractorLogLevel.None },
          // Types of the heart are named by its own entry; what none names stands in the report.
          'ae-forgotten-export': { logLevel: ExtractorLogLevel.None },
        },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  })
  Extractor.invoke(config, {
    localBuild: write,
    messageCallback: (message) => {
      message.handled = true
      if (['error', 'warning'].includes(message.logLevel)) said.push(message.text)
    },
  })
  return said
}

const declarations = { target: 'ES2022', module: 'NodeNext', skipLibCheck: true, types: [] }

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>
  manifest['exports'] = exportsOfEntries()
  writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`)
  for (const entry of Object.keys(entries)) {
    for (const line of compareApi(entry, true)) console.log(line)
  }
}
