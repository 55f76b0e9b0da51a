// What areas does this GeoJSON hold, of which edition, and which of them cannot be believed? A
// feature that is wrong costs itself; only what concerns all of them refuses the file.
import { editionOf } from '../domain/edition.ts'
import { gssKind, readGss } from '../domain/gss.ts'
import { looksMetric } from '../domain/read-position.ts'
import type { Wrong } from '../domain/read-rows.ts'
import type { AreaKind, FileProblem, Position, Reason, Remark, Shape } from '../domain/terms.ts'
import { shapeOf } from './read-shape.ts'

export type Area = {
  readonly row: number
  readonly what: string
  readonly code: string
  readonly name: string
  readonly nameCy: string | null
  /** The council that the file says it lies in. */
  readonly council: string | null
  readonly shape: Shape
}
export type WrongArea = Wrong & { readonly at?: string }

export type AreaFile = {
  readonly kind: AreaKind
  readonly edition: string | null
  readonly areas: readonly (Area | WrongArea)[]
  readonly remarks: readonly Remark[]
}

export type AreaOptions = { readonly isInMetres: boolean }

export function readAreas(text: string, options: AreaOptions): AreaFile | FileProblem {
  const parsed = parse(text)
  if ('problem' in parsed) return parsed
  const { features, crs } = parsed
  const columns = Object.keys(features[0]?.properties ?? {})
  const kind = kindOf(columns, features[0]?.properties ?? {})
  if (kind === undefined) return { problem: 'column-missing', columns: ['WD25CD', 'PARNCP25CD'] }
  const isMetric = looksMetric(features.slice(0, 20).flatMap(one => numbersIn(one.geometry)))
  const isStated = /27700\b/.test(crs)
  if (crs !== '' && !isStated && !/CRS:?84\b|\b4326\b/.test(crs)) {
    return { problem: 'other-projection', columns: [crs.slice(0, 60)] }
  }
  if (isMetric && !isStated && !options.isInMetres) return { problem: 'in-metres' }
  const converted: Remark = { remark: isStated ? 'converted-from-metres' : 'taken-as-metres' }
  return {
    kind,
    edition: editionOf(columns),
    areas: features.map((feature, at) => readArea({ feature, row: at + 1, columns, isMetric })),
    remarks: isMetric ? [converted] : [],
  }
}

type Feature = { properties: Record<string, unknown>; geometry: unknown }
type Parsed = { features: Feature[]; crs: string }

function parse(text: string): Parsed | FileProblem {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { problem: 'not-json' }
  }
  const { type, features, crs } = record(json)
  if (type !== 'FeatureCollection' || !Array.isArray(features) || features.length === 0) {
    return { problem: 'no-features' }
  }
  const name = record(record(crs).properties).name
  const own = features.map(one => {
    const { properties, geometry } = record(one)
    return { properties: record(properties), geometry }
  })
  return { features: own, crs: typeof name === 'string' ? name : '' }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

const codeColumns: readonly (readonly [RegExp, AreaKind])[] = [
  [/^WD\d\dCD$/i, 'wards'],
  [/^PAR(NCP)?\d\dCD$/i, 'parishes'],
  [/^LSOA\d\dCD$/i, 'lsoa'],
  [/^MSOA\d\dCD$/i, 'msoa'],
]
const plainCode = /^(area_?|gss_?)?code$/i
const kindOfCode: Readonly<Record<string, AreaKind>> = {
  ward: 'wards',
  parish: 'parishes',
  unparished: 'parishes',
  lsoa: 'lsoa',
  msoa: 'msoa',
}

function kindOf(columns: readonly string[], first: Record<string, unknown>): AreaKind | undefined {
  const named = codeColumns.find(([pattern]) => columns.some(column => pattern.test(column)))
  if (named) return named[1]
  const plain = columns.find(column => plainCode.test(column))
  return plain === undefined ? undefined : kindOfCode[gssKind(String(first[plain])) ?? '']
}

function codeColumn(column: string): boolean {
  return codeColumns.some(([pattern]) => pattern.test(column)) || plainCode.test(column)
}

/** WD25NM beside WD25CD; WD25NMW is the Welsh name, a blank when there is none. */
function nameColumns(columns: readonly string[], code: string): readonly [string, string] {
  const stem = code.replace(/CD$/i, 'NM')
  if (stem !== code) return [stem, `${stem}W`]
  const plain = columns.find(column => /^(area_?)?name$/i.test(column)) ?? 'name'
  return [plain, `${plain}_cy`]
}

type Reading = { feature: Feature; row: number; columns: readonly string[]; isMetric: boolean }

function readArea({ feature, row, columns, isMetric }: Reading): Area | WrongArea {
  const { properties, geometry } = feature
  const said = (column: string | undefined) => wordsOf(column && properties[column])
  const codeName = columns.find(codeColumn)
  const [nameName, welshName] = nameColumns(columns, codeName ?? '')
  const name = said(nameName)
  const what = name === '' ? said(codeName) : name
  const wrong = (reason: Reason, at?: Position): WrongArea => {
    return { row, what, reason, ...(at ? { at: shownPosition(at) } : {}) }
  }
  if (said(codeName) === '') return wrong('code-missing')
  const code = readGss(said(codeName))
  if (code === undefined) return wrong('code-wrong')
  if (name === '') return wrong('name-missing')
  const shape = shapeOf(geometry, isMetric)
  if ('reason' in shape) return wrong(shape.reason, shape.at)
  const council = readGss(said(columns.find(column => /^LAD\d\dCD$/i.test(column)))) ?? null
  return { row, what, code, name, nameCy: said(welshName) || null, council, shape }
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, 200) : ''
}

/** Latitude first, as people say it. */
function shownPosition([longitude, latitude]: Position): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}

function numbersIn(geometry: unknown): number[] {
  const { coordinates } = record(geometry)
  return Array.isArray(coordinates) ? (coordinates.flat(4).slice(0, 200) as number[]) : []
}
