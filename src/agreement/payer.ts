/** Who pays: a party, and not the one that is paid. */
import type { Builder, Inside } from './builder.js'

/** Whether a payer is a party; a flow or pool is a fault. */
export const paysAsParty = (builder: Builder, name: string, { at }: Inside): boolean => {
  const { document, terms } = builder
  const isParty =
    !Object.hasOwn(terms.flows ?? {}, name) &&
    !Object.hasOwn(terms.shared ?? {}, name) &&
    !document.pools.has(name)
  if (!isParty) {
    document.faults.push({ _tag: 'PayerNotAParty', name, path: [...at, 'from'] })
    return false
  }
  const { parties } = document
  if (parties === undefined || Object.hasOwn(parties, name)) return true
  const known = Object.keys(parties)
  document.faults.push({ _tag: 'UnknownParty', name, known, path: [...at, 'from'] })
  return false
}

/** Whether payer and payee differ; if not it is a fault. */
export const differs = (
  { document }: Builder,
  { from, to }: { readonly from: string; readonly to: string },
  { at }: Inside,
): boolean => {
  if (from !== to) return true
  document.faults.push({ _tag: 'PayerIsPayee', name: from, path: [...at, 'from'] })
  return false
}
