// The published samples are taken; the published invalid one is refused, each reason by its path.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { londonInstant } from '../../kernel/london.ts'
import { findServices, isOpenAt } from './find-services.ts'
import type { Service } from './open-referral.ts'
import { readServices } from './read-services.ts'

const sample = (name: string) =>
  readFileSync(new URL(`../testing/open-referral-uk/${name}.json`, import.meta.url), 'utf8')

test.each(['service_full', 'service_list', 'organization'])('%s is taken as it is', name => {
  const read = readServices(sample(name))
  expect(read).not.toHaveProperty('faults')
  const [service] = 'services' in read ? read.services : []
  expect(service?.name).toBe('Community Counselling')
  expect(service?.organization?.name).toBe('Example Organization Inc.')
})

test('nothing that a service holds is lost on the way in', () => {
  const read = readServices(sample('service_full'))
  const whole = 'services' in read ? read.services[0] : undefined
  expect(whole).toEqual(JSON.parse(sample('service_full')))
})

test('the invalid list is refused with every reason by its path', () => {
  const read = readServices(sample('invalid-service_list'))
  const faults = 'faults' in read ? read.faults : []
  expect(faults.map(one => `${one.path} ${one.why}`)).toEqual([
    'contents[0].name is missing',
    'contents[0].url must be a web address, like https://example.org',
    'contents[0].email must be an e-mail address, like help@example.org',
    'contents[1].name is missing',
    'contents[1].url must be a web address, like https://example.org',
    'contents[1].email must be an e-mail address, like help@example.org',
    'contents[2].name is missing',
    'contents[2].url must be a web address, like https://example.org',
    'contents[2].email must be an e-mail address, like help@example.org',
    'contents[3].name is missing',
    'contents[3].email must be an e-mail address, like help@example.org',
    'contents[3].id is that of contents[0]',
  ])
})

test.each([
  ['no JSON', 'is not JSON'],
  ['[]', 'holds no service'],
  ['"text"', 'holds no service'],
  ['{"contents": [null]}', 'must be a object, is a null'],
])('%s is refused with a reason', (text, why) => {
  const read = readServices(text)
  expect('faults' in read ? read.faults.map(one => one.why) : []).toEqual([why])
})

const week: Service = {
  id: 'b644a0d2-9e8a-4c33-9390-ae9ee93fc056',
  name: 'Hot meals',
  status: 'active',
  schedules: [
    {
      id: 'b644a0d2-9e8a-4c33-9390-ae9ee93fc057',
      ...{ freq: 'WEEKLY', byday: 'MO,WE', opens_at: '10:00:00', closes_at: '14:00:00' },
    },
  ],
}

test.each([
  ['2026-04-06', 600, true],
  ['2026-04-06', 840, false],
  ['2026-04-07', 660, false],
  ['2026-04-08', 839, true],
  ['2026-12-07', 600, true],
])('on %s, %i minutes after midnight in London, it is open: %s', (day, minute, isOpen) => {
  expect(isOpenAt(week, londonInstant(day, minute))).toBe(isOpen)
})

test('what says no hours is neither open nor closed, and what has ended is closed', () => {
  const { schedules: _no, ...bare } = week
  expect(isOpenAt(bare, 0)).toBeUndefined()
  expect(isOpenAt({ ...bare, status: 'defunct' }, 0)).toBe(false)
})

test('words, category, day, hours and postcode narrow it, all at once', () => {
  const read = readServices(sample('service_full'))
  const all = 'services' in read ? read.services : []
  const count = (asked: object) => findServices(all, asked).length
  expect([{ search: 'counsel mycity' }, { day: 'TH' }, { postcode: 'abc' }].map(count)).toEqual([
    1, 1, 1,
  ])
  expect([{ search: 'bread' }, { day: 'Monday' }, { postcode: 'CB24' }].map(count)).toEqual([
    0, 0, 0,
  ])
  expect(count({ opensFrom: '10:00', closesBy: '18:00', taxonomy: 'taxonomy' })).toBe(1)
  expect(count({ minimumAge: 13 })).toBe(0)
})
