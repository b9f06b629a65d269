/** Who takes part: parties, the four links of the value chain, kinds of parties.
 *
 *  The Data Twenty Articles (article 12) name the links in the order in which value arises:
 *  collection, processing, circulation, application; and who shares: individuals, enterprises,
 *  the public. */
import type { Bilingual } from '../core/error.js'

/** A link of the value chain. 环节 */
export type Link = 'collection' | 'processing' | 'circulation' | 'application'

/** What a party is. 主体类别 */
export type PartyKind = 'individual' | 'enterprise' | 'public'

/** A party's particulars; its key in the agreement is its name in all lines. 参与方 */
export interface Party {
  readonly name?: string | Bilingual
  readonly link?: Link
  readonly kind?: PartyKind
}

/** The four links in order. */
export const links: readonly Link[] = ['collection', 'processing', 'circulation', 'application']

/** Names of the links. */
export const linkNames: Readonly<Record<Link, Bilingual>> = {
  collection: { en: 'collection', zh: '采集' },
  processing: { en: 'processing', zh: '加工' },
  circulation: { en: 'circulation', zh: '流通' },
  application: { en: 'application', zh: '应用' },
}

/** Names of the kinds. */
export const kindNames: Readonly<Record<PartyKind, Bilingual>> = {
  individual: { en: 'individuals', zh: '个人' },
  enterprise: { en: 'enterprises', zh: '企业' },
  public: { en: 'the public', zh: '公共' },
}
