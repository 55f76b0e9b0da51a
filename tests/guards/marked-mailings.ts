// In each council a text to the marked people that waits to go out, and what one wrote back.
import { type Id, idFrom, newId } from '../../src/kernel/ids.ts'
import {
  mailingFilled,
  mailingQueued,
  replyCame,
  templateSaved,
} from '../../src/mailings/domain/events.ts'
import type { TestNode } from '../../src/testing/make-node.ts'
import type { MarkedPerson } from './marked-people.ts'
import { campaignOf, memberOf } from './marked-round.ts'
import { put } from './world.ts'

export const mailingOf = (council: string): Id => idFrom('guard mailing', council)
export const templateOf = (council: string): Id => idFrom('guard template', council)

export async function addMarkedMailings(t: TestNode, people: readonly MarkedPerson[]) {
  for (const [council, own] of Map.groupBy(people, person => person.council)) {
    const [mailing, template] = [mailingOf(council), templateOf(council)]
    const body = '{council}: we tried to ring you. Ring 01632 960001.'
    const saved = templateSaved({
      subjects: [],
      body: { template, templateVersion: 1, channel: 'text' },
      words: { name: 'We tried to ring', wordings: { en: { subject: '', body } } },
    })
    const queued = mailingQueued({
      subjects: [],
      body: {
        ...{ mailing, campaign: campaignOf(council), round: idFrom('guard round', council) },
        ...{ channel: 'text', whom: 'everybody', within: null, template, templateVersion: 1 },
        ...{ queued: own.length, leftOut: { died: 1 } },
      },
    })
    const to = own.map(({ id }) => {
      return {
        member: memberOf(council, id),
        person: id,
        contactPoint: null,
        language: 'en' as const,
      }
    })
    const filled = mailingFilled({
      subjects: own.map(({ id }) => id),
      body: { mailing, first: 0, to },
    })
    const here = own.filter(({ level }) => level !== 'erased')
    await put(t, council, [saved, queued, filled, ...here.map(wroteBack)])
  }
}

function wroteBack({ id, council, street, words }: MarkedPerson) {
  const body = { reply: newId(), message: null, member: memberOf(council, id), person: id }
  return replyCame({
    subjects: [id],
    place: street,
    body: { ...body, isStop: false },
    words: { from: '+447700900123', text: words.note },
  })
}
