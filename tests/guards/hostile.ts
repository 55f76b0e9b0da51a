// What might somebody send who wants us to break? Values for a field, and whole bodies.
import { newId } from '../../src/kernel/ids.ts'

/** Found in an answer as it stands here, a tag or an attribute of theirs would have become ours. */
export const markup = `"'><zq onload=zq()>&lt;zq&gt; zq="1`
export const brokenOut = /<zq|" zq="1/

export const hostileValues: Readonly<Record<string, string>> = {
  markup,
  sql: `'); drop table doorstep.people; -- ${'$'}{1+1} {{7*7}} %s %n`,
  long: 'Lå '.repeat(3_334),
  nul: 'a\0b\\u0000',
  emoji: '👩🏽‍🚒 e\u0301 \u202etxt\u202c \ud83d \udc00 \ufeff\u0085\u2028',
  number: '-1e309',
  id: newId(),
  nothing: '',
}

export type Sent = { readonly body: BodyInit; readonly type?: string }

const form = 'application/x-www-form-urlencoded'

/** Whole bodies, each with every field name that any of our forms has. */
export function hostileBodies(names: readonly string[]): readonly [string, Sent][] {
  const each = (value: string) => names.map(name => [name, value] as [string, string])
  const valued = Object.entries(hostileValues).map(([kind, value]): [string, Sent] => [
    `${kind} in every field`,
    { body: new URLSearchParams(each(value)) },
  ])
  const raw = (text: string) => names.map(name => `${encodeURIComponent(name)}=${text}`).join('&')
  return [
    ...valued,
    [
      'every field three times',
      { body: new URLSearchParams([...each('a'), ...each('b'), ...each(markup)]) },
    ],
    ['percent signs that decode to nothing', { body: raw('%ff%fe%c3%28%zz%'), type: form }],
    [
      'bytes that are no text',
      { body: Buffer.from(`${raw('\u00ff\u00c3(')}`, 'latin1'), type: form },
    ],
    ['names of no field', { body: new URLSearchParams(strangers), type: form }],
    [
      'lists and objects',
      { body: names.map(name => `${name}[]=1&${name}[a]=2&${name}.b=3`).join('&'), type: form },
    ],
    ['files for words', { body: filesFor(names) }],
    [
      'words of JSON',
      { body: JSON.stringify(Object.fromEntries(each(markup))), type: 'application/json' },
    ],
    ['plain text', { body: markup, type: 'text/plain' }],
    [
      'XML',
      { body: `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`, type: 'text/xml' },
    ],
    ['parts without a boundary', { body: 'name=1', type: 'multipart/form-data' }],
    [
      'parts cut short',
      {
        body: '--b\r\nContent-Disposition: form-data; name="a"',
        type: 'multipart/form-data; boundary=b',
      },
    ],
    ['nothing at all', { body: '' }],
  ]
}

const strangers: [string, string][] = [
  ['__proto__', 'x'],
  ['constructor', 'x'],
  ['toString', 'x'],
  ['hasOwnProperty', 'x'],
  ['zq', markup],
  ['', 'x'],
]

function filesFor(names: readonly string[]): FormData {
  const body = new FormData()
  for (const name of names) body.append(name, new File([markup], `${markup}/../x.csv`))
  return body
}
