/** What the demo says, in both languages. */

type Files = Readonly<Record<'penguins' | 'agreement' | 'sales', string>>

const calls = ({ agreement, sales }: Files, options: string): string =>
  [
    `npx data-dividend describe ${agreement}${options}`,
    `npx data-dividend settle ${agreement} ${sales} --totals${options}`,
    `npx data-dividend settle ${agreement} ${sales} --json > statement.json`,
    `npx data-dividend explain statement.json --event r05${options}`,
    `npx data-dividend schema agreement`,
  ]
    .map((call) => `${call}\n`)
    .join('')

export const sayings = {
  en: {
    data: 'The data',
    aboutData: (rows: number, measured: number) => [
      `${String(rows)} penguins of three species, measured on three islands of the Palmer`,
      `Archipelago from 2007 to 2009; ${String(measured)} of them have all four measures.`,
      'Gorman, Williams and Fraser 2014 (doi:10.1371/journal.pone.0090081); Horst, Hill and',
      'Gorman 2020 (doi:10.5281/zenodo.3960218); CC0. The islands are the collectors here.',
    ],
    trials: 'How well each coalition of islands names species',
    aboutTrials: (heldOut: number) => [
      `Every third bird of each island is held out (${String(heldOut)}). A classifier learns`,
      'from the other birds of some islands and names each held-out bird by its three nearest ones.',
    ],
    learnsFrom: 'learns from',
    rightOf: (heldOut: number) => `right of ${String(heldOut)}`,
    contribution: 'What each island contributed',
    aboutContribution: [
      'The Shapley value: what an island adds, averaged over all orders of joining. Exact, and',
      'it sums to what all islands together name right. It is the weight in the agreement.',
    ],
    island: 'island',
    birds: 'birds named right',
    part: 'part',
    agreement: 'The agreement',
    statement: 'The statement',
    aboutStatement: (events: number) =>
      `A year of licences: ${String(events)} events, sales, refunds and dividends.`,
    link: 'link',
    noLink: 'no link (fund, pool)',
    contributed: 'contributed',
    received: 'of collectors’ money',
    ratio: 'remuneration ÷ contribution',
    aboutRemuneration: [
      'Each island is paid as it contributed: the ratio is 1 to the cent, also after refunds.',
    ],
    line: (event: string) => `Why: the first line of ${event}`,
    redone: (value: string) => `Redone from the printed figures alone: ${value}.`,
    check: 'Nothing is lost',
    what: 'what',
    sumOfLines: (lines: number) => `sum of ${String(lines)} lines`,
    netSales: 'net sales',
    difference: 'difference',
    next: 'Where to go next',
    nextCalls: (files: Files) => calls(files, ''),
  },
  zh: {
    data: '数据',
    aboutData: (rows: number, measured: number) => [
      `帕尔默群岛三座岛上三种企鹅共 ${String(rows)} 只，2007 至 2009 年测量；其中 ${String(measured)} 只四项齐全。`,
      '来源：Gorman、Williams、Fraser 2014（doi:10.1371/journal.pone.0090081）；',
      'Horst、Hill、Gorman 2020（doi:10.5281/zenodo.3960218）；CC0。这里三座岛即三个采集方。',
    ],
    trials: '各岛组合能认对多少只',
    aboutTrials: (heldOut: number) => [
      `每座岛每三只留出一只，共 ${String(heldOut)} 只用于检验。分类器只学习若干岛的其余企鹅，`,
      '再按最近的三只判断留出企鹅的物种。',
    ],
    learnsFrom: '学习自',
    rightOf: (heldOut: number) => `${String(heldOut)} 只中认对`,
    contribution: '各岛的贡献',
    aboutContribution: [
      '沙普利值：某岛加入时增加的正确数，对所有加入次序取平均。结果精确，',
      '合计等于全部岛屿共同认对的只数，也就是协议中的权重。',
    ],
    island: '岛',
    birds: '认对只数',
    part: '占比',
    agreement: '协议',
    statement: '结算单',
    aboutStatement: (events: number) =>
      `一年的许可销售：${String(events)} 个事件，含销售、退款与分红。`,
    link: '环节',
    noLink: '不属环节（基金、资金池）',
    contributed: '贡献占比',
    received: '采集方所得占比',
    ratio: '报酬 ÷ 贡献',
    aboutRemuneration: ['各岛按贡献取得报酬：比值为 1，退款之后仍精确到分。'],
    line: (event: string) => `为什么：${event} 的第一行`,
    redone: (value: string) => `仅用以上所列数值重算：${value}。`,
    check: '分文不失',
    what: '项目',
    sumOfLines: (lines: number) => `${String(lines)} 行明细合计`,
    netSales: '净销售额',
    difference: '差额',
    next: '接下来',
    nextCalls: (files: Files) => calls(files, ' --lang zh'),
  },
}
