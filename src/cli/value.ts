/** `value FILE`: what a data asset is worth, as a report. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { appraise, roundedWorth, type Appraisal } from '../valuation/index.js'
import type { Document } from '../codec/document.js'
import { faultsOf } from '../codec/reporter.js'
import { valuationCodec } from '../codec/valuation.js'
import { placesOf, valuationParts } from '../report/valuation.js'
import type { Refusal } from './fault.js'
import { located, openDocument, refuse, type Opened } from './files.js'
import type { Io } from './io.js'
import { report } from './outputs.js'
import type { Verb } from './verb.js'

export const valueVerb: Verb = {
  name: 'value',
  args: '<valuation>',
  about: {
    en: 'value a data asset by a file of methods, parameters and reasons: a report',
    zh: '按方法、参数与理由文件评估数据资产，得出评估报告',
  },
  options: [],
  run: async (call) => {
    const opened = await openAppraisal(call.io, call.args[0] ?? '-')
    if (isLeft(opened)) return opened
    const appraisal = opened.right
    const done = await report(
      call,
      'valuation',
    )({
      json: () => `${JSON.stringify(valuationToJson(appraisal), null, 2)}\n`,
      blocks: valuationParts(call.lang, appraisal),
    })
    return isLeft(done) ? done : right(0)
  },
}

/** A valuation file, valued. */
const openAppraisal = async (io: Io, file: string): Opened<Appraisal> => {
  const document = await openDocument(io, file, ['valuation'])
  return isLeft(document) ? document : appraisalOf(file, document.right)
}

/** The valuation of a document. */
export const appraisalOf = (file: string, document: Document): Either<Refusal, Appraisal> => {
  const place = located(file, document.positionOf)
  const decoded = valuationCodec.decode(document.value)
  if (isLeft(decoded)) return refuse(2, place(faultsOf(decoded.left)))
  const appraisal = appraise(decoded.right)
  return isLeft(appraisal) ? refuse(1, place([appraisal.left])) : appraisal
}

const valuationToJson = (appraisal: Appraisal) => {
  const { file, methods, value, spread, quality, parameters: _, ...examined } = appraisal
  return {
    format: 'data-dividend/valuation@1',
    valuation: file.valuation,
    date: file.date,
    currency: file.currency,
    value: roundedWorth(placesOf(file))(value),
    explained: value.explained,
    spread: spread?.explained.value,
    quality: quality?.explained,
    methods: methods.map(({ name, method, worth }) => ({
      name,
      method: method.id,
      value: worth.explained.value,
      warnings: worth.warnings,
    })),
    ...examined,
  }
}
