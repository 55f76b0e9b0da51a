// Is a Splink model written as the SQL that it means?
import { expect, test } from 'vitest'
import { blockSql, prepareSql, scoreSql } from './link-duckdb-sql.ts'
import { wideModel } from './link-splink.ts'

test('a pair that an earlier rule brought is left out, also where that rule knows nothing', () => {
  const [first, second] = blockSql(wideModel).split(' union all ')
  expect(first).not.toContain('coalesce')
  expect(second).toContain('and not coalesce(l."dob" = r."dob", false)')
})

test('a likeness that three levels ask for is worked out once', () => {
  const sql = scoreSql(wideModel, 4)
  expect(sql.match(/jaro_winkler_similarity\(l\."surname"/g)).toHaveLength(1)
  expect(sql.match(/call_1 >=/g)).toHaveLength(3)
})

test('the weight of a rare value is ready before the clock starts', () => {
  expect(prepareSql('list.csv', wideModel).join()).toContain('"weight_surname"')
  expect(scoreSql(wideModel, 4)).not.toContain('count(')
})
