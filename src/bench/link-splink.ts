// A model as Splink would have trained it for the synthetic list: its usual comparisons and levels,
// term frequencies, and wide rules of where to look. The engine and DuckDB are handed the same one.

export type Level = {
  readonly sql_condition: string
  readonly label_for_charts: string
  readonly is_null_level?: boolean
  readonly m_probability?: number
  readonly u_probability?: number
  readonly tf_adjustment_column?: string
  readonly tf_adjustment_weight?: number
}
export type Comparison = {
  readonly output_column_name: string
  readonly comparison_levels: readonly Level[]
}
export type Settings = {
  readonly link_type: 'dedupe_only'
  readonly probability_two_random_records_match: number
  readonly blocking_rules_to_generate_predictions: readonly {
    readonly blocking_rule: string
    readonly sql_dialect: 'duckdb'
  }[]
  readonly comparisons: readonly Comparison[]
}

/** About 35 million pairs of a million records. */
const wideRules = [
  'l."dob" = r."dob"',
  'l."postcode" = r."postcode"',
  'l."surname" = r."surname" AND substr(l."first_name", 1, 1) = substr(r."first_name", 1, 1)',
]

/** A condition, then how often it holds for two records of one person and of two. */
type Row = readonly [condition: string, m: number, u: number]

const names = (column: string, u: number): Comparison =>
  comparison(column, [
    [same(column), 0.84, u],
    [alike(column, 0.92), 0.11, 0.0008],
    [alike(column, 0.88), 0.03, 0.0012],
    [alike(column, 0.7), 0.015, 0.03],
    ['ELSE', 0.005, 0.967],
  ])

export const wideModel: Settings = {
  link_type: 'dedupe_only',
  probability_two_random_records_match: 5e-7,
  blocking_rules_to_generate_predictions: wideRules.map(rule => ({
    blocking_rule: rule,
    sql_dialect: 'duckdb',
  })),
  comparisons: [
    names('first_name', 0.0009),
    names('surname', 0.00025),
    comparison('dob', [
      [same('dob'), 0.87, 3e-5],
      ['levenshtein("dob_l", "dob_r") <= 1', 0.11, 0.0009],
      ['substr("dob_l", 1, 4) = substr("dob_r", 1, 4)', 0.01, 0.011],
      ['ELSE', 0.01, 0.988],
    ]),
    comparison('postcode', [
      [same('postcode'), 0.86, 2.5e-5],
      ['levenshtein("postcode_l", "postcode_r") <= 1', 0.1, 0.0009],
      ['substr("postcode_l", 1, 4) = substr("postcode_r", 1, 4)', 0.01, 0.05],
      ['ELSE', 0.03, 0.949],
    ]),
    comparison('email', [
      [same('email'), 0.87, 2e-6],
      [alike('email', 0.88), 0.12, 0.45],
      ['ELSE', 0.01, 0.55],
    ]),
  ],
}

function comparison(column: string, rows: readonly Row[]): Comparison {
  const empty = {
    sql_condition: `"${column}_l" IS NULL OR "${column}_r" IS NULL`,
    label_for_charts: 'not known',
    is_null_level: true,
  }
  const levels = rows.map(([condition, m, u], at) => ({
    sql_condition: condition,
    label_for_charts: condition,
    m_probability: m,
    u_probability: u,
    ...(at === 0 ? { tf_adjustment_column: column, tf_adjustment_weight: 1 } : {}),
  }))
  return { output_column_name: column, comparison_levels: [empty, ...levels] }
}

function same(column: string): string {
  return `"${column}_l" = "${column}_r"`
}

function alike(column: string, least: number): string {
  return `jaro_winkler_similarity("${column}_l", "${column}_r") >= ${least}`
}
