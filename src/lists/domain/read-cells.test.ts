// Are numbers, postcodes, phones and names read rightly, or not at all?
import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { describe, expect, test } from 'vitest'
import { keptName, nameKey } from './read-name.ts'
import { nhsCheckDigit, readNhsNumber } from './read-nhs-number.ts'
import { readPhones } from './read-phones.ts'
import { readPostcode } from './read-postcode.ts'
import { readEmail, readTruth, readUprn } from './read-simple-cells.ts'

describe('an NHS number', () => {
  test('is read with or without spaces', () => {
    expect(readNhsNumber('999 048 7715')).toEqual(readNhsNumber('9990487715'))
  })

  test('with one wrong digit is never accepted, and the check digit it asks for is told', () => {
    const nines = fc.integer({ min: 0, max: 999_998 }).map(n => `999${String(n).padStart(6, '0')}`)
    fc.assert(
      fc.property(nines, fc.integer({ min: 1, max: 9 }), (nine, shift) => {
        const check = nhsCheckDigit(nine)
        if (check === undefined) return
        expect(readNhsNumber(`${nine}${check}`)).toEqual({
          kind: 'number',
          digits: `${nine}${check}`,
        })
        const wrong = (check + shift) % 10
        expect(readNhsNumber(`${nine}${wrong}`)).toEqual({ kind: 'wrong', check })
      }),
    )
  })

  test.each(['123456789', '99904877155', '9.99E+09', '0000000000', '2222222222', 'none'])(
    '%s is wrong',
    cell => expect(readNhsNumber(cell).kind).toBe('wrong'),
  )
})

describe('a postcode', () => {
  test.each([
    ['CB248RX', 'CB24 8RX'],
    ['cb24 8rx', 'CB24 8RX'],
    [' c b2 1-tn', 'CB2 1TN'],
    ['ec1a1bb', 'EC1A 1BB'],
    ['GIR0AA', 'GIR 0AA'],
  ])('%s is written %s', (cell, postcode) => {
    expect(readPostcode(cell)).toEqual({ kind: 'postcode', postcode })
  })

  test.each(['CB24', 'CB24 8R', 'Cambridge', '12345', 'CB24 8RXX', 'CB2O 8RX9'])(
    '%s is not repaired',
    cell => expect(readPostcode(cell)).toEqual({ kind: 'unreadable' }),
  )
})

describe('phones', () => {
  const numbers = (cell: string) => readPhones(cell).phones.map(({ e164 }) => e164)

  test('a lost zero is put back, and said', () => {
    const [phone] = readPhones('7700900361').phones
    expect(phone).toEqual({
      e164: '+447700900361',
      raw: '7700900361',
      isZeroPutBack: true,
      isMobile: true,
    })
    expect(readPhones('1632960118').phones[0]).toMatchObject({ isMobile: false })
  })

  test.each([
    '07700 900361',
    '+44 7700 900361',
    '+44 (0)7700 900361',
    '0044 7700 900361',
    '447700900361',
    '(07700) 900-361',
  ])('%s is one and the same number', cell => {
    expect(numbers(cell)).toEqual(['+447700900361'])
    expect(readPhones(cell).phones[0]?.isZeroPutBack).toBe(false)
  })

  test.each([
    '01632 960118 / 07700 900361',
    '01632960118,07700900361',
    '01632 960118 or 07700 900361',
    '01632 960118 07700 900361',
    '01632960118;7700900361',
  ])('%s holds two numbers', cell => {
    expect(numbers(cell)).toEqual(['+441632960118', '+447700900361'])
  })

  test('what is no number is kept aside as it came, beside what is', () => {
    expect(readPhones('daughter / 07700 900361')).toMatchObject({
      phones: [{ e164: '+447700900361' }],
      unread: ['daughter'],
    })
    for (const cell of ['7.70E+09', '999', '12345', 'none', '0000000000', '01632']) {
      expect(readPhones(cell)).toEqual({ phones: [], unread: [cell] })
    }
  })

  test('a number twice in one cell is one number', () => {
    expect(numbers('07700900361 / +447700900361')).toEqual(['+447700900361'])
  })

  test('a British number, however spaced, is what the whole plan of numbers makes of it', () => {
    const mark = fc.constantFrom('', '', '', '', ' ', '-', '.', '(', ')')
    const spaced = (digits: string) =>
      fc
        .array(mark, { minLength: digits.length, maxLength: digits.length })
        .map(marks => [...digits].map((digit, at) => `${marks[at]}${digit}`).join(''))
    const starts = fc.constantFrom('', '0', '44', '+44', '00', '+', '1', '01', '07', '+447', '4')
    const cells = fc
      .tuple(starts, fc.stringMatching(/^\d{7,11}$/))
      .chain(([start, digits]) => spaced(`${start}${digits}`))
    fc.assert(
      fc.property(cells, cell => {
        const isBare44 = /^44\d{9,10}$/.test(cell.replace(/\D/g, ''))
        const isPlus = /^[\s(]*\+/.test(cell)
        const found = parsePhoneNumberFromString(isBare44 && !isPlus ? `+${cell}` : cell, 'GB')
        const isBritish = found?.countryCallingCode === '44'
        const isWhole = isBritish && /^[1235789]\d{8,9}$/.test(`${found.nationalNumber}`)
        const [phone, ...more] = readPhones(cell).phones
        if (isWhole) expect([phone?.e164, more]).toEqual([found.number, []])
        else if (phone?.raw === cell) expect(isBritish).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  test('no text makes it throw, and every number it gives is in the international form', () => {
    fc.assert(
      fc.property(fc.string(), cell => {
        for (const { e164 } of readPhones(cell).phones) expect(e164).toMatch(/^\+[1-9]\d{6,14}$/)
      }),
    )
  })
})

describe('a name', () => {
  test.each(['McDonald', "O'BRIEN", 'MARY-JANE', 'van der Berg', 'Siân'])('%s stays', name => {
    expect(keptName(` ${name} `)).toBe(name)
  })

  test('has one match form whatever its case, accents and punctuation', () => {
    for (const name of ['O’Brien', "O'BRIEN", 'o brien', 'Ó Brien']) {
      expect(nameKey(name)).toBe('obrien')
    }
    expect(nameKey('Søren')).toBe('soren')
  })
})

describe('other cells', () => {
  test('a UPRN keeps its leading zeros, and a spreadsheet number is none', () => {
    expect(readUprn('010000412077')).toEqual({ kind: 'text', text: '010000412077' })
    expect(readUprn('1.00004E+11').kind).toBe('unreadable')
  })

  test('an e-mail address has a name, a place and a dot', () => {
    expect(readEmail(' a.b+c@example.org ')).toEqual({ kind: 'text', text: 'a.b+c@example.org' })
    for (const cell of ['none', 'a@b', 'a b@c.de', '@c.de']) {
      expect(readEmail(cell).kind).toBe('unreadable')
    }
  })

  test('empty is not no', () => {
    const truth = { yes: ['1'], no: ['0'] }
    expect(['1', '0', '', 'maybe'].map(cell => readTruth(cell, truth))).toEqual([
      'yes',
      'no',
      'empty',
      'unreadable',
    ])
  })
})
