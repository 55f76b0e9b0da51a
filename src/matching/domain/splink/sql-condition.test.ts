// Does a condition hold for coded values just where it holds for the cells as they are written?
import { expect, test } from 'vitest'
import { intern, newDictionary } from '../encode/texts.ts'
import { compile } from './evaluate.ts'
import { parseSql } from './parse-sql.ts'
import { cellsAt, conditionOn } from './sql-condition.ts'

const words = ['maria', 'marai', 'marie', 'mary', 'ann', 'anne', '1941-03-02', '1941-02-03', 'a']

const ofOne = [
  'name_l = name_r',
  'name_l IS NULL OR name_r IS NULL',
  'name_l IS NOT NULL AND name_l = name_r',
  'jaro_winkler_similarity(name_l, name_r) >= 0.9',
  'jaro_winkler_similarity(name_l, name_r) >= 0.7',
  'levenshtein(name_l, name_r) <= 1',
  'damerau_levenshtein(name_l, name_r) <= 1',
  'substr(name_l, 1, 3) = substr(name_r, 1, 3)',
  'substr(name_l, 1, 3) = substr(name_r, 2, 3)',
  "nullif(substr(name_l, 1, 1), 'm') = nullif(substr(name_r, 1, 1), 'm')",
  'levenshtein(substr(name_l, 1, 4), substr(name_r, 1, 4)) <= 1',
  'NOT (name_l = name_r) OR length(name_l) > length(name_r)',
]

test.each(ofOne)('%s', sql => {
  const texts = newDictionary()
  const values = { columns: ['name'], texts }
  for (const word of words) intern(texts, word)
  isAsWritten(sql, values)
})

const ofTwo = [
  'name_l = name_r',
  'name_l = town_r AND town_l = name_r',
  'name_l || town_l = name_r || town_r',
  'name_l IS NULL OR town_r IS NULL',
  'jaro_winkler_similarity(name_l, name_r) >= 0.8 AND town_l = town_r',
]

test.each(ofTwo)('%s, of two columns of which one may be empty', sql => {
  const texts = newDictionary()
  const values = { columns: ['name', 'town'], texts }
  for (const [name, town] of words.map((word, i) => [word, words[(i * 2) % 5]])) {
    for (const cells of [
      [name, town],
      [town, name],
      ['', town],
      [name, ''],
    ]) {
      intern(texts, cells.join('\u0000'))
    }
  }
  isAsWritten(sql, values)
})

function isAsWritten(sql: string, values: Parameters<typeof cellsAt>[0]): void {
  const expression = parseSql(sql)
  const written = compile(expression)
  const condition = conditionOn(values, expression)
  for (let a = 0; a < values.texts.size; a++) {
    for (let b = 0; b < values.texts.size; b++) {
      const [l, r] = [cellsAt(values, a), cellsAt(values, b)]
      expect([l, r, condition.holds(a, b)]).toEqual([l, r, written(l, r) === true])
    }
  }
}
