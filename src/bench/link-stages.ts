// How long did each stage of a link take, by its own account?
import type { LinkRun } from './link-child.ts'
import type { Figure } from './result.ts'

export function stagesOf({ said }: LinkRun): ReadonlyMap<string, number> {
  const told = said.seconds
  const entries = told && typeof told === 'object' ? Object.entries(told) : []
  return new Map(entries.flatMap(([name, value]) => (isNumber(value) ? [[name, value]] : [])))
}

export function stageFigures(name: string, run: LinkRun): Figure[] {
  return [...stagesOf(run)].map(([stage, seconds]) => ({
    measure: `${name}: ${stage}`,
    figure: seconds,
    unit: 's',
    digits: 2,
  }))
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}
