// The words of the list of promised calls.
import { defineStrings, plural } from '../../pages/strings/index.ts'

const many = (n: number, one: string, other: string) => plural(n, { one, other })

export const callBacksStrings = defineStrings('reach.call-backs', {
  en: {
    title: 'Call-backs',
    headline: (n: number, shown: string) =>
      n === 0
        ? 'Nobody waits for a promised call.'
        : `${shown} ${many(n, 'person waits', 'people wait')} for a promised call.`,
    inPlace: (sentence: string, place: string) => `${place}: ${sentence}`,
    late: (n: number, shown: string) => `${shown} ${many(n, 'is', 'are')} late.`,
    noneLate: 'Nobody is late.',
    lead: 'The latest broken promise is on top. A promise is rung before anybody else.',
    all: 'All call-backs',
    firstOnly: (max: string) => `The first ${max} are shown.`,
    when: 'When',
    who: 'Who',
    where: 'Where',
    by: 'Promised by',
    campaign: 'Campaign',
    lateBy: (time: string) => `${time} late`,
    held: 'A colleague is with them now',
    nobody: 'Not known',
    placeNotKnown: 'Place not known',
    somebody: 'Somebody',
    somebodyAt: (street: string) => `Somebody in ${street}`,
    ring: (name: string) => `Ring ${name}`,
    calls: 'Ring the next person',
  },
})
