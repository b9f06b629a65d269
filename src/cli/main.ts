#!/usr/bin/env node
/** The command `data-dividend`. */
import { nodeIo } from './node-io.js'
import { run } from './run.js'

process.exitCode = await run(process.argv.slice(2), nodeIo())
