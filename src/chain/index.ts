/** The value chain: parties and the four links. */
export * from './party.js'
