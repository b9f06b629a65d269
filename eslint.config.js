import functional from 'eslint-plugin-functional'
import tseslint from 'typescript-eslint'

/** A type that is mutable on purpose, inside one function's work, is named `Mutable…`. */
const immutableTypes = {
  rules: [{ identifiers: '^(?!Mutable).+', immutability: 'ReadonlyDeep', comparator: 'AtLeast' }],
}

/** Their methods change nothing, which the rule cannot see; it knows a type by its name, or by
 *  the name behind the file that declares it. */
const immutableClasses = [{ type: /^(import\([^)]*\)\.)?Decimal$/u, to: 'Immutable' }]

const fpTsOtherwise = {
  regex: '^fp-ts(?!/lib/\\w+\\.js$)',
  message: 'Write fp-ts/lib/Either.js: fp-ts/Either fails in plain Node ESM.',
}

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'reports', '.stryker-tmp', '.mutation'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-restricted-imports': ['error', { patterns: [fpTsOtherwise] }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { functional },
    settings: { immutability: { overrides: { keepDefault: true, values: immutableClasses } } },
    rules: {
      'functional/no-classes': 'error',
      'functional/no-this-expressions': 'error',
      'functional/no-throw-statements': 'error',
      'functional/type-declaration-immutability': ['error', immutableTypes],
    },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
)
