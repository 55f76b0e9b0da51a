// Which row is the header, and of which list? The list whose columns and the row's names have most
// in common, whatever their order and case.
import type { Renamed } from './header.ts'
import { headerKey } from './header-key.ts'
import { headerRowsMax } from './limits.ts'
import { looksLike } from './looks-like.ts'
import type { Column, Profile } from './profile.ts'

export type RecogniseAsk = {
  readonly rows: readonly (readonly string[])[]
  readonly profiles: readonly Profile[]
  readonly list?: string
  readonly renamed?: readonly Renamed[]
}
export type Recognised = {
  readonly cells: readonly string[]
  readonly profile: Profile
  readonly rowsAbove: number
}
type Unrecognised = {
  readonly problem: 'header-not-found' | 'is-another-list'
  readonly columns?: readonly string[]
}

export function recognise(ask: RecogniseAsk): Recognised | Unrecognised {
  const { list, profiles } = ask
  const own = list ? profiles.filter(({ id }) => id === list) : profiles
  const best = bestByName(own, ask) ?? bestByPlace(own, ask)
  if (best) return best
  const other = list ? bestByName(profiles, { ...ask, list: '' }) : undefined
  if (other) return { problem: 'is-another-list', columns: [other.profile.id] }
  return { problem: 'header-not-found' }
}

export function isOfList({ list }: Renamed, id: string): boolean {
  return list === undefined || list === id
}

export function namesOf(column: Column, renamed: readonly Renamed[]): string[] {
  const chosen = renamed.filter(name => name.column === column.name).map(({ header }) => header)
  return [...chosen, column.name, ...(column.alsoCalled ?? [])]
}

function bestByName(profiles: readonly Profile[], ask: RecogniseAsk): Recognised | undefined {
  let best: (Recognised & { score: number }) | undefined
  for (const [at, cells] of ask.rows.slice(0, headerRowsMax).entries()) {
    const keys = new Set(cells.map(headerKey).filter(key => key !== ''))
    for (const profile of profiles.filter(one => !one.isByPosition)) {
      const score = scoreOf(profile, keys, ask)
      if (score > (best?.score ?? 0)) best = { cells, profile, rowsAbove: at + 1, score }
    }
  }
  return best
}

const foundMin = 3

/** Most for the list that explains most of the names; 0 for another list. */
function scoreOf(profile: Profile, keys: ReadonlySet<string>, ask: RecogniseAsk): number {
  const renamed = (ask.renamed ?? []).filter(one => isOfList(one, profile.id))
  const isHere = (column: Column) =>
    namesOf(column, renamed).some(name => keys.has(headerKey(name)))
  const found = profile.columns.filter(isHere)
  const telling = profile.columns.filter(({ isTelling }) => isTelling)
  const isTold = telling.length === 0 || telling.some(isHere) || ask.list === profile.id
  const isMost = found.length / profile.columns.length >= 0.5
  const isWhole = profile.columns.every(one => !one.isRequired || isHere(one))
  const isOfFile = found.length >= foundMin && found.length / keys.size >= 0.5
  if (!isTold || !(isMost || (isWhole && isOfFile))) return 0
  // Of two that fit alike, the one that the council saved itself.
  const own = profile.isSaved ? 0.01 : 0
  const explained = found.length / keys.size
  return explained + found.length / profile.columns.length / 2 + own
}

const sampleRows = 50

/** No name counts: as many columns as the list has, and values that look like what stands there. */
function bestByPlace(profiles: readonly Profile[], ask: RecogniseAsk): Recognised | undefined {
  for (const profile of profiles.filter(one => one.isByPosition)) {
    const at = ask.rows.slice(0, headerRowsMax).findIndex(row => widthOf(row) >= widthMin)
    const cells = ask.rows[at]
    if (!cells || widthOf(cells) > profile.columns.length) continue
    const sample = ask.rows.slice(at + 1, at + 1 + sampleRows)
    if (sample.length > 0 && fitsPlaces(profile, sample))
      return { cells, profile, rowsAbove: at + 1 }
  }
  return undefined
}

const widthMin = 12

function widthOf(row: readonly string[]): number {
  return row.findLastIndex(cell => cell.trim() !== '') + 1
}

function fitsPlaces(profile: Profile, sample: readonly (readonly string[])[]): boolean {
  let seen = 0
  for (const [at, column] of profile.columns.entries()) {
    const values = sample.map(row => row[at]?.trim() ?? '').filter(value => value !== '')
    const likeness = looksLike(column, values)
    if (likeness === undefined || values.length === 0) continue
    if (likeness < 0.6) return false
    seen += 1
  }
  return seen >= 3
}
