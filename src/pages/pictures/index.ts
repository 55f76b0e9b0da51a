// The door to pictures: figures, bars, plots and maps, each with its links.
export { Checked } from './checked.tsx'
export { type CoverageCounts, CoverageSum, type ReachState } from './coverage-sum.tsx'
export { Mark } from './marks.tsx'
export { Open } from './open.tsx'
export { type RowCounts, type RowState, RowsSum } from './rows-sum.tsx'
export { Sum, type SumPart, type SumProps, type SumTotal } from './sum.tsx'
export { type BarPart, SumBar, type SumBarProps } from './sum-bar.tsx'
