// The words of lists on a person's page.
import { defineStrings, plural } from '../../pages/strings/index.ts'

export const personListStrings = defineStrings('lists.person', {
  en: {
    on: (n: number, shown: string) => plural(n, { one: 'On 1 list', other: `On ${shown} lists` }),
    list: 'List',
    since: 'Since',
    purpose: { spl: 'People at higher risk, so that somebody asks them what they need' },
    leftOut: (day: string) => `No longer named since ${day}`,
    putOn: (list: string) => `Named by: ${list}.`,
  },
})
