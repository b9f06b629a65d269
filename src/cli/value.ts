/** `value FILE`: what a data asset is worth, as a report. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { appraise, roundedWorth, type Appraisal } from '../valuation/index.js'
import type { Document } from '../codec/document.js'
import { faultsOf } from '../codec/reporter.js'
import { valuationCodec } from '../codec/valuation.js'
import { chartSvg, valuationCharts } from '../report/chart.js'
import { explanationTable } from '../report/explanation.js'
import { placesOf, valuationParts } from '../report/valuation.js'
import { valuationExample, valuationTemplate } from '../report/template.js'
import { valuationWorkbook } from '../report/workbook.js'
import { reportFigure } from './explain.js'
import { codeOf, type Refusal } from './fault.js'
import { fileFault, located, openDocument, refuse, type Opened } from './files.js'
import type { Io } from './io.js'
import { report } from './outputs.js'
import { textOption, type Call, type Verb } from './verb.js'

export const valueVerb: Verb = {
  name: 'value',
  args: '[valuation]',
  about: {
    en: 'value a data asset by a file of methods, parameters and reasons: a report',
    zh: '按方法、参数与理由文件评估数据资产，得出评估报告',
  },
  options: [
    {
      flags: '--explain <path>',
      about: {
        en: 'only the figure at this path of labels, such as method.income/value',
        zh: '只看此路径上的数值，例如 method.income/value',
      },
    },
    {
      flags: '--template <file>',
      about: {
        en: 'a workbook to fill in, which is read as a valuation: an example, or the one given',
        zh: '可填写并可读取的评估工作簿：示例，或给定的评估',
      },
    },
    {
      flags: '--xlsx <file>',
      about: { en: 'a workbook with live formulas', zh: '含可重算公式的工作簿' },
    },
    {
      flags: '--charts <dir>',
      about: { en: 'charts as SVG into this folder', zh: '将 SVG 图写入该文件夹' },
    },
  ],
  run: async (call) => {
    const template = textOption(call, 'template')
    if (template !== undefined) return writeTemplate(call, template)
    const opened = await openAppraisal(call.io, call.args[0] ?? '-')
    if (isLeft(opened)) return opened
    const appraisal = opened.right
    const path = textOption(call, 'explain')
    const done =
      path === undefined ?
        await reportWhole(call, appraisal)
      : await reportFigure(call, appraisal.value.explained, path)
    return isLeft(done) ? done : right(0)
  },
}

const reportWhole = async (call: Call, appraisal: Appraisal): Promise<Either<Refusal, void>> => {
  const extra = await writeExtras(call, appraisal)
  return isLeft(extra) ? extra : (
      report(
        call,
        'valuation',
      )({
        json: () => `${JSON.stringify(valuationToJson(appraisal), null, 2)}\n`,
        blocks: valuationParts(call.lang, appraisal),
        table: explanationTable(call.lang)(appraisal.value.explained),
      })
    )
}

/** The valuation that is given, or an example, as a workbook to fill in. */
const writeTemplate = async (call: Call, file: string): Promise<Either<Refusal, 0>> => {
  const [given] = call.args
  const document =
    given === undefined ?
      right({ value: valuationExample })
    : await openDocument(call.io, given, ['valuation'])
  if (isLeft(document)) return document
  const book = await valuationTemplate(call.lang)(document.right.value)
  if (isLeft(book)) return refuse(2, [{ fault: book.left }])
  const written = await writeFiles(call.io, [[file, book.right]])
  return isLeft(written) ? written : right(0)
}

/** The workbook and the charts that are asked for. */
const writeExtras = async (call: Call, appraisal: Appraisal): Promise<Either<Refusal, void>> => {
  const [xlsx, charts] = [textOption(call, 'xlsx'), textOption(call, 'charts')]
  const files: (readonly [string, string | Uint8Array])[] = []
  if (xlsx !== undefined) {
    const book = await valuationWorkbook(call.lang)(appraisal)
    if (isLeft(book)) return refuse(2, [{ fault: book.left }])
    files.push([xlsx, book.right])
  }
  if (charts !== undefined) {
    for (const [name, spec] of Object.entries(valuationCharts(call.lang, appraisal))) {
      const svg = await chartSvg(spec)
      if (isLeft(svg)) return refuse(2, [{ fault: svg.left }])
      files.push([`${charts}/${name}.svg`, svg.right])
    }
  }
  return writeFiles(call.io, files)
}

/** Files written whole, or not at all. */
const writeFiles = async (
  io: Io,
  files: readonly (readonly [string, string | Uint8Array])[],
): Promise<Either<Refusal, void>> => {
  for (const [file, content] of files) {
    try {
      const draft = await io.draft(file)
      await draft.write(content)
      await draft.finish()
      await draft.keep()
    } catch (thrown) {
      return refuse(2, [{ fault: fileFault(file, thrown) }])
    }
  }
  return right(undefined)
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
  return isLeft(appraisal) ? refuse(codeOf([appraisal.left]), place([appraisal.left])) : appraisal
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
