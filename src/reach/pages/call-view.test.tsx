// Could a translator reach every word of the call page, and does it tell no more than it should?
import { expect, test } from 'vitest'
import { getPack } from '../../hazards/index.ts'
import { newId } from '../../kernel/ids.ts'
import type { PageContext } from '../../pages/layout.tsx'
import { datum, expectNoHardCodedText, type Lang } from '../../pages/strings/index.ts'
import type { Call } from '../store/find-call.ts'
import { noAnswers } from './call-answers.ts'
import { ageBand } from './call-labels.ts'
import { CallPage } from './call-view.tsx'
import { consequence } from './consequences.ts'

const now = Date.UTC(2026, 3, 15, 9, 40)
const pack = getPack('pandemic', 1)
const call: Call = {
  member: newId(),
  campaign: newId(),
  campaignTitle: datum('Spring contact'),
  packId: 'pandemic',
  packVersion: 1,
  heldUntil: new Date(now + 20 * 60_000),
  heldBy: newId(),
  state: 'tried',
  place: null,
  person: {
    id: newId(),
    name: datum('Joan Pratt'),
    given: datum('Joan'),
    born: '1943-01-01',
    address: datum('12 Mill Lane'),
    postcode: datum('CB24 8RX'),
    villageName: datum('Cottenham'),
    language: datum('English'),
    flags: ['hard-of-hearing', 'moved-reported', 'lives-alone'],
  },
  tries: 2,
  triesMax: 3,
  promisedAt: new Date(now),
  word: datum('heron'),
  phones: [
    phone('landline', '+441632960142', 'works'),
    phone('mobile', '+447700900118', 'untested'),
  ],
  attempts: [
    { at: new Date(now), channel: 'call', outcome: 'no_answer', word: null, by: datum('Sam') },
  ],
  mates: [{ member: newId(), person: newId(), name: datum('Arthur Pratt'), state: 'untried' }],
}

function phone(kind: 'landline' | 'mobile', value: string, state: string) {
  return { id: newId(), kind, value, state, lastWorkedAt: null, lastOutcome: null }
}

function page(lang: Lang, mates = call.mates): string {
  const context: PageContext = {
    lang,
    council: { id: 'south-vale', name: datum('South Vale Council') },
    user: { name: datum('Sam Idowu'), roleName: datum('Call handler') },
    nav: [],
    practice: false,
    csrf: '',
    path: '/call',
  }
  const problems = ['outcome', 'needs', 'promise'] as const
  const shown = {
    call: { ...call, mates },
    pack,
    answers: noAnswers,
    problems,
    calls: { done: 12, left: 26 },
    now,
    commandId: newId(),
    attemptId: newId(),
    saved: undefined,
    drafts: { user: newId(), key: '' },
  }
  return String(<CallPage context={context} shown={shown} />)
}

test('every word is in the string files or in the hazard pack', () => {
  const { danger, needKinds, outcomeWords, script } = pack
  const filled = script.lines.map(line =>
    line.replace('{caller}', datum('Sam Idowu')).replace('{council}', datum('South Vale Council')),
  )
  const labels = [...needKinds, ...outcomeWords, ...danger.numbers].map(one => one.label)
  const words = [
    ...labels,
    ...danger.lines,
    danger.heading,
    ...filled,
    ...script.lines,
    'Ctrl',
    'Esc',
  ]
  const pieces = words.flatMap(line => line.replace(/⦅[^⦆]*⦆/g, '\u0000').split('\u0000'))
  expectNoHardCodedText(
    page('pseudo'),
    pieces.filter(piece => piece.trim().length > 2),
  )
})

test('a housemate who is not in the caller’s work is asked about and not named', () => {
  expect(page('en', [])).toContain('Is there anyone else at home I should ask about?')
  expect(page('en', [])).not.toContain('Arthur')
})

test('the third try says that the door comes next, and when', () => {
  const words = consequence('no_answer', { lang: 'en', call, pack, now, answers: noAnswers })
  expect(words).toMatch(/^This is try 3\. .*Joan.* goes to the door round, from 16 April 10:40\.$/)
})

test('a wrong number leads to the other number, or to the door when there is none', () => {
  const standing = { lang: 'en' as const, call, pack, now, answers: noAnswers }
  expect(consequence('wrong_number', standing)).toContain('try the other number now')
  const one = { ...call, phones: call.phones.slice(0, 1) }
  expect(consequence('wrong_number', { ...standing, call: one })).toContain('door round')
})

test.each([
  ['1943-04-15', '80 to 84'],
  ['1941-04-15', '85 or over'],
  ['1941-04-16', '80 to 84'],
  [null, 'Not known'],
])('born %s is shown as %s', (born, words) => {
  expect(ageBand('en', born, now)).toBe(words)
})
