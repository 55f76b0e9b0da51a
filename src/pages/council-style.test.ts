// Are colours that people cannot read refused before anyone sees them?
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { assets } from './assets.ts'
import { checkTokens, contrast, councilStyle } from './council-style.ts'

const ours = { ink: '#14323f', accent: '#0b5a6a', attention: '#a5380f' }

test('black on white is 21 to 1 and a colour on itself 1 to 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#a5380f', '#a5380f')).toBe(1)
})

test('the colours that Doorstep comes with pass, as they stand in its style sheet', () => {
  const sheet = readFileSync(new URL('./assets/tokens.css', import.meta.url), 'utf8')
  const of = (name: string) => new RegExp(`--council-${name}: *([^; ]*);`).exec(sheet)?.[1] ?? ''
  const shipped = { ink: of('ink'), accent: of('accent'), attention: of('attention') }
  expect(shipped).toEqual(ours)
  expect(checkTokens(shipped)).toBeUndefined()
})

test('an ink below 7 to 1 is refused in one sentence that names it', () => {
  expect(checkTokens({ ...ours, ink: '#4a6b7a' })).toMatch(
    /^The council colour "ink" #4a6b7a has 5\.\d to 1 on white; it needs 7 to 1\.$/,
  )
})

test('an accent that passes on white but not on the quiet panels is refused', () => {
  expect(contrast('#767676', '#ffffff')).toBeGreaterThan(4.5)
  expect(checkTokens({ ...ours, accent: '#767676' })).toContain('on the quiet panels')
})

test('a colour that is not a colour is refused, so nothing else reaches the style', () => {
  expect(checkTokens({ ...ours, attention: 'red;}body{display:none' })).toContain('like #14323f')
  expect(() => councilStyle('x', { ...ours, ink: 'red' })).toThrow('like #14323f')
})

test("a council's colours are served as a file of their own", async () => {
  const url = councilStyle('south-vale', ours)
  const response = await assets.request(url.replace('/assets', ''))
  expect(await response.text()).toBe(
    ':root{--council-ink:#14323f;--council-accent:#0b5a6a;--council-attention:#a5380f}',
  )
})
