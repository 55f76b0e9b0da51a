// What would Hackney's and Beacon's rules have made of the same rows, list after list as received?
// Each row gets the number of the resident it would have been filed under.
import {
  type BeaconPerson,
  beaconHit,
  type HackneyResident,
  hackneyHit,
  isHackneyIdentifiable,
} from '../matching/index.ts'
import { type LabelledRow, lists } from './link-rows.ts'

/** Patches a resident with every hit, as it does: the last one wins, phones are joined. */
export function hackneyClusters(rows: readonly LabelledRow[]): Int32Array {
  const residents: HackneyResident[] = []
  const shelf = openShelf()
  return Int32Array.from(rows, row => {
    const received = hackneyRow(row)
    const asked = [numberKey(received), nameKey(received)]
    const known = shelf.find(asked).map(at => ({ ...(residents[at] as HackneyResident), at }))
    const hit = isHackneyIdentifiable(received) ? hackneyHit(received, known) : undefined
    const at = hit?.resident.at ?? residents.length
    const before = residents[at]
    residents[at] = before ? patched(before, received) : received
    // A row that it skips is filed alone and never found.
    if (isHackneyIdentifiable(received)) shelf.put(at, [...asked, nameKey(residents[at])])
    return at
  })
}

/** Tests against whom it held before the file; rows of one file do not meet. */
export function beaconClusters(rows: readonly LabelledRow[]): Int32Array {
  const people: BeaconPerson[] = []
  const shelf = openShelf()
  const clusters = new Int32Array(rows.length)
  for (const list of lists) {
    const added: [number, string[]][] = []
    rows.forEach((row, at) => {
      if (row.list !== list) return
      const received = beaconRow(row)
      const asked = beaconKeys(received)
      const known = shelf.find(asked).map(found => ({ ...(people[found] as BeaconPerson), found }))
      const hit = beaconHit(received, known)
      clusters[at] = hit?.person.found ?? people.length
      if (!hit) people.push(received)
      added.push([clusters[at] ?? 0, asked])
    })
    for (const [person, keys] of added) shelf.put(person, keys)
  }
  return clusters
}

/** Who may be meant, in the order in which they were first filed. */
function openShelf() {
  const held = new Map<string, Set<number>>()
  return {
    find(keys: readonly string[]): number[] {
      const found = new Set(keys.filter(Boolean).flatMap(key => [...(held.get(key) ?? [])]))
      return [...found].sort((one, other) => one - other)
    },
    put(at: number, keys: readonly string[]) {
      for (const key of keys.filter(Boolean)) {
        const there = held.get(key) ?? new Set()
        held.set(key, there.add(at))
      }
    },
  }
}

function hackneyRow({ cells }: LabelledRow): HackneyResident {
  const [telephone, mobile] = [phone(cells['phone 1']), phone(cells['phone 2'])]
  return {
    firstName: cells['first name'],
    surname: cells.surname,
    tracingIds: cells['account id'] ? [cells['account id']] : [],
    nhsNumber: cells['nhs number'],
    uprn: cells.uprn,
    dateOfBirth: cells['date of birth'],
    email: cells['e-mail'],
    telephone,
    mobile,
  }
}

function patched(before: HackneyResident, row: HackneyResident): HackneyResident {
  const given = Object.entries(row).filter(([, value]) => value !== '')
  return {
    ...before,
    ...Object.fromEntries(given),
    tracingIds: [...before.tracingIds, ...row.tracingIds],
    telephone: joined(before.telephone, row.telephone),
    mobile: joined(before.mobile, row.mobile),
  }
}

function joined(before = '', now = ''): string {
  if (!before || !now || before === now) return before || now
  return before.includes(now) ? before : `${before} / ${now}`
}

/** Kinder than it was: numbers in one form, and words that are no number left out. */
function phone(text: string): string {
  if (text.includes(' / ')) return text
  const digits = text.replace(/\D/g, '').replace(/^44/, '0')
  const whole = digits.length === 10 ? `0${digits}` : digits
  return whole.length === 11 ? whole : ''
}

const numberKey = ({ nhsNumber = '' }: HackneyResident) => nhsNumber.replaceAll(' ', '')
const nameKey = ({ firstName, surname }: HackneyResident) =>
  `${firstName} ${surname}`.toLowerCase().trim()

/** Spaces in numbers and the case of names put right first, which it did not do. */
function beaconRow({ cells }: LabelledRow): BeaconPerson {
  return {
    firstName: cells['first name'].toLowerCase(),
    surname: cells.surname.toLowerCase(),
    accountId: cells['account id'],
    nhsNumber: cells['nhs number'].replaceAll(' ', ''),
    dateOfBirth: cells['date of birth'],
  }
}

function beaconKeys({ accountId = '', nhsNumber = '', firstName, surname }: BeaconPerson) {
  return [accountId, nhsNumber, `${firstName} ${surname}`]
}
