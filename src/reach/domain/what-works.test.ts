// Where phones or roads are out, the ladder goes another way; nobody is left without a step.
import { expect, test } from 'vitest'
import { findPack } from '../../hazards/domain/index.ts'
import { nextStep } from './next-step.ts'
import { whereItWorks } from './what-works.ts'

const phonesOut = { landline: 'out', mobile: 'out' } as const
const ring = { step: 'ring', at: 900 } as const

test('where both kinds of phone are out, the door comes before the phone', () => {
  expect(whereItWorks(ring, phonesOut, 500)).toEqual({ step: 'door', at: 500 })
  expect(whereItWorks(ring, { mobile: 'out' }, 500)).toEqual(ring)
  expect(whereItWorks(ring, { ...phonesOut, landline: 'not-known' }, 500)).toEqual(ring)
})

test('where no road leads either, it is radio or the hub', () => {
  expect(whereItWorks(ring, { ...phonesOut, road: 'out' }, 500)).toEqual({ step: 'radio', at: 500 })
})

test('where the ladder says the door and no road leads there, it is radio or the hub', () => {
  const door = { step: 'door', at: 900 } as const
  expect(whereItWorks(door, { road: 'out' }, 500)).toEqual({ step: 'radio', at: 900 })
  expect(whereItWorks(door, { road: 'works' }, 500)).toEqual(door)
})

test('the ladder asks what works after an attempt that did not get through', () => {
  const pack = findPack('pandemic')
  if (!pack) throw new Error('The pack ships')
  const history = { attempts: 1, phonesLeft: 2, mayRing: true, promisedAt: null, works: phonesOut }
  expect(nextStep(pack, 'no_answer', { history, now: 7 })).toEqual({ step: 'door', at: 7 })
  const spoken = nextStep(pack, 'spoke_complete', { history, now: 7 })
  expect(spoken.step).not.toBe('door')
})
