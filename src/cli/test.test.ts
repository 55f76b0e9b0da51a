// Can `./doorstep test` end well although something did not run?
import { expect, test } from 'vitest'
import { judge } from './test.ts'

const file = (...statuses: string[]) => ({
  status: 'passed',
  assertionResults: statuses.map(status => ({ status })),
})

test('every passed and failed test counts as one', () => {
  const report = { testResults: [file('passed', 'failed'), file('passed')] }
  expect(judge(report, 1)).toEqual({ passed: 2, failed: 1 })
})

test('a skipped test is a failed one', () => {
  expect(judge({ testResults: [file('passed', 'skipped')] }, 0)).toEqual({ passed: 1, failed: 1 })
})

test('a file that did not load is a failed one', () => {
  expect(judge({ testResults: [file('passed'), file()] }, 1)).toEqual({ passed: 1, failed: 1 })
})

test('no tests at all, or an error outside of them, is a failure', () => {
  expect(judge({ testResults: [] }, 0)).toEqual({ passed: 0, failed: 1 })
  expect(judge({ testResults: [file('passed')] }, 1)).toEqual({ passed: 1, failed: 1 })
})
