// What was answered about an area, and which extent do the answers make?
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Form } from '../../web/request.ts'
import { circleAround } from '../domain/circle.ts'
import { readCorners } from '../domain/corner-points.ts'
import { readPostcodes } from '../domain/read-postcodes.ts'
import {
  type AreaSource,
  circleMetresMax,
  type Extent,
  nameLettersMax,
  noteLettersMax,
  postcodesMax,
} from '../domain/terms.ts'
import { ground } from '../ground.ts'
import {
  type AreaProblem,
  checked,
  type ReadArea,
  readArea,
  readGeometry,
} from '../reading/read-area.ts'
import { unknownPostcodes } from '../store/who-is-inside.ts'

export const ways = ['postcodes', 'circle', 'corners', 'geojson'] as const
export type Way = (typeof ways)[number]

export type AreaAnswers = {
  readonly name: string
  readonly note: string
  readonly way: Way | ''
  readonly postcodes: string
  readonly without: boolean
  readonly centre: string
  readonly metres: string
  readonly corners: string
  readonly geojson: string
  readonly isFile: boolean
}

export const noAreaAnswers: AreaAnswers = {
  name: '',
  note: '',
  way: '',
  postcodes: '',
  without: false,
  centre: '',
  metres: '',
  corners: '',
  geojson: '',
  isFile: false,
}

const fileBytesMax = 4_000_000

/** A file that was chosen goes before what was pasted, and is shown as text from then on. */
export async function readAnswers(form: Form): Promise<AreaAnswers> {
  const file = form.file('file')
  const isFile = file !== undefined && file.name !== '' && file.size > 0
  const text = isFile ? await file.slice(0, fileBytesMax).text() : form.text('geojson')
  return {
    name: form.text('name'),
    note: form.text('note'),
    way: ways.find(way => way === form.text('way')) ?? '',
    postcodes: form.text('postcodes'),
    without: form.text('without') === 'yes',
    centre: form.text('centre').toUpperCase(),
    metres: form.text('metres'),
    corners: form.text('corners'),
    geojson: text.replaceAll('\0', '').trim(),
    isFile,
  }
}

export const areaFields = ['name', 'note', 'way', ...ways, 'metres'] as const
export type AreaField = (typeof areaFields)[number]

/** Codes of the string file; those with something to say of their own bring it. */
export type AreaWrong =
  | { readonly plain: string }
  | { readonly postcodesWrong: string }
  | { readonly postcodesUnknown: string }
  | { readonly cornersWrong: number }
  | { readonly problem: AreaProblem; readonly at: string; readonly count: number }
export type AreaProblems = Partial<Record<AreaField, AreaWrong>>

export type Resolved = { readonly extent: Extent; readonly source: AreaSource }
export type Resolving = { readonly tx: Tx; readonly council: string; readonly id?: Id }

/** The extent, or what is wrong beside which field. */
export async function resolve(
  asked: Resolving,
  answers: AreaAnswers,
): Promise<{ readonly resolved: Resolved } | { readonly problems: AreaProblems }> {
  const problems: AreaProblems = {}
  if (answers.name === '') problems.name = { plain: 'nameMissing' }
  if (answers.name.length > nameLettersMax) problems.name = { plain: 'nameLong' }
  if (answers.note.length > noteLettersMax) problems.note = { plain: 'noteLong' }
  const found = await extentOf(asked, answers)
  if ('extent' in found) {
    return Object.keys(problems).length > 0 ? { problems } : { resolved: found }
  }
  return { problems: { ...problems, ...found } }
}

async function extentOf(asked: Resolving, answers: AreaAnswers): Promise<Resolved | AreaProblems> {
  switch (answers.way) {
    case 'postcodes':
      return byPostcodes(asked, answers)
    case 'circle':
      return byCircle(asked, answers)
    case 'corners':
      return byCorners(asked, answers)
    case 'geojson':
      return byShape(asked, answers)
    default:
      return { way: { plain: 'wayMissing' } }
  }
}

async function byPostcodes({ tx, council }: Resolving, answers: AreaAnswers) {
  const { postcodes, wrong } = readPostcodes(answers.postcodes)
  if (wrong.length > 0) return { postcodes: { postcodesWrong: named(wrong) } }
  if (postcodes.length === 0) return { postcodes: { plain: 'postcodesMissing' } }
  if (postcodes.length > postcodesMax) return { postcodes: { plain: 'postcodesMany' } }
  const unknown = await unknownPostcodes(tx, council, postcodes)
  const known = postcodes.filter(one => !unknown.includes(one))
  if (unknown.length > 0 && (!answers.without || known.length === 0)) {
    return { postcodes: { postcodesUnknown: named(unknown) } }
  }
  return { extent: { shape: [], postcodes: known }, source: 'postcodes' as const }
}

const namedMax = 20

function named(some: readonly string[]): string {
  const shown = some.slice(0, namedMax).map(one => one.slice(0, 40))
  return some.length > namedMax ? `${shown.join(', ')} …` : shown.join(', ')
}

async function byCircle({ tx, council }: Resolving, { centre, metres }: AreaAnswers) {
  const distance = /^\d{2,5}$/.test(metres) ? Number(metres) : 0
  const [postcode] = readPostcodes(centre).postcodes
  if (postcode === undefined) return { circle: { plain: 'centreWrong' } }
  if (distance < 10 || distance > circleMetresMax) return { metres: { plain: 'metresWrong' } }
  const middle = (await ground().positionsOf(tx, council, 'postcode')).get(postcode)
  if (!middle) return { circle: { plain: 'centreUnknown' } }
  const extent = { shape: circleAround(middle, distance), postcodes: [] }
  return { extent, source: 'circle' as const }
}

async function byCorners({ tx, council }: Resolving, { corners }: AreaAnswers) {
  const read = readCorners(corners)
  if ('wrongLine' in read) return { corners: { cornersWrong: read.wrongLine } }
  if (read.ring.length < 4) return { corners: { plain: 'cornersFew' } }
  const shape = readGeometry({ type: 'Polygon', coordinates: [read.ring] })
  const box = await ground().councilBox(tx, council)
  return taken('shape' in shape ? checked(shape.shape, box) : shape, 'corners', 'drawn')
}

async function byShape({ tx, council }: Resolving, { geojson, isFile }: AreaAnswers) {
  if (geojson === '') return { geojson: { plain: 'geojsonMissing' } }
  const read = readArea(geojson, await ground().councilBox(tx, council))
  return taken(read, 'geojson', isFile ? 'file' : 'pasted')
}

function taken(read: ReadArea, field: Way, source: AreaSource): Resolved | AreaProblems {
  if ('shape' in read) return { extent: { shape: read.shape, postcodes: [] }, source }
  const { problem, at = '', count = 0 } = read
  return { [field]: { problem, at, count } }
}
