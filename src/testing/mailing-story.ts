// A village of people with mobiles and emails in a campaign, a template, and Notify at hand: what
// most tests of mailings begin with.
import { act, actInBulk } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { queueMailing, saveTemplate } from '../mailings/index.ts'
import { saveNotify } from '../messages/index.ts'
import { personAdded } from '../people/index.ts'
import { council, makeTestNode, type TestNode } from './make-node.ts'
import { openNotifyStandIn, standInApiKey, standInTemplates } from './notify-stand-in.ts'
import { addSmallDistrict, campaign, openTestCampaign, personId, street } from './small-district.ts'

export const callbackToken = 'a-token-of-the-test'

export type Resident = {
  readonly given: string
  readonly mobile?: string
  readonly email?: string
  readonly language?: string
  readonly address?: string
  readonly flags?: readonly string[]
}

export const mobileOf = (nth: number) => `+447700900${String(nth).padStart(3, '0')}`
export const pointOf = (given: string, kind: string) => `${personId(`${given} ${kind}`)}`

/** Ann, Bob and Cai with mobiles, Cai in Welsh; Dee with an email alone; Eve with nothing. */
export const usual: readonly Resident[] = [
  { given: 'Ann', mobile: mobileOf(1), email: 'ann@example.org' },
  { given: 'Bob', mobile: mobileOf(2) },
  { given: 'Cai', mobile: mobileOf(3), language: 'Welsh' },
  { given: 'Dee', email: 'dee@example.org' },
  { given: 'Eve' },
]

export async function makeMailingStory(residents = usual) {
  const t = await makeTestNode()
  const notify = await openNotifyStandIn({ now: t.clock.now })
  process.env.DOORSTEP_NOTIFY_URL = notify.url
  t.clock.turnTo(Date.now())
  await addSmallDistrict(t)
  await addResidents(t, residents)
  await openTestCampaign(
    t,
    residents.map(({ given }) => ({ given, phone: null })),
  )
  const setNotify = (isOn: boolean) => useNotify(t, isOn)
  await setNotify(true)
  const template = await addTemplate(t, 'text')
  return {
    t,
    notify,
    template,
    setNotify,
    async close() {
      delete process.env.DOORSTEP_NOTIFY_URL
      await notify.close()
      await t.close()
    },
  }
}

export type MailingStory = Awaited<ReturnType<typeof makeMailingStory>>

function useNotify(t: TestNode, isOn: boolean) {
  const { text: textTemplate, email: emailTemplate } = standInTemplates
  const notify = { apiKey: standInApiKey, textTemplate, emailTemplate, callbackToken }
  const { keys } = t.node.store
  return t.node.store.transaction({ council, actor: t.system.id }, tx =>
    saveNotify(tx, { keys, council, notify: isOn ? notify : null }),
  )
}

export async function addResidents(t: TestNode, residents: readonly Resident[]): Promise<void> {
  const drafts = residents.map(resident => {
    const { given, mobile, email, language = null, address = '12 Mill Lane', flags = [] } = resident
    const person = personId(given)
    const points = [
      ...(mobile ? [{ id: pointOf(given, 'mobile'), kind: 'mobile' as const, value: mobile }] : []),
      ...(email ? [{ id: pointOf(given, 'email'), kind: 'email' as const, value: email }] : []),
    ]
    return personAdded({
      subjects: [person],
      place: street,
      body: {
        ...{ person, dwelling: null, household: null, source: 'test', flags: flags as never[] },
        contactPoints: points.map(({ id, kind }) => ({ id, kind })),
      },
      words: {
        ...{ given, middle: '', family: 'Pratt', born: null, nhs: null, address, language },
        postcode: 'CB24 8RX',
        contacts: points.map(({ value }) => ({ value, raw: value })),
      },
    })
  })
  await actInBulk(t.node, t.system, {
    id: newId(),
    name: 'test.residents',
    contentHash: new Uint8Array(),
    async work(_tx, append) {
      await append(drafts)
      return {}
    },
  })
}

export async function addTemplate(t: TestNode, channel: 'text' | 'email' | 'letter') {
  const template = newId()
  const subject = channel === 'text' ? '' : 'From {council}'
  const cySubject = channel === 'text' ? '' : 'Gan {council}'
  const wordings = {
    en: { subject, body: '{council}: we tried to ring you, {name}. Ring 01632 960001.' },
    cy: { subject: cySubject, body: '{council}: ceision ni eich ffonio, {name}. 01632 960001.' },
  }
  const input = { template, name: `We rang (${channel})`, channel, wordings }
  const done = await act(t.node, t.system, saveTemplate, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`the template was refused: ${done.refused}`)
  return template
}

type Asked = {
  readonly template: string
  readonly channel?: 'text' | 'email' | 'letter'
  readonly whom?: string
  readonly counted: number
}

export async function queueTest(t: TestNode, asked: Asked) {
  const mailing = newId()
  const rest = { campaign, within: null, templateVersion: 1, channel: 'text', whom: 'everybody' }
  const input = { ...rest, ...asked, mailing }
  const done = await act(t.node, t.system, queueMailing, { id: newId(), input })
  return { mailing, done }
}
