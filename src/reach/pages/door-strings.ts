// The words of recording at a door.
import { defineStrings } from '../../pages/strings/index.ts'

export const doorStrings = defineStrings('reach.door', {
  en: {
    no_answer: 'No answer at the door',
    spoke_no_help_wanted: 'Spoke to them: needs nothing',
    needsSomething: 'They need something: write it down',
  },
})
