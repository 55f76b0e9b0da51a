// Can every word be translated, and would we notice one that cannot?
import { expect, test } from 'vitest'
import { fill } from './fill.tsx'
import { datum, expectNoHardCodedText } from './pseudo.ts'
import { defineStrings, plural } from './strings.ts'

const strings = defineStrings('test', {
  en: {
    save: 'Save',
    people: (n: number) => `${n} ${plural(n, { one: 'person', other: 'people' })}`,
    reached: '{reached} of {listed} people reached',
    outcomes: { answered: 'Answered' },
  },
})

test('English is as written, with its plurals', () => {
  const t = strings('en')
  expect(t.save).toBe('Save')
  expect([0, 1, 2].map(t.people)).toEqual(['0 people', '1 person', '2 people'])
  expect(t.outcomes.answered).toBe('Answered')
})

test('pseudo keeps gaps and figures but no plain letter', () => {
  const t = strings('pseudo')
  expect(t.people(2)).toMatch(/^\[!!2 [^A-Za-z]+!!\]$/)
  expect(t.reached).toContain('{reached}')
  expect(t.outcomes.answered).not.toMatch(/[A-Za-z]/)
})

test('gaps are filled with links, in the order of the sentence', () => {
  const parts = { listed: <a href="/l">5</a>, reached: <a href="/r">3</a> }
  expect(String(<p>{fill(strings('en').reached, parts)}</p>)).toBe(
    '<p><a href="/r">3</a> of <a href="/l">5</a> people reached</p>',
  )
})

test('a gap that nothing fills is our fault and says so', () => {
  expect(() => fill('{n} people', {})).toThrow('{n}')
})

test('translated text, data and figures pass', () => {
  const t = strings('pseudo')
  const page = `<h1 title="${t.save}">${t.people(3)}</h1><b>${datum('Joan Pratt')}</b><i>5,310</i>`
  expect(() => expectNoHardCodedText(page)).not.toThrow()
  expect(() => expectNoHardCodedText('<p>Joan Pratt, 83</p>', ['Joan Pratt'])).not.toThrow()
})

test.each([
  '<p>Save</p>',
  '<input placeholder="Find">',
  '<button aria-label="Close">×</button>',
  '<a title="More">…</a>',
  '<img alt="A map">',
  '<p>[!!ŠàÞé!!] now</p>',
])('text outside the string files is found: %s', page => {
  expect(() => expectNoHardCodedText(page)).toThrow('outside the string files')
})

test('a page without any text does not pass', () => {
  expect(() => expectNoHardCodedText('<main></main>')).toThrow('no text')
})
