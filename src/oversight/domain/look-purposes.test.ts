// Does a purpose come out as it went in, and never hold a name?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseNumberPattern, lookUpPurpose, lookUpReasons, readPurpose } from './look-purposes.ts'

const caseNumber = fc.constantFrom('', 'SAR-14', '2026/118', 'DPO 7', '41')

test('a purpose of ours is read as it was written', () => {
  fc.assert(
    fc.property(fc.constantFrom(...lookUpReasons), caseNumber, (reason, number) => {
      const read = readPurpose(lookUpPurpose(reason, number))
      expect(read).toEqual({ kind: 'oversight', reason, caseNumber: number || undefined })
    }),
  )
})

test.each(['ringing shielded people', 'oversight: because', 'emergency: resident-asked', ''])(
  'the purpose of a grant is not taken for one of ours: %j',
  purpose => expect(readPurpose(purpose)).toBeUndefined(),
)

test.each(['Joan Smith', 'SAR Joan', 'a'.repeat(20), 'SAR-14 Joan'])(
  'a case number holds no words: %j',
  text => expect(caseNumberPattern.test(text)).toBe(false),
)
