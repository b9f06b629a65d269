/** Results go out, then the state takes its place, where a call names a file for it. */
import { right, type Either } from 'fp-ts/lib/Either.js'
import type { State } from '../settlement/state.js'
import { stateToJson } from '../codec/state.js'
import type { Refusal } from './fault.js'
import { refuse } from './files.js'
import type { Outputs } from './outputs.js'
import { textOption, type Call } from './verb.js'

/** The state is on the disk before the statement goes out, and takes its name after it. */
export const publishState = async (
  call: Call,
  outputs: Outputs,
  state: State,
): Promise<Either<Refusal, 0>> => {
  const file = textOption(call, 'state')
  const draft = file === undefined ? undefined : await call.io.draft(file)
  try {
    if (draft !== undefined) {
      for (const piece of stateToJson(state)) await draft.write(piece)
      await draft.finish()
    }
    const read = await outputs.publish()
    if (read) await draft?.keep()
    else if (draft !== undefined) return refuse(2, [{ fault: { _tag: 'OutputNotRead' } }])
    return right(0)
  } finally {
    await draft?.drop()
  }
}
