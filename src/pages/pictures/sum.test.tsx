// Do pictures tell the figures they were given, and refuse figures that do not add up?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CoverageSum, RowsSum, Sum } from './index.ts'
import { lengths } from './lengths.ts'

const counts = { reached: 5310, tried: 94, untried: 118, excused: 78, listed: 5600 }
const href = (state: string) => `/people?state=${state}`

test('every figure of a coverage sum links to its list', () => {
  const html = String(<CoverageSum counts={counts} href={href} />)
  for (const [state, shown] of Object.entries({
    reached: '5,310',
    untried: '118',
    listed: '5,600',
  }))
    expect(html).toContain(
      `<a href="/people?state=${state}"><span class="ds-sum__n">${shown}</span>`,
    )
})

test('the bar is spoken as one sentence and the remainder is drawn larger', () => {
  const html = String(<CoverageSum counts={counts} href={href} />)
  expect(html).toContain(
    'aria-label="Of 5,600 people listed, 5,310 are reached, 94 tried, ' +
      '118 not yet tried and 78 excused."',
  )
  expect(html).toContain('The 290 not reached, drawn larger')
})

test('parts that do not make their total are not shown', () => {
  const wrong = { ...counts, listed: 5601 }
  expect(() => String(<CoverageSum counts={wrong} href={href} />)).toThrow('make its total')
})

test('a part may be taken away', () => {
  const parts = [
    { n: 5600, label: 'a', href: '/a' },
    { n: 61, label: 'b', href: '/b', sign: '-' as const },
    { n: 973, label: 'c', href: '/c' },
  ]
  const html = String(<Sum parts={parts} total={{ n: 6512, label: 'd', href: '/d' }} />)
  expect(html).toContain('−')
})

test('an empty campaign has a sum of zeros and no bar', () => {
  const none = { reached: 0, tried: 0, untried: 0, excused: 0, listed: 0 }
  const html = String(<CoverageSum counts={none} href={href} />)
  expect(html).not.toContain('<svg viewBox')
  expect(html.match(/ds-sum__n">0</g)).toHaveLength(5)
})

test('rows of a file add up in their six parts', () => {
  const rows = { added: 929, changed: 309, same: 5216, needs: 55, notLoaded: 3, rows: 6512 }
  const html = String(<RowsSum counts={rows} href={href} />)
  expect(html).toContain('class="ds-sum ds-sum--6"')
  expect(html).toContain('The 58 that could not simply be loaded')
})

test('any counts draw without a broken number, and pieces fill the bar exactly', () => {
  const any = fc.array(fc.nat(100_000), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(any, ([reached = 0, tried = 0, untried = 0, excused = 0]) => {
      const parts = { reached, tried, untried, excused }
      const listed = reached + tried + untried + excused
      const html = String(<CoverageSum counts={{ ...parts, listed }} href={href} />)
      expect(html).not.toMatch(/NaN|undefined|Infinity|="-\d/)
    }),
  )
  fc.assert(
    fc.property(
      fc.array(fc.nat(9999), { minLength: 1, maxLength: 9 }),
      fc.nat(40),
      (all, least) => {
        const drawn = lengths(all, 328, least)
        const whole = drawn.reduce((sum, n) => sum + n, 0)
        expect(whole).toBeCloseTo(all.some(n => n > 0) ? 328 : 0)
        expect(drawn.every((n, i) => n >= 0 && (all[i] === 0) === (n === 0))).toBe(true)
      },
    ),
  )
})

test('beside a rail the larger part begins after its own words', () => {
  const counts = { added: 4_000, changed: 500, same: 4_200, needs: 1_000, notLoaded: 250 }
  const shown = { ...counts, rows: 9_950 }
  const html = String(<RowsSum counts={shown} href={state => `?${state}`} width={800} />)
  const said = /class="b">(The [^<]*)</.exec(html)?.[1] ?? ''
  const start = Number(/20L([\d.]+) 42H800/.exec(html)?.[1])
  expect(said).toContain('1,250')
  expect(start).toBeGreaterThan(said.length * 7)
  expect(start).toBeLessThan(500)
})
