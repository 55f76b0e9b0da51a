// Requests to the interface, good, nearly good and hostile, all from one seed.
import { v7 } from 'uuid'
import { fitting, type Making, oneOf, type Schema, strangeValues } from './api-values.ts'

export type Operation = {
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema: Schema
  }[]
  readonly requestBody?: { readonly content: Record<string, Content> }
}
type Content = { readonly schema: Schema; readonly example?: string }
export type OpenApi = { readonly paths: Record<string, Record<string, Operation>> }

export type ApiRequest = {
  readonly kind: string
  /** Fits what is published; it is refused only for what it says. */
  readonly isGood: boolean
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | undefined
}

type Given = Making & {
  readonly document: OpenApi
  readonly token: string
  readonly foreign: string
}
type Plain = Omit<ApiRequest, 'kind' | 'isGood'>

/** Half are good or off by one thing; the others want us to break. */
export function makeRequest(given: Given): ApiRequest {
  const { chance } = given
  const good = goodRequest(given)
  if (chance() < 0.25) return { ...good, kind: 'good', isGood: true }
  const [kind, change] = oneOf(changes, chance)
  return { ...good, ...change(good, given), kind, isGood: false }
}

function goodRequest(given: Given): Plain {
  const { chance, document, token } = given
  const [path, methods] = oneOf(Object.entries(document.paths), chance)
  const [method, operation] = oneOf(Object.entries(methods), chance)
  const { parameters = [], requestBody } = operation
  const asked = parameters.filter(one => one.in === 'query' && (one.required || chance() < 0.5))
  const filled = path.replace(/\{\w+\}/g, () => oneOf(given.ids, chance))
  const query = new URLSearchParams(
    asked.map(({ name, schema }) => [name, String(fitting(schema, given))]),
  )
  const schema = requestBody?.content['application/json']?.schema
  const headers = { authorization: `Bearer ${token}` }
  const [type, text] = exampleOf(requestBody?.content ?? {})
  const more = schema ? 'application/json' : type
  return {
    method: method.toUpperCase(),
    path: asked.length > 0 ? `${filled}?${query}` : filled,
    headers: more ? { ...headers, 'content-type': more, 'idempotency-key': v7() } : headers,
    body: schema ? Buffer.from(JSON.stringify(fitting(schema, given))) : bytesOf(text),
  }
}

function bytesOf(text: string | undefined): Buffer | undefined {
  return text === undefined ? undefined : Buffer.from(text)
}

/** Of bytes that are handed in, the example that is published. */
function exampleOf(content: Readonly<Record<string, Content>>): [string?, string?] {
  const found = Object.entries(content).find(([, { example }]) => example !== undefined)
  return found ? [found[0], found[1].example] : []
}

type Change = (good: Plain, given: Given) => Partial<Plain>

const changes: readonly (readonly [string, Change])[] = [
  ['a strange value', strangeValue],
  ['a strange value', strangeValue],
  ['a key too many', ({ body }) => ({ body: spliced(body, '"admin":true,') })],
  ['a key twice', ({ body }) => ({ body: spliced(body, '"a":1,"a":2,') })],
  ['a key left out', leaveOut],
  ['JSON cut off', ({ body }) => ({ body: body?.subarray(0, Math.max(1, body.length - 3)) })],
  [
    'a value instead of an object',
    (_, { chance }) => ({ body: text(oneOf(strangeValues, chance)) }),
  ],
  ['bytes that are no text', ({ body }) => ({ body: body && Buffer.concat([body, badBytes]) })],
  ['another encoding', ({ body }) => ({ body: body && Buffer.from(`${body}`, 'utf16le') })],
  ['too much', ({ body }) => ({ body: body && text(`"${'x'.repeat(300_000)}"`) })],
  ['nothing sent', ({ body }) => ({ body: body && Buffer.alloc(0) })],
  ['another type', (good, { chance }) => withHeader(good, 'content-type', oneOf(types, chance))],
  ['another method', (_, { chance }) => ({ method: oneOf(methods, chance) })],
  ['an odd path', (good, { chance }) => ({ path: oddPath(good.path, chance() * 12) })],
  ['an odd question', ({ path }, { chance }) => ({ path: `${path}?${oneOf(queries, chance)}` })],
  ['no token', good => withHeader(good, 'authorization', undefined)],
  ['an odd token', (good, given) => withHeader(good, 'authorization', oddToken(given))],
  ['a strange id', (good, { chance }) => withHeader(good, 'idempotency-key', oneOf(keys, chance))],
  ['an id again', good => withHeader(good, 'idempotency-key', againId)],
]

const againId = v7()
const badBytes = Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x00])
const methods = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'GET', 'POST', 'TRACE', 'PROPFIND']
const types = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=b',
  'application/json; charset=utf-16',
  'application/json5',
  '',
]
const keys = ['', 'x', '00000000-0000-0000-0000-000000000000', 'x'.repeat(4_000), `${againId} `]
const queries = [
  'limit=0',
  'limit=-1',
  'limit=1e9',
  'limit=NaN',
  'limit=1&limit=2',
  'after=%00',
  'after=%ff',
  `after=${'A'.repeat(6_000)}`,
  'since=99999999999999999999',
  'since=-5',
  '__proto__=1',
  'constructor[prototype]=1',
  '=',
  '&&&',
  '%',
  `${'a=1&'.repeat(1_000)}`,
]

function strangeValue({ body }: Plain, { chance }: Given): Partial<Plain> {
  const sent = body && (JSON.parse(`${body}`) as Record<string, unknown>)
  const names = Object.keys(sent ?? {})
  if (!sent || names.length === 0) return {}
  const chosen = oneOf(names, chance)
  const strange = oneOf(strangeValues, chance)
  const pairs = names.map(
    name => `${JSON.stringify(name)}:${name === chosen ? strange : JSON.stringify(sent[name])}`,
  )
  return { body: text(`{${pairs.join()}}`) }
}

function leaveOut({ body }: Plain, { chance }: Given): Partial<Plain> {
  const sent = body && (JSON.parse(`${body}`) as Record<string, unknown>)
  const names = Object.keys(sent ?? {})
  if (!sent || names.length === 0) return {}
  delete sent[oneOf(names, chance)]
  return { body: text(JSON.stringify(sent)) }
}

function spliced(body: Buffer | undefined, words: string): Buffer | undefined {
  return body && text(`${body}`.replace('{', `{${words}`).replace(',}', '}'))
}

function text(words: string): Buffer {
  return Buffer.from(words)
}

function withHeader({ headers }: Plain, name: string, value: string | undefined): Partial<Plain> {
  const { [name]: _, ...others } = headers
  return { headers: value === undefined ? others : { ...others, [name]: value } }
}

function oddToken({ chance, token, foreign }: Given): string {
  const [council = ''] = token.split(/_[^_]*$/)
  return oneOf(
    [
      `Bearer ${foreign}`,
      `Bearer ${council}_${'A'.repeat(43)}`,
      `Bearer ${token}x`,
      `Basic ${Buffer.from('a:b').toString('base64')}`,
      'Bearer',
      `Bearer ${'x'.repeat(5_000)}`,
      `Bearer doorstep_'; select 1; --_${'A'.repeat(43)}`,
    ],
    chance,
  )
}

function oddPath(path: string, at: number): string {
  const odd = [
    `${path}/`,
    `/${path}`,
    path.replace('/api/', '/api/./'),
    `${path}/..%2f..%2fetc%2fpasswd`,
    path.replace(/[^/]+$/, '%00'),
    path.replace(/[^/]+$/, '%ff%fe'),
    path.replace(/[^/]+$/, '%'),
    path.replace(/[^/]+$/, 'x'.repeat(6_000)),
    path.replace(/[^/]+$/, '__proto__'),
    path.toUpperCase(),
    path.replace('/v1/', '/v2/'),
    `${path}%0d%0aSet-Cookie:a=b`,
  ]
  return odd[Math.floor(at)] ?? path
}
