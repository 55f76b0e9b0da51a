// How are a number, a birthday and a record number written for people?
import { londonDate } from '../../kernel/london.ts'
import type { Format } from '../../pages/format.ts'
import { phoneKey } from '../domain/keys.ts'

/** 01632 960142, 020 7946 0018, 07700 900118: as it is dialled here. */
export function shownPhone(value: string): string {
  const key = phoneKey(value)
  if (/^02\d{9}$/.test(key)) return `${key.slice(0, 3)} ${key.slice(3, 7)} ${key.slice(7)}`
  return /^0\d{9,10}$/.test(key) ? `${key.slice(0, 5)} ${key.slice(5)}` : value
}

export function shownDay(words: Format, day: string): string {
  return words.day(day)
}

/** An address often ends with its village already, or has it before the post town. */
export function shownHome(address: string, village: string | null): string {
  const parts = address.split(',').map(part => part.trim().toLowerCase())
  const isSaid = village === null || parts.includes(village.toLowerCase())
  return isSaid ? address : [address, village].filter(Boolean).join(', ')
}

export function shownNhs(nhs: string): string {
  return `${nhs.slice(0, 3)} ${nhs.slice(3, 6)} ${nhs.slice(6)}`
}

/** In whole years, by the calendar here. */
export function ageOn(born: string, now: number): number {
  const today = londonDate(now)
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
  return today.slice(5) < born.slice(5) ? years - 1 : years
}
