/** The package as npm would publish it, and folders of consumers that install it. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** What a program printed; a program that fails throws with all that it printed. */
export const run = async (
  command: string,
  args: readonly string[],
  cwd: string = process.cwd(),
): Promise<string> => {
  const env = { ...process.env, NODE_ENV: undefined, VITEST: undefined, NODE_OPTIONS: undefined }
  try {
    return (await promisify(execFile)(command, args, { cwd, env, maxBuffer: 2 ** 26 })).stdout
  } catch (cause) {
    const { stdout = '', stderr = '' } = cause as { readonly stdout?: string; stderr?: string }
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`, { cause })
  }
}

export interface Workshop {
  /** The path of the packed tarball. */
  readonly tarball: string
  /** The files in it. */
  readonly files: readonly string[]
  /** A new folder with these files and the tarball installed, beside other packages. */
  readonly consumer: (
    name: string,
    files: Readonly<Record<string, string>>,
    packages?: readonly string[],
  ) => Promise<string>
  readonly close: () => Promise<void>
}

/** Packs the project, as built, into a temporary folder. */
export const openWorkshop = async (): Promise<Workshop> => {
  const folder = await mkdtemp(join(tmpdir(), 'data-dividend-'))
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
  const [packed] = Object.values(JSON.parse(await run('npm', pack)) as object) as readonly {
    readonly filename: string
    readonly files: readonly { readonly path: string }[]
  }[]
  if (packed === undefined) throw new Error('npm packed nothing')
  const tarball = join(folder, packed.filename)
  return {
    tarball,
    files: packed.files.map(({ path }) => path),
    consumer: async (name, files, packages = []) => {
      const home = join(folder, name)
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(home, path)), { recursive: true })
        await writeFile(join(home, path), text)
      }
      const quiet = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--silent']
      await run('npm', ['install', ...quiet, tarball, ...packages], home)
      return home
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}
