// Can the data protection officer find one person, with a reason, and give them their own report?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, recordRead, referenceOf, scopeOf } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { mergePeople } from '../../people/index.ts'
import { council, makeTestNode, type TestNode, testStart } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import { addPeople, addSmallDistrict, personId } from '../../testing/small-district.ts'
import { whoLooked } from '../store/who-looked.ts'

let t: TestNode
let caller: Actor
let officer: Actor
let browser: SignedIn

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }, { given: 'Arthur', phone: '+441632960143' }])
  caller = await t.actorWith('call-handler')
  officer = await t.actorWith('data-protection-officer')
  browser = await signedIn(t, officer)
  await look(caller, [personId('Joan')], testStart)
  await look(caller, [personId('Joan')], testStart - 20 * dayMs)
})
afterAll(() => t.close())

function look(actor: Actor, subjects: readonly Id[], at: number): Promise<void> {
  const scope = scopeOf(t.node.registry.permissions, actor, { permission: 'people.read', now: at })
  return t.node.store.transaction({ council, actor: actor.id }, tx =>
    recordRead(tx, scope, { what: 'open', route: '/people/:id', subjects, at }),
  )
}

function looksOf(actor: Actor) {
  const asked = { permission: 'oversight.audit', now: testStart }
  const scope = scopeOf(t.node.registry.permissions, officer, asked)
  return t.node.store.transaction({ council, actor: officer.id }, tx =>
    whoLooked(tx, scope, { actor: actor.id }),
  )
}

const why = { reason: 'resident-asked', caseNumber: 'SAR-14' }

describe('finding one record', () => {
  test('needs a reason before anything is looked up', async () => {
    const answer = await browser.post('/reads/find', { reference: referenceOf(personId('Joan')) })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Choose why you look this person up')
    expect(await looksOf(officer)).toHaveLength(0)
  })

  test('by reference shows the person, the months, and is a look with its reason', async () => {
    const asked = { ...why, reference: referenceOf(personId('Joan')) }
    const html = await (await browser.post('/reads/find', asked)).text()
    expect(html).toContain('Joan')
    expect(html).toContain('April 2026: 1 look')
    expect(html).toContain('March 2026: 1 look')
    const [own] = await looksOf(officer)
    expect(own).toMatchObject({ purpose: 'oversight: resident-asked, SAR-14', what: 'search' })
    expect(own?.subjects).toEqual([personId('Joan')])
  })

  test.each([
    ['a part of the name', { name: 'Joan', address: 'CB24' }],
    ['a name alone', { name: 'Joan Pratt' }],
    ['a reference of nobody', { reference: 'P-00000000' }],
    ['a case number with a name in it', { reference: 'P-00000000', caseNumber: 'Joan Smith' }],
    ['an impossible birthday', { name: 'Joan Pratt', 'born-day': '31', 'born-month': '2' }],
  ])('%s finds nobody and says so', async (_what, asked) => {
    const answer = await browser.post('/reads/find', { ...why, ...asked })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('govuk-error-summary')
  })
})

test.each([
  ['date of birth', { 'born-day': '4', 'born-month': '3', 'born-year': '1941' }],
  ['postcode', { address: 'cb248rx' }],
  ['first line', { address: '12 Mill Lane' }],
])('the exact name with the %s finds one person', async (_what, asked) => {
  const answer = await browser.post('/reads/find', { ...why, name: 'joan  PRATT', ...asked })
  expect(await answer.text()).toContain(`Who looked at ${referenceOf(personId('Joan'))}`)
})

describe('the page of one record', () => {
  test('tells who looked in a month and why, without the person’s name', async () => {
    const html = await (await browser.get(`/reads/people/${personId('Joan')}?month=2026-04`)).text()
    expect(html).toContain('Opened the record')
    expect(html).toContain('Call handler')
    expect(html).toContain('testing')
    expect(html).not.toContain('Joan')
    const march = await (
      await browser.get(`/reads/people/${personId('Joan')}?month=2026-03`)
    ).text()
    expect(march).toContain('17 March')
  })

  test('is not there for a caller, and not for an id of nobody', async () => {
    const other = await signedIn(t, caller)
    expect((await other.get(`/reads/people/${personId('Joan')}`)).status).toBe(404)
    expect((await browser.get(`/reads/people/${newId()}`)).status).toBe(404)
  })
})

const april =
  'from-day=1&from-month=4&from-year=2026&until-day=30&until-month=4&until-year=2026' +
  '&why=resident-asked&case=SAR-14'

describe('the resident’s own report', () => {
  const address = (more: string) => `/reads/people/${personId('Joan')}/report${more}`

  test('names roles and not people, and is itself on the record', async () => {
    const before = (await looksOf(officer)).length
    const html = await (await browser.get(address(`?${april}&in=en`))).text()
    expect(html).toContain('Call handler')
    expect(html).not.toContain('Test call-handler')
    expect(html).toContain('From 1 April 2026 to 30 April 2026')
    const [made] = await looksOf(officer)
    expect(await looksOf(officer)).toHaveLength(before + 1)
    expect(made).toMatchObject({ what: 'print', route: '/reads/report' })
  })

  test('speaks Welsh to who speaks Welsh', async () => {
    const html = await (await browser.get(address(`?${april}&in=cy`))).text()
    expect(html).toContain('Pwy edrychodd ar y cofnod hwn')
    expect(html).toContain('Agor y cofnod')
    expect(html).toContain('Atebwr galwadau')
  })

  test('is a file too, and a wrong time makes none', async () => {
    const answer = await browser.get(address(`.csv?${april}`))
    expect(answer.headers.get('content-disposition')).toContain('who-looked-2026-04-01-2026-04-30')
    expect(await answer.text()).toContain('Opened the record,testing')
    expect((await browser.get(address('?from-day=1'))).status).toBe(422)
    expect((await browser.get(address('.csv?from-day=1'))).status).toBe(404)
  })

  test('holds the looks at records that were joined into this one', async () => {
    const [from, into] = [personId('Arthur'), personId('Joan')]
    await look(caller, [from], testStart + 1)
    const done = await act(t.node, t.system, mergePeople, {
      id: newId(),
      input: { from, into, note: '' },
    })
    expect(done).toMatchObject({ outcome: 'accepted' })
    const html = await (await browser.get(address(`?${april}&in=en`))).text()
    expect(html).toContain('Includes 2 records')
    expect(html.split('Call handler').length).toBeGreaterThan(2)
  })
})
