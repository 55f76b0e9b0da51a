// The words of writing down a need on somebody's page.
import { defineStrings } from '../../pages/strings/index.ts'

export const addNeedStrings = defineStrings('needs add', {
  en: {
    add: 'Add a need here',
    what: 'What do they need?',
    soon: 'How soon?',
    words: 'In their own words (optional)',
    save: 'Save to the plan',
  },
})
