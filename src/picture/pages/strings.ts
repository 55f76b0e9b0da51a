// The words of every page of figures: the moment, the sums, places, lists.
import { defineStrings, plural } from '../../pages/strings/index.ts'

const many = (n: number, one: string, other: string) => plural(n, { one, other })

export const pictureWords = defineStrings('picture', {
  en: {
    campaigns: 'Campaigns',
    villages: 'Villages',
    coverage: 'Coverage',
    printLine: (line: Record<'council' | 'what' | 'at' | 'by' | 'destroy', string>) =>
      `${line.council}. ${line.what}. As known at ${line.at}. Printed by ${line.by}. ` +
      `Destroy by ${line.destroy}.`,
    asOf: {
      label: 'As known at',
      date: 'As known at: day, month, year',
      time: 'As known at: time',
      show: 'Show',
      now: 'Now',
      yesterday: 'Yesterday 18:00',
      weekAgo: 'A week ago',
      round: 'Round',
      logEntry: 'Log entry {n}',
      day: (n: number) => `Day ${n}.`,
      problems: {
        'date-not-real': 'Enter a real date, like 14/04/2026',
        'time-not-real': 'Enter a real time, like 18:00',
        'in-future': 'Enter a moment that has already been',
      },
    },
    nouns: {
      person: (n: number) => many(n, 'person', 'people'),
      dwelling: (n: number) => many(n, 'home', 'homes'),
      organisation: (n: number) => many(n, 'organisation', 'organisations'),
    },
    placeNotKnown: 'Place not known',
    nobody: 'Nobody',
    none: '–',
    columns: {
      village: 'Village',
      untried: 'Not tried',
      tried: 'Tried',
      reached: 'Reached',
      excused: 'Excused',
      listed: 'Listed',
      longest: 'Longest wait',
      lead: 'Looked after by',
      streets: 'Streets without anyone',
    },
    nobodyWaits: 'nobody',
    longestNobody: 'Nobody is waiting',
    all: (n: number) => `All ${n}`,
    checkedWrong: (at: string, reached: string, listed: string) =>
      `These figures disagree with the log. Recounted at ${at}: ${reached} reached of ${listed} ` +
      'listed. Tell your system administrator, and do not use this page until it is mended.',
    checkedPart: (at: string) =>
      `Recounted from the log at ${at}, for the places you may see: no difference.`,
  },
})
