/** Turns an example into a module in which `expr // => value` is an assertion, type-checks all
 *  such modules as one program, and runs one. */
import { resolve } from 'node:path'
import ts from 'typescript'
import type { Example } from './extract.js'

/** What an assertion calls: the line in the example, what was computed, what was promised. */
export type Same = (line: number, actual: unknown, promised: unknown) => void

/** The module of an example, its lines where they were. `left` and `right` are there for what is
 * promised, unless the example imports them itself. */
const moduleOf = (example: Example): string => {
  const { code } = example
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true)
  const given = ['left', 'right'].filter((name) => !imports(source).includes(name))
  const parts = [`import { ${given.join(', ')} } from 'fp-ts/lib/Either.js';`]
  let at = 0
  for (const statement of source.statements) {
    const promise = promiseAfter(code, statement.end)
    if (promise === undefined) continue
    const line = code.slice(0, statement.end).split('\n').length
    parts.push(code.slice(at, statement.getStart(source)))
    parts.push(assertion(source, statement, line, promise.value))
    parts.push(code.slice(statement.end, promise.end).replace(/[^\n]/g, ''))
    at = promise.end
  }
  return [...parts, code.slice(at)].join('')
}

/** How many promises an example makes. */
export const promisesOf = (example: Example): number =>
  moduleOf(example).split('__same(').length - 1

/** What the compiler has to say about the examples, each line with its place. */
export const typeFaults = (examples: readonly Example[]): readonly string[] => {
  const config = ts.getParsedCommandLineOfConfigFile('tsconfig.json', loose, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: () => undefined,
  })
  if (config === undefined) return ['tsconfig.json cannot be read']
  const nameOf = (index: number): string => resolve(`test/examples/example-${index}.ts`)
  const texts = new Map(examples.map((one, index) => [nameOf(index), `${same} ${moduleOf(one)}`]))
  const host = ts.createCompilerHost(config.options)
  const program = ts.createProgram({
    rootNames: [...texts.keys()],
    options: config.options,
    host: {
      ...host,
      fileExists: (file) => texts.has(file) || host.fileExists(file),
      readFile: (file) => texts.get(file) ?? host.readFile(file),
      getSourceFile: (file, target) => {
        const text = texts.get(file)
        return text === undefined ?
            host.getSourceFile(file, target)
          : ts.createSourceFile(file, text, target)
      },
    },
  })
  return examples.flatMap((example, index) => {
    const file = program.getSourceFile(nameOf(index))
    const found = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]
    return found.map(({ start = 0, messageText }) => {
      const line = file?.getLineAndCharacterOfPosition(start).line ?? 0
      return `${example.at} line ${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
    })
  })
}

/** Runs an example with the modules that it imports. */
export const runExample = async (example: Example, same: Same): Promise<void> => {
  const { outputText } = ts.transpileModule(moduleOf(example), {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
    },
  })
  const names = [...outputText.matchAll(/require\("([^"]+)"\)/g)].map((found) => found[1] ?? '')
  const modules = new Map<string, unknown>()
  for (const name of names) modules.set(name, await import(name))
  const run = new AsyncFunction('require', 'exports', '__same', outputText)
  await run((name: string) => modules.get(name), {}, same)
}

const same = 'declare const __same: (line: number, actual: unknown, promised: unknown) => void;'

const loose = { noUnusedLocals: false, noUnusedParameters: false, allowJs: false, noEmit: true }

// Top-level await is allowed in examples; there is no name for the constructor of such functions.
const AsyncFunction = (async () => {
  await Promise.resolve()
}).constructor as new (...args: readonly string[]) => (...values: unknown[]) => Promise<void>

const imports = (source: ts.SourceFile): readonly string[] =>
  source.statements.filter(ts.isImportDeclaration).flatMap(({ importClause }) => {
    const bindings = importClause?.namedBindings
    return bindings !== undefined && ts.isNamedImports(bindings) ?
        bindings.elements.map(({ name }) => name.text)
      : []
  })

/** The promise in a comment behind a statement, or on the line below it. It goes on over further
 * lines of comment as long as it is not yet an expression. */
const promiseAfter = (
  code: string,
  end: number,
): { readonly value: string; readonly end: number } | undefined => {
  const first = /^[ \t]*(?:\n[ \t]*)?\/\/ ?=> ?(.*)/.exec(code.slice(end))
  if (first === null) return undefined
  let [value, at] = [first[1] ?? '', end + first[0].length]
  while (!isExpression(value)) {
    const more = /^\n *\/\/ ?(.*)/.exec(code.slice(at))
    if (more === null) break
    value += ` ${more[1] ?? ''}`
    at += more[0].length
  }
  return { value, end: at }
}

const isExpression = (text: string): boolean =>
  ts.transpileModule(`(${text}\n)`, { reportDiagnostics: true }).diagnostics?.length === 0

const assertion = (
  source: ts.SourceFile,
  statement: ts.Statement,
  line: number,
  promised: string,
): string => {
  const text = statement.getText(source)
  if (ts.isExpressionStatement(statement)) {
    return `;__same(${line}, (${statement.expression.getText(source)}), (${promised}));`
  }
  const declared = ts.isVariableStatement(statement) ? statement.declarationList.declarations : []
  return `${text};__same(${line}, ${declared[0]?.name.getText(source) ?? '('}, (${promised}));`
}
