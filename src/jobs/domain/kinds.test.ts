// Kinds of job are data: every one that a pack names is there, and none contradicts itself.
import { expect, test } from 'vitest'
import { allPacks } from '../../hazards/domain/index.ts'
import { JobKind, vettingFor } from './kind.ts'
import { findJobKind, getJobKind, jobKinds, kindForNeed } from './kinds.ts'

test('every job that a hazard pack names is a kind with steps and rules to stop', () => {
  const named = allPacks().flatMap(pack => pack.jobKinds.map(({ code }) => code))
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter(code => findJobKind(code) === undefined)).toEqual([])
})

test('at least twenty-five kinds ship, each with a code of its own', () => {
  const codes = jobKinds().map(({ code }) => code)
  expect(codes.length).toBeGreaterThanOrEqual(25)
  expect(new Set(codes).size).toBe(codes.length)
})

test('every need of every pack has a kind of job', () => {
  const needs = allPacks().flatMap(pack => pack.needKinds.map(({ code }) => code))
  for (const code of needs) expect(kindForNeed(code).steps.length).toBeGreaterThan(1)
  expect(kindForNeed('medicine').code).toBe('prescription')
})

const shopping = getJobKind('shopping')
test.each([
  ['medicine is never listed', { medicine: true }],
  ['a site has no person', { where: 'site' }],
  ['nobody unknown goes to a door', { vetting: 'none' }],
  ['no rule to stop is too few', { safely: { ...shopping.safely, stop: [] } }],
  ['a word that is no part of it', { colour: 'red' }],
])('a kind that contradicts itself is refused: %s', (_why, wrong) => {
  expect(JobKind.safeParse({ ...shopping, ...wrong }).success).toBe(false)
})

test('a controlled drug asks for a further check', () => {
  const kind = getJobKind('prescription')
  expect(vettingFor(kind, [])).toBe('identity')
  expect(vettingFor(kind, ['controlled'])).toBe('basic')
})
