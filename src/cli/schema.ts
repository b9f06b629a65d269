/** `schema KIND`: the JSON Schema of a kind of file, for editors. */
import { isLeft, right } from 'fp-ts/lib/Either.js'
import { nearestTo } from '../codec/nearest.js'
import { fileKinds, schemaOf } from '../codec/schema.js'
import type { CliFault } from './fault.js'
import { refuse } from './files.js'
import { report } from './outputs.js'
import type { Verb } from './verb.js'

export const schemaVerb: Verb = {
  name: 'schema',
  args: '<kind>',
  about: {
    en: `the JSON Schema of a kind of file: ${fileKinds.join(', ')}`,
    zh: `某类文件的 JSON Schema：${fileKinds.join('、')}`,
  },
  options: [],
  run: async (call) => {
    const [name = ''] = call.args
    const kind = fileKinds.find((one) => one === name)
    if (kind === undefined) {
      const fault: CliFault = {
        _tag: 'UnknownKindOfFile',
        name,
        nearest: nearestTo(fileKinds)(name),
      }
      return refuse(2, [{ fault }])
    }
    const text = `${JSON.stringify(schemaOf(kind), null, 2)}\n`
    const written = await report(call, `${kind}.schema`)({ json: () => text, blocks: [{ text }] })
    return isLeft(written) ? written : right(0)
  },
}
