/** The value chain: parties and the four links, rights over data, products, succession. */
export * from './party.js'
export * from './product.js'
export * from './right.js'
export * from './succession.js'
export { chainWords, type ChainFault } from './words.js'
