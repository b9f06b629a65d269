/** The project's files, for tests that read them. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Files below a folder whose names end so, in alphabetical order; none when it does not exist. */
export const filesUnder = (folder: string, ending: string): readonly string[] =>
  existsSync(folder) ?
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(ending))
      .map((file) => join(folder, file))
      .sort()
  : []
