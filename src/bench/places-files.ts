// Which invented files of places does the bench load? Parishes, 60,000 addresses and 2,000
// postcodes from one seed, with the mistakes that real files have.
import { chanceFrom } from './chance.ts'

export type PlacesFiles = {
  readonly parishes: string
  readonly addresses: string
  readonly postcodes: string
}

const parishes = 100
const streetWords = ['High', 'Mill', 'Church', 'Fen', 'Green', 'Station', 'School', 'Orchard']
const streetEnds = ['Street', 'Lane', 'Road', 'Close', 'Way']

export type Size = { readonly addresses: number; readonly postcodes: number; readonly seed: number }

export function placesFiles({ addresses, postcodes, seed }: Size): PlacesFiles {
  const chance = chanceFrom(seed)
  const pick = <T>(from: readonly T[]) => from[Math.floor(chance() * from.length)] as T
  const codes = Array.from({ length: postcodes }, (_, at) => postcodeOf(at))
  const lines = Array.from({ length: addresses }, (_, at) => {
    const code = Math.floor((at / addresses) * postcodes)
    const parish = Math.floor((code / postcodes) * parishes)
    const name = `${streetWords[code % 8]} ${streetEnds[Math.floor(code / 8) % 5]}`
    // A street is sometimes written short, a number sometimes rounded by a spreadsheet.
    const street = chance() < 0.002 ? name.replace('Street', 'St') : name
    const uprn = chance() < 0.001 ? pick(['1.00E+11', '1000901234567']) : 100_090_000_000 + at * 13
    const number = 1 + (at % Math.ceil(addresses / postcodes))
    return `${uprn},${number} ${street},${street},${parishCode(parish)},${codes[code]}`
  })
  return {
    parishes: parishFile(),
    addresses: ['UPRN,ADDRESS,STREET,PARISH_CODE,POSTCODE', ...lines, ''].join('\r\n'),
    postcodes: postcodeFile(codes),
  }
}

function parishCode(at: number): string {
  return `E0409${String(at).padStart(4, '0')}`
}

/** In an area that does not exist, so that nobody's real postcode is meant. */
function postcodeOf(at: number): string {
  const letters = 'ABDEFGHJLN'
  const inward = Math.floor(at / 100) % 10
  const [one, two] = [letters[Math.floor(at / 10) % 10], letters[at % 10]]
  return `ZZ${1 + Math.floor(at / 1000)} ${inward}${one}${two}`
}

function parishFile(): string {
  const features = Array.from({ length: parishes }, (_, at) => {
    const [west, south] = [0.0002 + (at % 10) * 0.02, 52.1 + Math.floor(at / 10) * 0.02]
    const [east, north] = [west + 0.019, south + 0.019]
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ]
    const properties = { PARNCP25CD: parishCode(at), PARNCP25NM: `Parish ${at + 1}` }
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } }
  })
  return JSON.stringify({ type: 'FeatureCollection', features })
}

function postcodeFile(codes: readonly string[]): string {
  const lines = codes.map((code, at) => {
    const ended = at % 50 === 0 ? '202306' : ''
    const [latitude, longitude] = at % 97 === 0 ? [99.999999, 0] : [52.2, 0.1]
    return `${code},198001,${ended},E07000012,E05011282,${latitude},${longitude}`
  })
  return ['pcds,dointr,doterm,lad25cd,wd25cd,lat,long', ...lines, ''].join('\r\n')
}
