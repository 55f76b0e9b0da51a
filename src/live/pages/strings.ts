// The words that tell a reader that something is new.
import { defineStrings } from '../../pages/strings/index.ts'

export const liveStrings = defineStrings('live', {
  en: {
    one: '1 new',
    other: '{n} new',
    most: '{n} or more new',
    show: 'Show',
  },
  cy: {
    one: '1 newydd',
    other: '{n} newydd',
    most: '{n} neu fwy newydd',
    show: 'Dangos',
  },
})
