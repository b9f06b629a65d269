/** The sentences of a valuation report in both languages. */
export const valuationSentences = {
  en: {
    particulars: 'Particulars',
    methods: 'Methods',
    parameters: 'Parameters and their sources',
    quality: 'Quality',
    tornado: 'Sensitivity, one figure at a time',
    breakEven: 'Break-even: the figure at which the value is the target',
    explanation: 'Every figure, from the conclusion to what is given',
    assumptions: 'Assumptions',
    limits: 'Limits',
    leftOut: 'left out',
    joint: '; ',
    conclusion: (value: string, unit: string, date: string, spread: string | undefined) =>
      `Value on ${date}: ${value} ${unit}${
        spread === undefined ? '' : ` (spread of the methods, (max − min) / mean: ${spread})`
      }.`,
    twoWay: (down: string, across: string) => `Value by ${down} (down) and ${across} (across)`,
    monteCarlo: (n: number, faults: number) =>
      `Monte Carlo: ${String(n)} draws, ${String(faults)} without a value; quantiles by type 7`,
    quantile: (p: number) => `quantile ${String(p)}`,
    replay: (replayed: string, exact: string, gap: string) =>
      `Replay with rounded steps: ${replayed}, exact ${exact}, gap ${gap}`,
  },
  zh: {
    particulars: '基本事项',
    methods: '评估方法',
    parameters: '参数及来源',
    quality: '数据质量',
    tornado: '单因素敏感性分析',
    breakEven: '盈亏平衡：价值等于目标值时的数值',
    explanation: '计算过程（由结论至给定数据）',
    assumptions: '评估假设',
    limits: '使用限制',
    leftOut: '未采用',
    joint: '；',
    conclusion: (value: string, unit: string, date: string, spread: string | undefined) =>
      `${date} 的评估值：${value} ${unit}${
        spread === undefined ? '' : `（各方法离散度（最大 − 最小）/ 均值：${spread}）`
      }。`,
    twoWay: (down: string, across: string) => `${down}（行）与 ${across}（列）双因素分析`,
    monteCarlo: (n: number, faults: number) =>
      `蒙特卡洛模拟：有效抽样 ${String(n)} 次，无值 ${String(faults)} 次；分位数采用第 7 型`,
    quantile: (p: number) => `分位数 ${String(p)}`,
    replay: (replayed: string, exact: string, gap: string) =>
      `逐步取整重算：${replayed}，精确值 ${exact}，差额 ${gap}`,
  },
} as const
