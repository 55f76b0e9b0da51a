// How are names and other words written so that they can be compared and found?

/**
 * Lower case, no accents, no punctuation: "O'Brien-Šmít" is "obrien smit". Marks that nobody sees,
 * such as those that turn the direction of writing, are not there; vowel signs of Arabic go too.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{Mn}\p{Cf}'’`]/gu, '')
    .replace(/[^\p{L}\p{N}\p{Mc}]+/gu, ' ')
    .trim()
}

/** Given and family name as one comparable key; middle names are too often left out. */
export function nameKeyOf(given: string, family: string): string {
  return fold(`${given} ${family}`)
}

export function postcodeKey(postcode: string): string {
  return postcode.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** Digits as dialled at home: +44 1632 960001 and (01632) 960 001 are 01632960001. */
export function phoneKey(phone: string): string {
  const digits = phone.replace(/\(0\)/g, '').replace(/\D/g, '')
  const national = digits.replace(/^(?:00)?44(?=\d{9,10}$)/, '')
  return national === digits || national.startsWith('0') ? national : `0${national}`
}
