// Is a learnt model read the same in both forms?
import { expect, test } from 'vitest'
import { modelFrom, withRules } from './link-model.ts'

const own = {
  prior: 0.25,
  household: 0.1,
  fields: [{ name: 'given name', levels: [{ code: 'exact', m: 0.8, u: 0.1 }] }],
}
const splink = {
  probability_two_random_records_match: 0.25,
  comparisons: [
    {
      output_column_name: 'first_name',
      comparison_levels: [{ label_for_charts: 'exact', m_probability: 0.8, u_probability: 0.1 }],
    },
  ],
}

test.each([
  ['own', own],
  ['Splink', splink],
])('in the form of %s', (_name, form) => {
  const model = modelFrom(JSON.stringify(form))
  expect(model.start).toBeCloseTo(Math.log2(1 / 3))
  expect(model.weightOf('given', 'exact')).toBeCloseTo(3)
  expect(model.mOf('given', 'exact')).toBe(0.8)
  expect(() => model.weightOf('family', 'exact')).toThrow('no level "exact" of family')
})

test('other rules leave what was learnt', () => {
  const rules = [{ own: ['date'], splink: 'l.dob = r.dob' }]
  const ours = JSON.parse(withRules(JSON.stringify(own), rules))
  expect(ours).toEqual({ ...own, household: 0, rules: [['date']] })
  const theirs = JSON.parse(withRules(JSON.stringify(splink), rules))
  const [rule] = theirs.blocking_rules_to_generate_predictions
  expect(rule.blocking_rule).toBe('l.dob = r.dob')
})
