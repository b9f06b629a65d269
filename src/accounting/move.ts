/** Movements of the two tables of 财会〔2023〕11号: which row, which column, how much.
 *
 *  A voucher carries the movements that it makes, so a cell is a sum of vouchers. Rows are keyed
 *  by id, since their labels repeat in every block. */
/** How an asset came: 外购, 自行开发或加工, 其他方式 */
export type Column = 'bought' | 'made' | 'other'

/** I: 无形资产, II: 存货 */
export type TableId = 'I' | 'II'

/** Rows that events move; the others are sums. Opening rows are moved by what came before. */
export type MovedRow =
  | 'cost.increase.purchase'
  | 'cost.increase.development'
  | 'cost.increase.processing'
  | 'cost.increase.other'
  | 'cost.decrease.disposal'
  | 'cost.decrease.sale'
  | 'cost.decrease.lapse'
  | 'cost.decrease.other'
  | 'amortisation.increase'
  | 'amortisation.decrease.disposal'
  | 'amortisation.decrease.lapse'
  | 'amortisation.decrease.other'
  | 'provision.increase'
  | 'provision.decrease'
  | 'provision.decrease.reversal'
  | 'provision.decrease.writeOff'

/** One movement, minor units, never negative. 变动 */
export interface Move {
  readonly table: TableId
  readonly row: MovedRow
  readonly column: Column
  readonly amount: bigint
}

export const moveOf =
  (table: TableId, column: Column) =>
  (row: MovedRow, amount: bigint): Move => ({
    table,
    row,
    column,
    amount,
  })

export const nonZeroMoves = (moves: readonly Move[]): readonly Move[] =>
  moves.filter(({ amount }) => amount !== 0n)
