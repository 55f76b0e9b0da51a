// What are the streets and zones of an invented village called?
import type { Random } from './random.ts'

const split = (words: string) => words.trim().split(/\s*,\s*/)

const core = split(`High Street, Church Lane, Mill Lane, Station Road, Green End, Fen Road,
  Chapel Lane, School Lane, Back Lane, Manor Road, The Green, Cambridge Road, Pound Lane,
  Rectory Close, Mill Road, Church End, West Street, Brook Lane, Rooks Street, Long Drove`)
const firsts = split(`Orchard, Elm, Lambs, Margett, Corbett, Pelham, Denmark, Telegraph, Victory,
  Rampton, Beach, Beck, Willow, Hawthorn, Cox's, Bramley, Priory, Abbots, Sluice, Thatchers,
  Coopers, Wheatsheaf, Plough, Smithy, Kingfisher, Heron, Skylark, Barn, Poplar, Limes, Ivel,
  Saxon, Roman, Hereward, Chivers, Dovehouse, Granary, Quarry, Chalk, Windmill, Larkfield, Meadow,
  Paddock, Cherry, Walnut, Sycamore, Harvest, Teasel, Clover, Bulrush, Sedge, Osier, Leopold`)
const seconds = split(`Close, Way, Road, Drive, Lane, Avenue, Gardens, Walk, Court, Row, Rise`)
const zoneNames = split(`Church End, High Street, Green End, Station side, Mill and Fen, Old School,
  The Brook, New Estate, West End, Windmill, Chapel side, Orchards, Recreation Ground, Meadows`)

/** As many different street names as asked for, the oldest first. */
export function streetNames(count: number, random: Random): string[] {
  const built = firsts.flatMap(first => seconds.map(second => `${first} ${second}`))
  const few = random.shuffled(core.slice(1))
  return ['High Street', ...few, ...random.shuffled(built)].slice(0, count)
}

export function zoneName(number: number, villageName: string): string {
  return zoneNames[number - 1] ?? `${villageName} ${number}`
}

export const houseNames = split(`Rose Cottage, The Old Rectory, Ivy House, Willow Barn, Mill House,
  The Laurels, Fen View, Orchard House, Church Farm, The Forge, Thatch End, Plough Cottage,
  Manor Farm, Rookery Nook, The Bungalow, Brook House, Chestnuts, The Hollies`)
