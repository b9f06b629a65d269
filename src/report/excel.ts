/** exceljs, which is loaded when first used, and what sheets share. */
import type * as Excel from 'exceljs'

export interface PackageMissing {
  readonly _tag: 'PackageMissing'
  readonly name: string
}

/** The package, where it is installed. */
export const loadExcel = async (): Promise<typeof Excel | undefined> => {
  try {
    const loaded = (await import('exceljs')) as typeof Excel & {
      readonly default?: typeof Excel
    }
    return loaded.default ?? loaded
  } catch {
    return undefined
  }
}

/** The colour of cells that are given, not worked out. */
export const inputFill = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFFFF2CC' },
} as const
