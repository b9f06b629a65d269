/** Agreements: the language, its compiler, its checks and its descriptions. */
export * from './clause.js'
export { check } from './check.js'
export { compile } from './compile.js'
export type { AgreementFault, AgreementNote, Finding, SlabBreaks } from './fault.js'
export type * from './program.js'
export { agreementWords } from './words.js'
