// Does a figure's address always lead back to the people it counted, and nothing odd get through?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Filter, membersHref, readFilter, safeties, stateChoices, steps } from './filter.ts'

const campaign = '018f0000-0000-7000-8000-000000000001'

function queryOf(href: string): Record<string, string> {
  return Object.fromEntries(new URL(href, 'http://doorstep.test').searchParams)
}

describe('the filter behind a figure', () => {
  test('comes back from its own address', () => {
    const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
    const filters: fc.Arbitrary<Filter> = fc.record({
      state: maybe(fc.constantFrom(...stateChoices)),
      place: maybe(fc.constantFrom('none', campaign)),
      street: maybe(fc.constant('none' as const)),
      reason: maybe(fc.constantFrom('moved', 'said_no', 'listed-twice')),
      wait: maybe(
        fc.record({
          is: fc.constantFrom('exactly' as const, 'over' as const),
          days: fc.integer({ min: 0, max: 3650 }),
        }),
      ),
      step: maybe(fc.constantFrom(...steps)),
      next: maybe(fc.constantFrom('call', 'door')),
      safety: maybe(fc.constantFrom(...safeties)),
    })
    fc.assert(
      fc.property(filters, filter => {
        expect(readFilter(queryOf(membersHref(campaign, filter)))).toEqual(filter)
      }),
    )
  })

  test('carries the round and the moment along', () => {
    const href = membersHref(campaign, { state: 'open' }, { round: '2', at: '2026-04-14T18:00' })
    expect(queryOf(href)).toEqual({ state: 'open', round: '2', at: '2026-04-14T18:00' })
  })

  test.each<Record<string, string>>([
    { state: 'everyone' },
    { place: 'Cottenham' },
    { wait: 'long' },
    { wait: '99999' },
    { step: 'x' },
    { reason: "'; drop table members; --" },
    { safety: '1' },
  ])('is nothing for an address that asks nonsense: %o', query => {
    expect(readFilter(query)).toBeUndefined()
  })

  test('treats listed as everyone', () => {
    expect(readFilter({ state: 'listed' })?.state).toBeUndefined()
  })
})
