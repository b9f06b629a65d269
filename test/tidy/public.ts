/** What users can import: the functions and other names that each entry exports. */
import { resolve } from 'node:path'
import ts from 'typescript'
import { entries } from '../../scripts/rooms.js'

export interface PublicName {
  readonly name: string
  /** `src/core/ratio.ts`: where it is declared. */
  readonly file: string
  readonly isFunction: boolean
  /** The comment above its declaration, empty when there is none. */
  readonly doc: string
}

/** Every value that some entry exports, once. */
export const publicNames = (): readonly PublicName[] => {
  const roots = Object.values(entries).map((source) => resolve(source))
  const options = { strict: true, module: ts.ModuleKind.NodeNext, skipLibCheck: true, noEmit: true }
  const program = ts.createProgram(roots, options)
  const checker = program.getTypeChecker()
  const exported = program
    .getSourceFiles()
    .filter(({ fileName }) => roots.includes(fileName))
    .flatMap((file) => checker.getExportsOfModule(symbolOf(checker, file)))
    .map((symbol) =>
      symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    )
  return [...new Set(exported)].flatMap((symbol) => {
    const declaration = symbol.valueDeclaration
    return declaration === undefined ? [] : [publicName(checker, symbol, declaration)]
  })
}

const symbolOf = (checker: ts.TypeChecker, file: ts.SourceFile): ts.Symbol => {
  const symbol = checker.getSymbolAtLocation(file)
  if (symbol === undefined) throw new Error(`${file.fileName} exports nothing`)
  return symbol
}

const publicName = (
  checker: ts.TypeChecker,
  symbol: ts.Symbol,
  declaration: ts.Declaration,
): PublicName => ({
  name: symbol.name,
  file: declaration.getSourceFile().fileName.replace(`${process.cwd()}/`, ''),
  isFunction: checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0,
  doc: ts
    .getJSDocCommentsAndTags(declaration)
    .map((part) => part.getText())
    .join('\n'),
})
