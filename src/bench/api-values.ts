// What might a system send that read openapi.json, or that read it wrong? Values from its schemas.
import type { Chance } from './chance.ts'

export type Schema = {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly items?: Schema
  readonly minItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

export type Making = {
  readonly chance: Chance
  /** Ids that are there: a good request names something. */
  readonly ids: readonly string[]
}

export function oneOf<T>(all: readonly T[], chance: Chance): T {
  return all[Math.floor(chance() * all.length)] as T
}

/** Something that fits the schema, as far as its words say. */
export function fitting(schema: Schema, making: Making): unknown {
  const { chance } = making
  if ('const' in schema) return schema.const
  if (schema.enum) return oneOf(schema.enum, chance)
  const either = schema.anyOf ?? schema.oneOf
  if (either) return fitting(oneOf(either, chance), making)
  const type = Array.isArray(schema.type) ? oneOf(schema.type, chance) : schema.type
  if (type === 'object' || schema.properties) return objectOf(schema, making)
  if (type === 'array') {
    const count = Math.max(schema.minItems ?? 0, Math.floor(chance() * 3))
    return Array.from({ length: count }, () => fitting(schema.items ?? {}, making))
  }
  if (type === 'integer' || type === 'number') return numberOf(schema, chance)
  if (type === 'boolean') return chance() < 0.5
  return type === 'null' ? null : textOf(schema, making)
}

function objectOf({ properties = {}, required = [] }: Schema, making: Making) {
  const given = Object.entries(properties).filter(
    ([name]) => required.includes(name) || making.chance() < 0.5,
  )
  return Object.fromEntries(given.map(([name, one]) => [name, fitting(one, making)]))
}

function numberOf({ minimum = 0, maximum = 2_000_000_000 }: Schema, chance: Chance): number {
  const least = Math.max(minimum, -1_000_000)
  return least + Math.floor(chance() * Math.max(1, Math.min(maximum, least + 1_000) - least))
}

const written = [
  '2026-04-06',
  '2026-04-06T09:40:00Z',
  'CB24 8RX',
  '07700900118',
  'a',
  'reach.record',
]

function textOf({ format, pattern, minLength = 0, maxLength = 80 }: Schema, making: Making) {
  if (format === 'uuid') return oneOf(making.ids, making.chance)
  if (format === 'email') return 'someone@example.org'
  if (format === 'date-time') return '2026-04-06T09:40:00Z'
  const known = pattern && written.find(text => new RegExp(pattern, 'u').test(text))
  const text = known || oneOf(['Joan', 'Ysgol Tŷ', '李', 'O’Brien'], making.chance)
  return text.padEnd(minLength, 'x').slice(0, Math.max(1, maxLength))
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

/** JSON as text, so that it can be what no reader of JSON would write. */
export const strangeValues: readonly string[] = [
  'null',
  'true',
  '-1',
  '0.5',
  '1e309',
  '-0',
  '123456789012345678901234567890',
  '9007199254740993',
  '""',
  '" "',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"\\u202e\\ufeff\\u2028"',
  '"👩🏽‍🚒e\u0301"',
  `"${'x'.repeat(20_000)}"`,
  '"\'); drop table people; --"',
  '"__proto__"',
  '"00000000-0000-0000-0000-000000000000"',
  '"NOT-A-UUID"',
  '[]',
  '{}',
  '{"__proto__":{"isSystem":true}}',
  '{"constructor":{"prototype":{}}}',
  `[${'0,'.repeat(5_000)}0]`,
  nested(20),
  nested(40),
  nested(5_000),
  '"9999-99-99"',
  '"275760-09-13T00:00:00Z"',
  '8640000000000001',
]
