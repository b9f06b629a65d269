/** Products and what they are made of: from a product back to its sources and the grants that let
 *  it be made, from a source forward to every product, sale and payee.
 *
 *  Source: Data Twenty Articles, 2, 3, 8: sources can be confirmed, uses are bounded, the way of
 *  data can be traced. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Bilingual } from '../core/error.js'

/** The class of data. 数据分类 */
export type DataClass = 'public' | 'enterprise' | 'personal'

/** A source or a product: what is made of nothing here is a source. 数据资源、数据产品 */
export interface Asset {
  readonly id: string
  readonly class?: DataClass
  /** Who has or made it. */
  readonly holder?: string
  /** The assets that it is made of. */
  readonly from?: readonly string[]
  /** The grants that let it be made. */
  readonly grants?: readonly string[]
}

export type DerivationFault =
  | { readonly _tag: 'UnknownAsset'; readonly asset: string }
  | { readonly _tag: 'DerivationCycle'; readonly assets: readonly string[] }

/** Names of the classes. */
export const dataClassNames: Readonly<Record<DataClass, Bilingual>> = {
  public: { en: 'public data', zh: '公共数据' },
  enterprise: { en: 'enterprise data', zh: '企业数据' },
  personal: { en: 'personal data', zh: '个人数据' },
}

/** Where a product comes from. 溯源 */
export interface Trace {
  readonly asset: string
  /** All that it is made of, each before what is made of it; the product last. */
  readonly assets: readonly string[]
  readonly sources: readonly string[]
  readonly grants: readonly string[]
}

/** Traces a product back to its sources and grants.
 * @param assets of the derivation graph, in any order
 * @returns Left UnknownAsset when something in the line is not there; Left DerivationCycle when an
 *   asset is made of itself
 * laws: a source is reached from where it is traced to
 * @example
 * import { trace } from 'data-dividend/chain'
 * const assets = [
 *   { id: 'index', from: ['prices', 'maps'], grants: ['g1'] }, { id: 'prices' }, { id: 'maps' },
 * ]
 * trace(assets)('index')
 * // => right({ asset: 'index', assets: ['prices', 'maps', 'index'], sources: ['prices', 'maps'],
 * //      grants: ['g1'] }) */
export const trace =
  (assets: readonly Asset[]) =>
  (asset: string): Either<DerivationFault, Trace> => {
    const byId = new Map(assets.map((one) => [one.id, one]))
    const line: Asset[] = []
    const state = new Map<string, 'open' | 'done'>()
    // The way down is kept by hand, since derivations may be deeper than calls can be.
    const way: { readonly asset: Asset; next: number }[] = []
    const enter = (id: string): DerivationFault | undefined => {
      if (state.get(id) === 'done') return undefined
      if (state.get(id) === 'open') {
        const ids = way.map((step) => step.asset.id)
        return { _tag: 'DerivationCycle', assets: ids.slice(ids.indexOf(id)) }
      }
      const found = byId.get(id)
      if (found === undefined) return { _tag: 'UnknownAsset', asset: id }
      state.set(id, 'open')
      way.push({ asset: found, next: 0 })
      return undefined
    }
    const fault = enter(asset)
    if (fault !== undefined) return left(fault)
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const below = step.asset.from?.[step.next]
      step.next += 1
      if (below === undefined) {
        state.set(step.asset.id, 'done')
        line.push(step.asset)
        way.pop()
        continue
      }
      const wrong = enter(below)
      if (wrong !== undefined) return left(wrong)
    }
    return right({
      asset,
      assets: line.map(({ id }) => id),
      sources: line.filter(({ from = [] }) => from.length === 0).map(({ id }) => id),
      grants: [...new Set(line.flatMap(({ grants = [] }) => grants))],
    })
  }

/** What became of a source. 去向 */
export interface Reach {
  readonly source: string
  /** All that is made of it, itself first, each after what it is made of. */
  readonly products: readonly string[]
  /** Ids of the sales of these. */
  readonly sales: readonly string[]
  /** What each party received by these sales and their refunds, minor units. */
  readonly payees: ReadonlyMap<string, bigint>
}

/** What a source may have reached: assets, sales of assets, lines of a settlement. */
export interface Market {
  readonly assets: readonly Asset[]
  readonly sales: readonly { readonly id: string; readonly asset: string }[]
  readonly lines: readonly {
    readonly event: string
    /** The sale of a refund. */
    readonly of?: string
    readonly party: string
    readonly amount: bigint
  }[]
}

/** Follows a source forward to every product, sale and payee.
 * @returns Left UnknownAsset when the source is not there, or an asset is made of one that is not;
 *   Left DerivationCycle
 * laws: a product is reached from every source that it is traced to
 * @example
 * import { map } from 'fp-ts/lib/Either.js'
 * import { reach, type Reach } from 'data-dividend/chain'
 * const market = {
 *   assets: [{ id: 'maps' }, { id: 'index', from: ['maps'] }],
 *   sales: [{ id: 's1', asset: 'index' }],
 *   lines: [{ event: 's1', party: 'surveyor', amount: 60n }],
 * }
 * map(({ products, payees }: Reach) => [products, payees])(reach(market)('maps'))
 * // => right([['maps', 'index'], new Map([['surveyor', 60n]])]) */
export const reach =
  ({ assets, sales, lines }: Market) =>
  (source: string): Either<DerivationFault, Reach> => {
    if (!assets.some(({ id }) => id === source))
      return left({ _tag: 'UnknownAsset', asset: source })
    const products = new Set([source])
    // One walk over an order in which each asset stands after what it is made of.
    const all = { id: '', from: assets.map(({ id }) => id) }
    const ordered = trace([...assets, all])('')
    if (isLeft(ordered)) return ordered
    const byId = new Map(assets.map((one) => [one.id, one]))
    for (const id of ordered.right.assets) {
      if (byId.get(id)?.from?.some((one) => products.has(one)) === true) products.add(id)
    }
    const sold = new Set(sales.filter(({ asset }) => products.has(asset)).map(({ id }) => id))
    const payees = new Map<string, bigint>()
    for (const { event, of, party, amount } of lines) {
      if (!sold.has(event) && (of === undefined || !sold.has(of))) continue
      payees.set(party, (payees.get(party) ?? 0n) + amount)
    }
    return right({ source, products: [...products], sales: [...sold], payees })
  }
