/** Everything that can be wrong with a game, a method's input, or a sample. */
export type ContributionFault =
  // players and tables
  | { readonly _tag: 'NoPlayers' }
  | { readonly _tag: 'DuplicatePlayer'; readonly player: string }
  | { readonly _tag: 'UnknownPlayer'; readonly player: string }
  | { readonly _tag: 'PlayerMissing'; readonly player: string }
  | {
      readonly _tag: 'TooManyPlayers'
      readonly method: string
      readonly players: number
      readonly limit: number
    }
  | { readonly _tag: 'WrongTableLength'; readonly expected: number; readonly found: number }
  | { readonly _tag: 'EmptySetNotZero'; readonly worth: string }
  | { readonly _tag: 'WorthNotFinite'; readonly coalition: string; readonly worth: string }
  | { readonly _tag: 'WorthNotExact'; readonly coalition: string; readonly worth: string }
  | { readonly _tag: 'PlacesOutOfRange'; readonly places: number }
  // domains of methods
  | { readonly _tag: 'SemivalueWeights'; readonly expected: number; readonly sum: string }
  | { readonly _tag: 'ParameterOutOfRange'; readonly parameter: string; readonly value: string }
  | { readonly _tag: 'NothingToScale'; readonly method: string; readonly sum: string }
  | { readonly _tag: 'WeightNotPositive'; readonly player: string; readonly weight: string }
  | { readonly _tag: 'StandAloneSigns'; readonly player: string; readonly worth: string }
  | { readonly _tag: 'StandAloneShares'; readonly player: string; readonly worth: string }
  | { readonly _tag: 'NotSimple'; readonly coalition: string; readonly worth: string }
  | { readonly _tag: 'NotMonotone'; readonly smaller: string; readonly larger: string }
  | {
      readonly _tag: 'NotQuasiBalanced'
      readonly player: string
      readonly lower: string
      readonly upper: string
    }
  | { readonly _tag: 'GatelyUndefined'; readonly standAlone: string; readonly total: string }
  | { readonly _tag: 'NoImputation'; readonly standAlone: string; readonly total: string }
  | { readonly _tag: 'NotAPartition'; readonly player: string }
  | { readonly _tag: 'LinkToItself'; readonly player: string }
  | { readonly _tag: 'NotAForest'; readonly player: string }
  | { readonly _tag: 'TooManyLinks'; readonly links: number; readonly limit: number }
  | { readonly _tag: 'OrderOutOfRange'; readonly order: number; readonly players: number }
  // forms without a table, chains
  | { readonly _tag: 'EmptyTerm'; readonly event: string }
  | {
      readonly _tag: 'TermsDiffer'
      readonly event: string
      readonly first: string
      readonly other: string
    }
  | { readonly _tag: 'QuotaOutOfRange'; readonly quota: string; readonly total: string }
  | { readonly _tag: 'NotAVote'; readonly player: string; readonly votes: string }
  | {
      readonly _tag: 'TooMuchCounting'
      readonly method: string
      readonly size: string
      readonly limit: string
    }
  | { readonly _tag: 'NegativeFigure'; readonly player: string; readonly value: string }
  | { readonly _tag: 'NotACount'; readonly stage: number; readonly value: string }
  | { readonly _tag: 'RankingCycle'; readonly player: string }
  | { readonly _tag: 'FactorsNotOne'; readonly sum: string }
  | { readonly _tag: 'NegativeShare'; readonly player: string; readonly value: string }
  | { readonly _tag: 'ScoresAllZero'; readonly role: string }
  // plays, data values, weightings
  | { readonly _tag: 'NoUsers' }
  | { readonly _tag: 'UserWithoutPlays'; readonly user: number }
  | {
      readonly _tag: 'RowLength'
      readonly row: number
      readonly expected: number
      readonly found: number
    }
  | { readonly _tag: 'NoPoints'; readonly points: 'training' | 'test' }
  | { readonly _tag: 'NeighboursOutOfRange'; readonly k: number }
  | { readonly _tag: 'DistanceNotFinite'; readonly test: number; readonly training: number }
  | { readonly _tag: 'NoSample'; readonly player: string; readonly side: 'with' | 'without' }
  // samplers and the bridge
  | { readonly _tag: 'WalksOutOfRange'; readonly walks: number }
  | { readonly _tag: 'StreamRefused'; readonly seed: number }
  | { readonly _tag: 'SingularSample'; readonly rows: number }
  | { readonly _tag: 'NoRange'; readonly range: string }
  | { readonly _tag: 'NegativeContribution'; readonly player: string; readonly value: string }
  | { readonly _tag: 'NothingPositive' }
  | { readonly _tag: 'UnknownValue'; readonly id: string }
  | { readonly _tag: 'ParameterMissing'; readonly method: string; readonly parameter: string }
