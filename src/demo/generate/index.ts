// What can the demo and tests ask of the workload generator? Pure: same seed, same bytes.
export { councilKnownFiles, councilKnownHeader, councilKnownRows } from './council-known.ts'
export { generateDistrict } from './district.ts'
export { isNhsNumber } from './nhs-number.ts'
export { roundPlan } from './round-plan.ts'
export { splFiles, truth } from './spl-files.ts'
export { splHeader } from './spl-rows.ts'
export type * from './types.ts'
export { dirt, round, workloads } from './workload.ts'
