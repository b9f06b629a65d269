/** Who contributed how much: games and their values, chains, data values, weights, samplers. */
export * from './bridge.js'
export * from './coalition.js'
export * from './explain.js'
export * from './fault.js'
export * from './game.js'
export * from './semivalue.js'
