// Is a code drawn as the standard says? Compared with what another maker of QR codes draws.
import { expect, test } from 'vitest'
import { qrCode, qrSize } from './qr-code.ts'

/** Rows as numbers: version 1, level H, mask 0; a reader of pictures read them back. */
const known = {
  HBD2: `1fdd7f 104841 17415d 175e5d 17455d 104f41 1fd57f 000700 05dc89 0e1342 0bc854 0d1bce
    08c09d 001aa1 1fcf61 10537b 1754e5 174986 175191 1042c7 1fc515`,
  MKT4: `1fdb7f 104841 174b5d 17525d 17495d 104341 1fd57f 000b00 05d989 109f8f 0557d1 108109
    19e09a 0015ad 1fc221 105ffb 175965 174506 175311 104107 1fc215`,
  'S-148': `1fd47f 104641 17455d 17585d 174c5d 104a41 1fd57f 000600 05d689 110228 08d527 021c70
    0defa1 001508 1fc9d2 105183 175b55 174a2a 175865 10417b 1fce25`,
}

test.each(Object.entries(known))('%s is drawn as others draw it, cell for cell', (text, rows) => {
  const expected = rows.split(/\s+/).map(row => Number.parseInt(row, 16))
  const drawn = qrCode(text).map(row => row.reduce((sum, is) => sum * 2 + (is ? 1 : 0), 0))
  expect(drawn).toHaveLength(qrSize)
  expect(drawn).toEqual(expected)
})

test('what such a code cannot say is a mistake of ours', () => {
  expect(() => qrCode('hbd2')).toThrow('small code')
  expect(() => qrCode('ABCDEFGHIJK')).toThrow('small code')
})
