// One village with two streets and some people in a campaign: what most store tests begin with.
import { act, actInBulk, type Draft } from '../events/index.ts'
import { getPack } from '../hazards/index.ts'
import { idFrom, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { personAdded } from '../people/index.ts'
import { addPlaces } from '../places/index.ts'
import { joined } from '../reach/domain/join.ts'
import { memberId, openCampaign } from '../reach/index.ts'
import { council, type TestNode } from './make-node.ts'

export const district = idFrom('test', 'district')
export const village = idFrom('test', 'village')
export const otherVillage = idFrom('test', 'other village')
export const zone = idFrom('test', 'zone')
export const otherZone = idFrom('test', 'other zone')
export const street = idFrom('test', 'street')
export const otherStreet = idFrom('test', 'other street')
export const campaign = idFrom('test', 'campaign')
export const round = idFrom('test', 'round')

/** Places without people. */
export async function addSmallDistrict(t: TestNode): Promise<void> {
  const at = (kind: string, [place, parent]: [string, string | null], name: string) => ({
    kind,
    place,
    parent,
    name,
    gss: null,
    postcodes: [],
  })
  const places = [
    at('district', [district, null], 'South Vale'),
    at('village', [village, district], 'Cottenham'),
    at('village', [otherVillage, district], 'Sawston'),
    at('zone', [zone, village], 'Mill and Fen'),
    at('zone', [otherZone, otherVillage], 'Church End'),
    at('street', [street, zone], 'Mill Lane'),
    at('street', [otherStreet, otherZone], 'High Street'),
  ]
  const done = await act(t.node, t.system, addPlaces, {
    id: newId(),
    input: { places, dwellings: [] },
  })
  if (isRefusal(done)) throw new Error(`places were refused: ${done.refused}`)
}

export type Someone = {
  given: string
  place?: string | null
  phone?: string | null
  flags?: string[]
}

/** Adds people; their ids come from their given names. */
export async function addPeople(t: TestNode, people: readonly Someone[]): Promise<string[]> {
  const drafts = people.map(({ given, place = street, phone = '+441632960142', flags = [] }) => {
    const person = personId(given)
    return personAdded({
      subjects: [person],
      place,
      body: {
        person,
        dwelling: null,
        household: null,
        source: 'test',
        flags: flags as never[],
        contactPoints: phone ? [{ id: phoneId(given), kind: 'landline' }] : [],
      },
      words: {
        given,
        middle: '',
        family: 'Pratt',
        born: '1941-03-04',
        nhs: null,
        address: '12 Mill Lane',
        postcode: 'CB24 8RX',
        language: null,
        contacts: phone ? [{ value: phone, raw: phone }] : [],
      },
    })
  })
  await bulk(t, drafts)
  return people.map(one => personId(one.given))
}

export const personId = (given: string) => idFrom('test person', given)
export const phoneId = (given: string) => idFrom('test phone', given)
export const memberOf = (given: string) => memberId(round, personId(given))

/** A campaign with these people in it, whatever lists say. */
export async function openTestCampaign(t: TestNode, people: readonly Someone[], pack = 'pandemic') {
  const answerable = (await t.actorWith('hub-manager')).id
  const rule = { lists: ['spl'], places: [], withFlags: [], withoutFlags: [] }
  const input = {
    campaign,
    round,
    title: 'Spring contact',
    purpose: 'Reaching people',
    pack,
    memberKind: 'person',
    rule,
    answerable,
  }
  const done = await act(t.node, t.system, openCampaign, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`the campaign was refused: ${done.refused}`)
  const joining = { campaign, round, pack: getPack(pack, 1), list: null, now: t.clock.now() }
  const drafts = people.map(({ given, place = street, phone = '1' }) =>
    joined(
      { subject: personId(given), kind: 'person', place, canRing: phone !== null, excuse: null },
      joining,
    ),
  )
  await bulk(t, drafts)
}

async function bulk(t: TestNode, drafts: readonly Draft[]) {
  await actInBulk(
    t.node,
    { ...t.system, council },
    {
      id: newId(),
      name: 'test.bulk',
      contentHash: new Uint8Array(),
      async work(_tx, append) {
        await append(drafts)
        return {}
      },
    },
  )
}
