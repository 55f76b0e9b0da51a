// The words of who joined, left and came back as an area moved.
import { defineStrings, plural } from '../../pages/strings/index.ts'

export const areaChangeStrings = defineStrings('reach.area-changes', {
  en: {
    areas: 'Affected areas',
    title: 'Who joined and left',
    headline: (name: string) => `Who joined and left as “${name}” moved`,
    none: 'Nobody has joined or left: it was drawn once, or no campaign follows it.',
    sums: 'How many joined, left and came back, by version',
    version: 'Version',
    versionOf: (n: number) => `Version ${n}`,
    changes: { joined: 'Joined', left: 'Left, excused', restored: 'Came back' },
    who: 'Who',
    first: (shown: string, total: string) =>
      `The first ${shown} of ${total}; the file has all of them.`,
    all: (n: number, shown: string) =>
      plural(n, { one: '1 change', other: `All ${shown} changes` }),
    at: 'When',
    what: 'What',
    village: 'Village',
    campaign: 'Campaign',
  },
})
