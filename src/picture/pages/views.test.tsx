// Can every word on the pages of figures be translated? They are rendered in the pseudo-locale.
import { describe, expect, test } from 'vitest'
import { sampleContext } from '../../pages/sample-page.tsx'
import { datum, expectNoHardCodedText } from '../../pages/strings/index.ts'
import type { CoverageModel, VillageModel } from '../domain/model.ts'
import { noCounts } from '../domain/terms.ts'
import { CampaignsView } from './campaigns-view.tsx'
import { CoverageView } from './coverage-view.tsx'
import { attribution } from './map-places.ts'
import { MembersView } from './members-view.tsx'
import { VillageView } from './village-view.tsx'
import { VillagesView } from './villages-view.tsx'

const now = Date.UTC(2026, 3, 15, 9, 40)
const context = sampleContext('pseudo')
const counts = { reached: 5, tried: 2, untried: 2, excused: 1, listed: 10 }
const round = { id: 'r1', number: 1, openedAt: new Date(now - 864e6) }
const campaign = {
  id: '018f0000-0000-7000-8000-000000000001',
  name: datum('Spring contact'),
  purpose: datum('Reaching people'),
  lists: [],
  kind: 'person' as const,
  pack: datum('Pandemic'),
  packVersion: 1,
  openedAt: new Date(now - 864e6),
  lastsHours: 20,
  answerable: datum('Ruth Okafor'),
  rounds: [round, { ...round, id: 'r2', number: 2 }],
}
const cottenham = { id: 'v1', name: datum('Cottenham'), owner: datum('Priya Nair') }
const sawston = { id: 'v2', name: datum('Sawston'), owner: null, counts: noCounts }

const coverage: CoverageModel = {
  campaign,
  round,
  at: now - 3_600_000,
  now,
  logSeq: 48_212,
  isWhole: true,
  total: counts,
  reasons: [{ code: 'moved', n: 1 }],
  nexts: [
    { code: 'ring', n: 3 },
    { code: 'none', n: 1 },
  ],
  waits: [
    { days: 0, untried: 2, tried: 0 },
    { days: 5, untried: 0, tried: 2 },
  ],
  longest: {
    person: 'p1',
    name: datum('Dennis Fairweather'),
    place: datum('Little Gransden'),
    days: 14,
    tries: [{ channel: 'doorstep', outcome: 'no_answer', at: new Date(now), by: datum('J. Tran') }],
    triesCount: 1,
    next: 'door',
    nextAt: new Date(now),
  },
  villages: [
    { ...cottenham, counts, longestDays: 5 },
    { ...sawston, longestDays: null },
  ],
  placeless: { id: 'none', name: '', owner: null, counts: noCounts, longestDays: null },
  steps: [{ step: 'listed', n: 10, halfMs: 36e5, nineMs: 72e5 }],
  attempts: 12,
  doors: 1,
  recount: { at: now, counts },
  safety: {
    counts: { 'safe-now': 4, 'at-risk': 1, 'not-known': 4, excused: 1, listed: 10 },
    until: new Date(now),
  },
}

const due = {
  id: 'd1',
  what: null,
  at: new Date(now - 36e5),
  person: 'p1',
  name: datum('Ivy Larkin'),
  street: datum('High Street'),
  owner: datum('Olive Dunn'),
}
const street = { id: 's1', name: datum('Mill Lane'), homes: 14, owner: null, counts, openNeeds: 1 }
const village: VillageModel = {
  ...coverage,
  village: { id: 'v1', name: datum('Cottenham'), homes: 2514 },
  owner: null,
  at: null,
  organisations: 3,
  zones: [
    {
      id: 'z1',
      name: datum('Mill and Fen'),
      homes: 14,
      owner: { id: 'u1', name: datum('Dev Kapoor') },
      counts,
      streets: [
        street,
        { ...street, id: 's2', owner: { id: 'u1', name: datum('Dev') }, counts: noCounts },
      ],
    },
  ],
  streetless: counts,
  due: [due],
  unowned: [{ ...due, owner: null, what: datum('Collect medicine') }],
}
const row = {
  id: 'm1',
  subject: 'p1',
  kind: 'person' as const,
  name: datum('Ivy Larkin'),
  street: null,
  village: null,
  state: 'excused' as const,
  reason: 'moved',
  days: 3,
  tries: 2,
  next: 'ring',
  nextAt: new Date(now),
}
const list = { campaign, round, at: now, now, total: 120, page: 2, rows: [row], placeName: null }
const wrong = { problem: 'date-not-real' as const, words: { date: '31/02/2026', time: '' } }
const bad = { ...coverage.recount, counts: { ...counts, listed: 11 } }
const asked = { campaign, round, at: null }

describe('no page of figures holds a word of its own', () => {
  test.each([
    ['coverage', <CoverageView context={context} model={coverage} />],
    [
      'coverage that disagrees',
      <CoverageView context={context} model={{ ...coverage, recount: bad }} />,
    ],
    ['coverage of a wrong date', <CoverageView context={context} model={coverage} wrong={wrong} />],
    [
      'coverage of nobody',
      <CoverageView
        context={context}
        model={{
          ...coverage,
          total: noCounts,
          recount: { at: now, counts: noCounts },
          safety: null,
          longest: null,
          waits: [],
          nexts: null,
          reasons: [],
        }}
      />,
    ],
    [
      'village',
      <VillageView
        context={context}
        model={village}
        commandId="c1"
        since={9}
        showsAll={false}
        may={{ proofs: true, ask: true, stop: true }}
        parts={[]}
        reader="u1"
      />,
    ],
    [
      'campaigns',
      <CampaignsView
        context={context}
        lines={[{ campaign, counts, longest: coverage.longest }]}
        now={now}
        mayRun={true}
      />,
    ],
    ['villages', <VillagesView context={context} mark="untried" model={{ ...coverage, asked }} />],
    [
      'bare villages',
      <VillagesView context={context} mark={null} model={{ ...coverage, asked: null }} />,
    ],
    [
      'a list',
      <MembersView
        context={context}
        list={list}
        filter={{
          state: 'open',
          step: 'need',
          safety: 'at-risk',
          place: 'none',
          reason: 'moved',
          next: 'ring',
          street: 'none',
          wait: { is: 'over', days: 3 },
        }}
      />,
    ],
  ])('%s', async (_name, view) => {
    const html = String(await view)
    expectNoHardCodedText(html, [attribution])
    expect(html).toContain('[!!')
  })
})

test('a recount that disagrees is said aloud, and "no difference" is not', async () => {
  const view = <CoverageView context={sampleContext('en')} model={{ ...coverage, recount: bad }} />
  const html = String(await view)
  expect(html).toContain('These figures disagree with the log')
  expect(html).not.toContain('no difference')
})
