/** A 64-bit digest of a text, to tell whether two records say the same.
 *
 *  Two lanes of FNV-1a over UTF-16 units, with different offsets. Not cryptographic: it guards
 *  against a record sent twice with other content, not against forgery. */

/** 16 hexadecimal digits. */
export const digestOf = (text: string): string => {
  let [high, low] = [0x811c9dc5, 0x9747b28c]
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    high = Math.imul(high ^ unit, 0x01000193)
    low = Math.imul(low ^ ((unit << 16) | (unit >>> 3)), 0x85ebca6b)
    low ^= high >>> 15
  }
  const hex = (lane: number) => (lane >>> 0).toString(16).padStart(8, '0')
  return hex(high) + hex(low)
}
