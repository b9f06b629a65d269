/** Who pays and who is paid: known parties, and not the same one. */
import type { Path } from '../core/error.js'
import type { Builder, Inside } from './builder.js'
import { isName } from './read.js'

/** Whether a name is a party or pool; if not it is a fault. */
export const knownParty = (builder: Builder, name: string, at: Path): boolean => {
  const { parties, pools, faults } = builder.document
  if (!isName(name)) {
    faults.push({ _tag: 'NotAName', name, path: at })
    return false
  }
  if (parties === undefined || Object.hasOwn(parties, name) || pools.has(name)) return true
  faults.push({ _tag: 'UnknownParty', name, known: Object.keys(parties), path: at })
  return false
}

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
  return knownParty(builder, name, [...at, 'from'])
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
