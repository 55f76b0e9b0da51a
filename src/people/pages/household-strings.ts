// The words of the page that somebody opens at a door.
import { defineStrings, plural } from '../../pages/strings/index.ts'

export const householdStrings = defineStrings('people household', {
  en: {
    title: 'Who lives here',
    lead: (n: number, shown: string) =>
      plural(n, { one: '1 person lives here', other: `${shown} people live here` }),
    leadNobody: 'Nobody is known here now.',
    first: 'Before you knock',
    nothingFirst: 'Nothing special is known. Say who you are, show your badge, stay outside.',
    who: 'Who lives here',
    of: (instruction: string, names: string) => `${instruction} (${names})`,
    pairs: 'Go with two people.',
    interpreter: 'Bring an interpreter or ring one from the door.',
    interpreterFor: (languages: string) => `Bring an interpreter: ${languages}.`,
    hearing: 'Hard of hearing: knock loudly, face them, speak slowly.',
    textphone: 'Uses a textphone: write down what you say.',
    alone: 'Lives alone: wait, it may take them long to come.',
    asked: 'Asked not to be rung. A visit is all right.',
    mayHaveMoved: 'May have moved: ask for them all the same.',
    noContact: 'Do not ask for',
    needs: 'Needs',
    noNeeds: 'No need is open.',
    ways: 'Ways to reach them',
    add: 'Somebody else lives here: add them',
    addNote: 'The address is filled in for you.',
    open: 'Everything about them',
    elsewhere: 'You see only people in places that you look after.',
    saved: 'Written down.',
    back: 'Find somebody else',
  },
})
