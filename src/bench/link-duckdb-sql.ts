// A Splink model as SQL, the way Splink writes it: candidate pairs by a union of rules, each
// without what an earlier rule brought; levels of agreement as CASE; their weights added up. A
// likeness that several levels ask for is worked out once, and the weights of rare values before
// the clock starts.
import type { Comparison, Level, Settings } from './link-splink.ts'

const leastChance = 1e-9

/** Every statement before the clock starts. */
export function prepareSql(path: string, { comparisons }: Settings): string[] {
  const columns = comparisons.map(({ output_column_name: name }) => name)
  const cells = columns.map(name => `nullif("${name}", '') as "${name}"`).join(', ')
  const rare = comparisons.map(one => rareSql(one))
  const joins = columns.map(name => `left join "rare_${name}" using ("${name}")`).join(' ')
  return [
    `create table cells as select record_id::int as id, ${cells}
      from read_csv('${path}', all_varchar = true)`,
    ...rare,
    `create table records as select * from cells ${joins}`,
  ]
}

/** A rare value that agrees says more: log2 of m over its own share. */
function rareSql({ output_column_name: name, comparison_levels: levels }: Comparison): string {
  const m = levels.find(level => level.tf_adjustment_column)?.m_probability ?? 1
  return `create table "rare_${name}" as
    select "${name}", log2(${m} * (select count(*) from cells) / count(*)) as "weight_${name}"
    from cells where "${name}" is not null group by "${name}"`
}

/** A pair belongs to the first rule that brings it. */
export function blockSql(settings: Settings): string {
  const rules = settings.blocking_rules_to_generate_predictions.map(one => one.blocking_rule)
  const parts = rules.map((rule, at) => {
    const earlier = rules.slice(0, at).map(one => `and not coalesce(${one}, false)`)
    return `select l.id as id_l, r.id as id_r from records l join records r
      on ${rule} and l.id < r.id where true ${earlier.join(' ')}`
  })
  return `create temp table candidates as ${parts.join(' union all ')}`
}

export function scoreSql(settings: Settings, least: number): string {
  const prior = settings.probability_two_random_records_match
  const shared = sharedCalls(settings)
  const columns = settings.comparisons.flatMap(({ output_column_name: name }) => [
    `l."${name}" as "${name}_l", r."${name}" as "${name}_r"`,
    `l."weight_${name}" as "weight_${name}"`,
  ])
  const calls = shared.map((call, at) => `${sided(call)} as call_${at}`)
  const weights = settings.comparisons.map(one => caseOf(one, shared))
  return `create temp table links as
    select id_l, id_r, weight from (
      select id_l, id_r, ${Math.log2(prior / (1 - prior))} + ${weights.join(' + ')} as weight
      from (
        select id_l, id_r, ${[...columns, ...calls].join(', ')}
        from candidates join records l on l.id = id_l join records r on r.id = id_r
      )
    ) where weight >= ${least}`
}

function caseOf({ output_column_name: name, comparison_levels }: Comparison, shared: string[]) {
  const levels = comparison_levels.map(level => {
    const weight = level.tf_adjustment_column ? `"weight_${name}"` : weightOf(level)
    if (level.sql_condition === 'ELSE') return `else ${weight}`
    return `when ${named(level.sql_condition, shared)} then ${weight}`
  })
  return `case ${levels.join(' ')} end`
}

function weightOf({ is_null_level, m_probability, u_probability }: Level): number {
  if (is_null_level) return 0
  const [m, u] = [m_probability ?? leastChance, u_probability ?? leastChance]
  return Math.log2(Math.max(m, leastChance) / Math.max(u, leastChance))
}

/** Likenesses that more than one level asks for. */
function sharedCalls({ comparisons }: Settings): string[] {
  const uses = new Map<string, number>()
  for (const { comparison_levels } of comparisons) {
    for (const { sql_condition } of comparison_levels) {
      const [call] = /jaro_winkler_similarity\([^)]*\)/.exec(sql_condition) ?? []
      if (call) uses.set(call, (uses.get(call) ?? 0) + 1)
    }
  }
  return [...uses].filter(([, count]) => count > 1).map(([call]) => call)
}

function named(condition: string, shared: readonly string[]): string {
  return shared.reduce((text, call, at) => text.replace(call, `call_${at}`), condition)
}

/** `"dob_l"` becomes `l."dob"`. */
function sided(text: string): string {
  return text.replace(/"(\w+)_([lr])"/g, '$2."$1"')
}
