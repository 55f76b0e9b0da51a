// What do two records share, and what contradicts? The words for it, from the levels of the engine.
import type { MatchReason } from '../terms.ts'
import type { Told } from './judge.ts'

const alike = ['exact', 'spelling', 'nickname', 'sound', 'part']
const names = ['given name', 'family name']

export function reasonsOf(told: readonly Told[]): MatchReason[] {
  const levels = new Map(told.map(({ field, level }) => [field, level]))
  const is = (field: string, ...wanted: readonly string[]) =>
    wanted.includes(levels.get(field) ?? '')
  const said: (MatchReason | false)[] = [
    is('national id', 'exact') && 'nhs-number',
    is('date of birth', 'exact') && 'date-of-birth',
    names.every(name => is(name, ...alike)) && 'name',
    is('address', 'exact', 'most') && 'uprn',
    is('postcode', 'exact') && 'postcode',
    is('email', 'exact') && 'email',
    is('phone', 'exact') && 'phone',
    differs(levels.get('national id')) && 'nhs-number-differs',
    differs(levels.get('date of birth')) && 'date-of-birth-differs',
    !levels.has('date of birth') && 'date-of-birth-missing',
    names.some(name => levels.has(name) && !is(name, ...alike)) && 'name-differs',
  ]
  return said.filter(reason => reason !== false)
}

function differs(level: string | undefined): boolean {
  return level !== undefined && level !== 'exact'
}
