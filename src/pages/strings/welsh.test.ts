// Does Welsh count and change its letters as its grammar has it?
import { expect, test } from 'vitest'
import { andCy, inPlace, pluralCy, softened } from './welsh.ts'

const people = { one: 'person', two: 'berson', few: 'pherson', many: 'pherson', other: 'person' }

test('the noun stays singular and changes with 2, 3 and 6', () => {
  const counted = [0, 1, 2, 3, 4, 6, 12].map(n => `${n} ${pluralCy(n, people)}`)
  expect(counted).toEqual([
    '0 person',
    '1 person',
    '2 berson',
    '3 pherson',
    '4 person',
    '6 pherson',
    '12 person',
  ])
})

test.each([
  ['Caerdydd', 'yng Nghaerdydd'],
  ['Bangor', 'ym Mangor'],
  ['Pontypridd', 'ym Mhontypridd'],
  ['Treganna', 'yn Nhreganna'],
  ['Dinbych', 'yn Ninbych'],
  ['Gwynedd', 'yng Ngwynedd'],
  ['Abertawe', 'yn Abertawe'],
  ['Llanelli', 'yn Llanelli'],
  ['Merthyr Tudful', 'ym Merthyr Tudful'],
  ['Y Rhyl', 'yn Y Rhyl'],
])('in %s is %s', (name, said) => {
  expect(inPlace(name)).toBe(said)
})

test.each([
  ['Caerdydd', 'Gaerdydd'],
  ['Bangor', 'Fangor'],
  ['Gwent', 'Went'],
  ['Llanelli', 'Lanelli'],
  ['Rhuthun', 'Ruthun'],
  ['Maesteg', 'Faesteg'],
  ['Tywyn', 'Dywyn'],
  ['Dolgellau', 'Ddolgellau'],
  ['Chwilog', 'Chwilog'],
  ['Ffestiniog', 'Ffestiniog'],
  ['Abertawe', 'Abertawe'],
])('%s softens to %s', (name, said) => {
  expect(softened(name)).toBe(said)
})

test('and has a longer form before a vowel', () => {
  expect([andCy('Abertawe'), andCy('Bangor')]).toEqual(['ac Abertawe', 'a Bangor'])
})
