// The same work as SQL: candidate pairs by a union of rules, each without what an earlier rule
// brought; levels of agreement as CASE; their weights added up. Written as Splink writes it, with
// the cheap tests before the dear ones (its plain edit distance is four times as fast as
// Damerau's), and with all that belongs to one record (sounds, weights of rare values) worked out
// before the clock starts, as the engine does too.

/** The weight of a level of a field, in bits. */
export type WeightOf = (field: Field, level: string) => number
export type Field = 'given' | 'family' | 'date' | 'postcode' | 'email'

/** Wide on purpose: about 33 million pairs of a million records. */
export const wideRules: readonly (readonly string[])[] = [
  ['dob'],
  ['postcode'],
  ['family', 'given_start'],
]

/** `path` has the cells of the file; `sounds` is a table of names and how they sound. */
export function prepareSql(path: string): string {
  return `create table people as
    with cells as (
      select record_id::int as id, nullif(lower(first_name), '') as given,
        nullif(lower(surname), '') as family,
        try_cast(replace(dob, '-', '') as int) as dob,
        nullif(upper(replace(postcode, ' ', '')), '') as postcode,
        nullif(lower(email), '') as email
      from read_csv('${path}', all_varchar = true)
    )
    select cells.*, substr(given, 1, 1) as given_start, length(given) as given_length,
      length(family) as family_length, one.sound as given_sound, other.sound as family_sound,
      dob::varchar as dob_text, dob // 10000 as year, dob % 10000 as rest,
      (dob % 10000) // 100 as month, dob % 100 as day,
      length(postcode) as postcode_length, left(postcode, -2) as sector,
      left(postcode, -4) as area, split_part(email, '@', 1) as mailbox,
      length(email) as email_length
    from cells left join sounds one on one.name = given
      left join sounds other on other.name = family`
}

/** A rare value that agrees says more: log2 of m over its own share. */
export function raritySql(field: Field, mOfExact: number): string {
  const column = columnOf[field]
  return `create table rare_${column} as
    select ${column}, log2(${mOfExact} * (select count(*) from people) / count(*)) as rare
    from people where ${column} is not null group by ${column}`
}

export const withRarity = `create table records as
  select people.*, a.rare as given_rare, b.rare as family_rare, c.rare as dob_rare,
    d.rare as postcode_rare, e.rare as email_rare
  from people left join rare_given a using (given) left join rare_family b using (family)
    left join rare_dob c using (dob) left join rare_postcode d using (postcode)
    left join rare_email e using (email)`

export const columnOf: Readonly<Record<Field, string>> = {
  given: 'given',
  family: 'family',
  date: 'dob',
  postcode: 'postcode',
  email: 'email',
}

const joined = (rule: readonly string[]) =>
  rule.map(column => `l.${column} = r.${column}`).join(' and ')

/** A pair belongs to the first rule that brings it. */
export const blockSql = `create temp table candidates as ${wideRules
  .map((rule, at) => {
    const earlier = wideRules.slice(0, at).map(one => `and not coalesce(${joined(one)}, false)`)
    return `select l.id as id_l, r.id as id_r from records l join records r
      on ${joined(rule)} and l.id < r.id where true ${earlier.join(' ')}`
  })
  .join(' union all ')}`

export function scoreSql(start: number, weightOf: WeightOf, least: number): string {
  const fields = [
    nameCase('given', weightOf),
    nameCase('family', weightOf),
    dateCase(weightOf),
    postcodeCase(weightOf),
    emailCase(weightOf),
  ]
  return `create temp table links as
    select * from (
      select id_l, id_r, ${start} + ${fields.join(' + ')} as weight
      from candidates join records l on l.id = id_l join records r on r.id = id_r
    ) where weight >= ${least}`
}

function nameCase(field: 'given' | 'family', weightOf: WeightOf): string {
  const [l, r, of] = [`l.${field}`, `r.${field}`, (level: string) => weightOf(field, level)]
  const sameSound = `${l}_sound = ${r}_sound`
  const likeness = `jaro_winkler_similarity(${l}, ${r}, 0.8)`
  const isNear = `abs(${l}_length - ${r}_length) <= 1 and damerau_levenshtein(${l}, ${r}) <= 1`
  const isSwapped = `l.given_sound = r.family_sound and l.family_sound = r.given_sound`
  return `case when ${l} is null or ${r} is null then 0
    when ${l} = ${r} then ${l}_rare
    when ${likeness} < 0.8 then case when ${sameSound} then ${of('sound')}
      when ${isSwapped} then ${of('swapped')} else ${of('different')} end
    when ${isNear} then ${of('spelling')}
    when ${l}_length <> ${r}_length and ${likeness} >= 0.93 then ${of('spelling')}
    when ${sameSound} then ${of('sound')}
    when ${likeness} >= 0.93 then ${of('spelling')}
    when ${likeness} >= 0.82 then ${of('similar')}
    when ${isSwapped} then ${of('swapped')}
    else ${of('different')} end`
}

function dateCase(weightOf: WeightOf): string {
  const of = (level: string) => weightOf('date', level)
  const isSlip = `hamming(l.dob_text, r.dob_text) <= 2
    and damerau_levenshtein(l.dob_text, r.dob_text) <= 1`
  return `case when l.dob is null or r.dob is null then 0
    when l.dob = r.dob then l.dob_rare
    when l.year = r.year then case when l.month = r.day and l.day = r.month then ${of('slip')}
      when l.rest = 101 or r.rest = 101 then ${of('year')}
      when ${isSlip} then ${of('slip')}
      when l.month = r.month or l.day = r.day then ${of('two parts')} else ${of('year')} end
    when ${isSlip} then ${of('slip')}
    when l.rest = r.rest and l.rest <> 101 then ${of('two parts')}
    when abs(l.year - r.year) <= 1 then ${of('near')}
    when abs(l.year - r.year) <= 10 then ${of('decade')}
    else ${of('different')} end`
}

function postcodeCase(weightOf: WeightOf): string {
  const of = (level: string) => weightOf('postcode', level)
  const isNear = `abs(l.postcode_length - r.postcode_length) <= 1
    and levenshtein(l.postcode, r.postcode) <= 2
    and damerau_levenshtein(l.postcode, r.postcode) <= 1`
  const hasOneLength = 'l.postcode_length = r.postcode_length'
  return `case when l.postcode is null or r.postcode is null then 0
    when l.postcode = r.postcode then l.postcode_rare
    when ${isNear} then ${of('spelling')}
    when ${hasOneLength} and l.sector = r.sector then ${of('sector')}
    when ${hasOneLength} and l.area = r.area and length(l.area) >= 2 then ${of('area')}
    else ${of('different')} end`
}

function emailCase(weightOf: WeightOf): string {
  const of = (level: string) => weightOf('email', level)
  const isNear = `abs(l.email_length - r.email_length) <= 2
    and levenshtein(l.mailbox, r.mailbox) <= 4
    and damerau_levenshtein(l.email, r.email) <= 2`
  return `case when l.email is null or r.email is null then 0
    when l.email = r.email then l.email_rare
    when l.mailbox = r.mailbox then ${of('mailbox')}
    when ${isNear} then ${of('spelling')}
    when jaro_winkler_similarity(l.mailbox, r.mailbox, 0.88) >= 0.88 then ${of('similar')}
    else ${of('different')} end`
}
