/** The layer rules, from the one list of rooms. `npm run layers` tells what breaks them. */
import { heart, layers } from './scripts/rooms.js'

/** @param {readonly string[]} rooms */
const inRooms = (rooms) => `^src/(${rooms.join('|')})/`

/** The heart's own entry, which the rooms above the heart may use as any user does. */
const entry = '^src/index[.]ts$'

const roomRules = layers.flatMap((layer, at) =>
  layer.map((room) => ({
    name: `${room}-imports-only-rooms-below`,
    severity: 'error',
    from: { path: inRooms([room]) },
    to: {
      path: '^src/',
      pathNot: [
        inRooms([room, ...layers.slice(0, at).flat()]),
        ...(heart.includes(room) ? [] : [entry]),
      ],
    },
  })),
)

/** A package, or the modules of Node, that only some files may import.
 * @param {string} name
 * @param {string} to
 * @param {string} from */
const only = (name, to, from) => ({
  name,
  severity: 'error',
  from: { path: '^src/', pathNot: from },
  to: { path: to },
})

export default {
  forbidden: [
    ...roomRules,
    {
      name: 'the-heart-is-small',
      severity: 'error',
      from: { path: entry },
      to: { path: '^src/', pathNot: inRooms(heart) },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('decimal-only-in-core-decimal', 'node_modules/decimal[.]js/', '^src/core/decimal[.]ts$'),
    only('io-ts-only-in-codec', 'node_modules/io-ts/', inRooms(['codec'])),
    only('fast-check-only-in-laws', 'node_modules/fast-check/', inRooms(['laws'])),
    {
      name: 'node-only-in-cli-engine-report',
      severity: 'error',
      from: { path: '^src/', pathNot: inRooms(['cli', 'engine', 'report']) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'packages-are-found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
