// `node src/bench/learn-council-model.ts`: what do lists of councils teach about how records of one
// person agree? Writes the model that comes with Doorstep, src/matching/domain/judge.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeColumns, link, type Model, tableOf, usualLevels } from '../matching/index.ts'
import { projectRoot } from '../store/root.ts'
import { type LabelledRow, labelledRows } from './link-rows.ts'

const seed = 20_261_122
const scale = 2
const file = join(projectRoot, 'src/matching/domain/judge/council-model.ts')

const rows = labelledRows(seed, scale).map((row, at) => ({ id: String(at), cells: cellsOf(row) }))
const { model, records } = await link(tableOf(judgeColumns, rows))
writeFileSync(file, textOf(tempered(model), records))
execFileSync('biome', ['check', '--write', file])

function cellsOf({ cells }: LabelledRow): string[] {
  const joined = (names: readonly (keyof typeof cells)[], by: string) =>
    names
      .map(name => cells[name])
      .filter(text => text !== '')
      .join(by)
  return [
    cells['nhs number'],
    cells['first name'],
    cells['middle names'],
    cells.surname,
    cells['date of birth'],
    joined(['phone 1', 'phone 2'], ' / '),
    cells['e-mail'],
    joined(['address line 1', 'address line 2', 'town'], ', '),
    cells.postcode,
  ]
}

/**
 * Invented people keep their phones and homes longer than real ones: half is what is usual. Numbers
 * are as they were learnt: whatever fails its check is never compared.
 */
function tempered({ prior, household, fields }: Model): Model {
  const half = (one: number, other: number) => Number(((one + other) / 2).toPrecision(3))
  return {
    prior,
    household,
    rules: [],
    fields: fields.map(field => ({
      ...field,
      levels: field.levels.map(({ code, m, u }, at) => {
        const level = (field.kind === 'id' ? undefined : usualLevels(field.kind)[at]) ?? { m, u }
        return { code, m: half(m, level.m), u: half(u, level.u) }
      }),
    })),
  }
}

function textOf({ prior, household, fields }: Model, records: number): string {
  const shown = fields.map(({ name, kind, isTermFrequent, levels }) => {
    const [m, u] = [levels.map(level => level.m), levels.map(level => level.u)]
    return `  field({ name: '${name}', kind: '${kind}', isTermFrequent: ${isTermFrequent} },
    [${m.join(', ')}], [${u.join(', ')}]),`
  })
  return `${[
    '// How do records of one person agree on lists of councils? Learnt from invented lists, half',
    '// tempered with what is usual. Not by hand: `node src/bench/learn-council-model.ts`.',
  ].join('\n')}
import { levelsOfKind } from '../compare/comparison.ts'
import type { FieldModel, Model } from '../decide/model.ts'

type Head = Pick<FieldModel, 'name' | 'kind' | 'isTermFrequent'>

const field = (head: Head, m: readonly number[], u: readonly number[]): FieldModel => ({
  ...head,
  levels: levelsOfKind[head.kind].map((code, at) => ({ code, m: m[at] ?? 0, u: u[at] ?? 0 })),
})

const fields: FieldModel[] = [
${shown.join('\n')}
]

/** So many records it was learnt from: among more, two taken by chance are less likely one. */
export const councilRecords = ${records}
export const councilModel: Model = {
  prior: ${prior.toPrecision(3)},
  household: ${household.toPrecision(3)},
  rules: [],
  fields,
}
`
}
