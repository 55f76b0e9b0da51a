// Every line of a calendar is one that any program reads, whatever a village is called.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Entry, folded, writeCalendar } from './write-calendar.ts'

const words = fc.string({ unit: 'grapheme', maxLength: 120 })
const moment = fc.integer({ min: 0, max: 4_000_000_000 }).map(seconds => new Date(seconds * 1000))
const entry: fc.Arbitrary<Entry> = fc.record({
  ...{ uid: fc.uuid(), sequence: fc.nat(), changedAt: moment, from: moment, until: moment },
  ...{ summary: words, isCancelled: fc.boolean() },
})

const unfolded = (text: string) => text.replaceAll('\r\n ', '')

test('no line is longer than 75 octets, and unfolded each is what it was', () => {
  fc.assert(
    fc.property(words, text => {
      const line = text.replaceAll(/[\r\n]/g, '')
      const cut = folded(line)
      for (const one of cut.split('\r\n')) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75)
      expect(unfolded(cut)).toBe(line)
    }),
    { numRuns: 500 },
  )
})

test('every entry has its lines once, and no summary breaks out of its own', () => {
  fc.assert(
    fc.property(words, fc.array(entry, { maxLength: 5 }), (name, entries) => {
      const text = writeCalendar(name, entries)
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      const lines = unfolded(text).split('\r\n')
      expect(lines.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(entries.length)
      for (const { uid } of entries) expect(lines).toContain(`UID:${uid}@doorstep`)
      const names = lines.filter(Boolean).map(line => /^[A-Z-]+(?=[:;])/.exec(line)?.[0])
      expect(names).not.toContain(undefined)
    }),
    { numRuns: 200 },
  )
})
