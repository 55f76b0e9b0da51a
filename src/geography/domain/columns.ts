// Under which names does a column come? Sources and years differ; the meaning is what is kept.

type Aliases = Readonly<Record<string, readonly RegExp[]>>

/** Newer year stamps are preferred; `\d\d` stands for the year. */
export const postcodeColumns = {
  postcode: [/^pcds$/, /^pcd8$/, /^pcd7$/, /^pcd2$/, /^pcd$/, /^postcode$/, /^pc$/],
  started: [/^dointr$/],
  ended: [/^doterm$/],
  easting: [/^oseast1m$/, /^east1m$/, /^eastings?$/, /^ea$/],
  northing: [/^osnrth1m$/, /^north1m$/, /^northings?$/, /^no$/],
  latitude: [/^lat(itude)?$/],
  longitude: [/^long(itude)?$/],
  quality: [/^positional_quality_indicator$/, /^pq$/],
  district: [/^lad\d\dcd$/, /^oslaua$/, /^laua$/, /^admin_district_code$/, /^dc$/],
  ward: [/^wd\d\dcd$/, /^osward$/, /^ward$/, /^admin_ward_code$/, /^wc$/],
  parish: [/^parncp\d\dcd$/, /^par\d\dcd$/, /^parish$/],
  lsoa: [/^lsoa\d\dcd$/, /^lsoa21$/, /^lsoa11$/],
} as const satisfies Aliases

export const addressColumns = {
  uprn: [/^uprn$/],
  address: [/^(full_?)?address$/, /^single_?line_?address$/, /^address_?(line_?)?1$/],
  flat: [/^saon$/, /^sub_?building(_name)?$/, /^flat$/],
  number: [/^paon$/, /^(house|building)_?(number|no|name)$/, /^number$/, /^house$/],
  street: [/^street(_?name)?$/, /^street_?descript(or|ion)$/, /^thoroughfare(_name)?$/, /^road$/],
  village: [/^village(_?name)?$/, /^parish(_?name)?$/, /^locality(_name)?$/, /^settlement$/],
  code: [/^parncp\d\dcd$/, /^par\d\dcd$/, /^(parish|village)_?code$/, /^gss(_?code)?$/],
  zone: [/^zone(_?name)?$/],
  postcode: [/^post_?code(_locator)?$/, /^pcds?$/],
  easting: [/^eastings?$/, /^x_?coord(inate)?$/],
  northing: [/^northings?$/, /^y_?coord(inate)?$/],
  latitude: [/^lat(itude)?$/],
  longitude: [/^long?(itude)?$/, /^lng$/],
} as const satisfies Aliases

export const uprnColumns = {
  uprn: [/^uprn$/],
  easting: [/^x_coordinate$/],
  northing: [/^y_coordinate$/],
  latitude: [/^latitude$/],
  longitude: [/^longitude$/],
} as const satisfies Aliases

export const pointColumns = {
  name: [/^name$/, /^(village|parish|place)(_?name)?$/],
  code: [/^code$/, /^(parish|village|gss)_?code$/, /^par(ncp)?\d\dcd$/, /^gss$/],
  easting: [/^eastings?$/, /^x$/],
  northing: [/^northings?$/, /^y$/],
  latitude: [/^lat(itude)?$/],
  longitude: [/^long?(itude)?$/, /^lng$/],
} as const satisfies Aliases

export const openNamesWidth = 34
export const codePointWidth = 10

/** OS Open Names comes without a line of names; these are the places of what we read. */
export const openNames = {
  id: 0,
  name1: 2,
  language1: 3,
  name2: 4,
  language2: 5,
  type: 6,
  localType: 7,
  easting: 8,
  northing: 9,
  populatedPlace: 18,
  district: 21,
  county: 24,
} as const

/** Code-Point Open comes without a line of names too. */
export const codePointOpen: Columns<typeof postcodeColumns> = {
  postcode: 0,
  quality: 1,
  easting: 2,
  northing: 3,
  district: 8,
  ward: 9,
}

export type Columns<A extends Aliases> = { readonly [name in keyof A]?: number }

/** Where each meaning stands in this header; the first alias that is there wins. */
export function findColumns<A extends Aliases>(aliases: A, header: readonly string[]): Columns<A> {
  const names = header.map(plainName)
  const found = Object.entries(aliases).flatMap(([meaning, patterns]) => {
    const at = patterns.map(pattern => latest(names, pattern)).find(place => place !== -1)
    return at === undefined ? [] : [[meaning, at]]
  })
  return Object.fromEntries(found) as Columns<A>
}

/** Of several years the newest: their names sort by it. */
function latest(names: readonly string[], pattern: RegExp): number {
  const fitting = names.filter(name => pattern.test(name)).sort()
  return names.indexOf(fitting.at(-1) ?? '\u0000')
}

function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
}
