/** Scalars of any form. */
import { scalar, text } from './combine.js'

export const anyText = text('text', {})
export const anyScalar = scalar('text or whole number', {})
