// The words of what residents wrote back.
import { defineStrings } from '../../pages/strings/index.ts'

export const replyStrings = defineStrings('mailing-replies', {
  en: {
    title: 'Replies',
    headline: (n: number, shown: string) =>
      n === 0 ? 'No reply waits' : n === 1 ? '1 reply waits' : `${shown} replies wait`,
    lead: 'What residents wrote back to our texts, the oldest first. STOP is seen to by itself.',
    someone: (number: string) => `From ${number}, who is nobody whom we wrote to`,
    erased: 'Erased',
    ring: 'Ring them',
    what: 'What came of it?',
    outcomes: {
      '': 'Nothing to record',
      spoke_no_help_wanted: 'They answered: they need nothing',
      call_back_later: 'They ask for a call',
      refused: 'They want no more from us in this campaign',
      moved_reported: 'They say that the person moved',
      deceased_reported: 'They say that the person died',
      wrong_number: 'It is not their number',
    },
    save: 'Done',
    saveOf: (name: string) => `Done: the reply of ${name}`,
  },
})
