/** Money of the naive model: a list of sums, by sale, by period or in all. */
export interface Sale {
  readonly id: string
  readonly date: string
  readonly sold: bigint
  readonly net: bigint
  readonly attributes: Readonly<Record<string, string>>
}

export interface Bucket {
  readonly date: string
  readonly sum: bigint
  readonly sale?: Sale
}

/** Sums by bucket: a sale's id, a period's name, or `life`. */
export interface Money {
  readonly scope: string
  readonly buckets: ReadonlyMap<string, Bucket>
}

const order = ['event', 'month', 'quarter', 'year', 'life']

/** The name of the bucket of a date. */
export const bucketOf = (scope: string, date: string): string =>
  scope === 'month' ? date.slice(0, 7)
  : scope === 'year' ? date.slice(0, 4)
  : scope === 'quarter' ? `${date.slice(0, 4)}-Q${Math.floor((Number(date.slice(5, 7)) + 2) / 3)}`
  : 'life'

/** The same money by a wider scope. */
export const widened = (scope: string, money: Money): Money => {
  if (order.indexOf(scope) < order.indexOf(money.scope)) throw new Error('a narrower scope')
  if (scope === money.scope) return money
  const buckets = new Map<string, Bucket>()
  for (const { date, sum } of money.buckets.values()) {
    const name = bucketOf(scope, date)
    buckets.set(name, { date, sum: (buckets.get(name)?.sum ?? 0n) + sum })
  }
  return { scope, buckets }
}

/** Money of several places, by the widest of their scopes. */
export const joined = (moneys: readonly Money[]): Money => {
  const scope = order[Math.max(...moneys.map((money) => order.indexOf(money.scope)))] ?? 'life'
  const buckets = new Map<string, Bucket>()
  for (const money of moneys) {
    for (const [name, bucket] of widened(scope, money).buckets) {
      buckets.set(name, { ...bucket, sum: (buckets.get(name)?.sum ?? 0n) + bucket.sum })
    }
  }
  return { scope, buckets }
}

/** Money cut bucket by bucket. */
export const cut = (
  { scope, buckets }: Money,
  parts: number,
  by: (sum: bigint, bucket: string) => readonly bigint[],
): readonly Money[] => {
  const parted = [...buckets].map(([name, bucket]) => [name, bucket, by(bucket.sum, name)] as const)
  return Array.from({ length: parts }, (_, index) => ({
    scope,
    buckets: new Map(
      parted.map(([name, bucket, sums]) => [name, { ...bucket, sum: sums[index] ?? 0n }] as const),
    ),
  }))
}
