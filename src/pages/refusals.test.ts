// Is every refusal said in plain English, with what to do next?
import { expect, test } from 'vitest'
import { refusalCodes } from '../kernel/refusal.ts'
import { refusalStatus, refusalWords } from './refusals.ts'

test('the closed list is not empty', () => {
  expect(refusalCodes.length).toBeGreaterThan(10)
})

test.each(refusalCodes)('%s is an error of the asker, never of ours', code => {
  expect(refusalStatus(code)).toBeGreaterThanOrEqual(400)
  expect(refusalStatus(code)).toBeLessThan(500)
})

test.each(refusalCodes)('%s is said in sentences of at most 25 words, without jargon', code => {
  const { title, body } = refusalWords('en', code)
  for (const sentence of `${title}. ${body}`.split(/[.?!:] ?/)) {
    expect(sentence.split(' ').length).toBeLessThanOrEqual(25)
  }
  expect(body).toMatch(/[.]$/)
  expect(`${title} ${body}`).not.toMatch(/invalid|error|failed|forbidden|\b4\d\d\b|exception/i)
})

test('what may not be seen and what is not there are answered alike', () => {
  expect(refusalStatus('not-found')).toBe(404)
  expect(refusalWords('en', 'not-found').body).not.toMatch(/allowed|access|permission/i)
})
