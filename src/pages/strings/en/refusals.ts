// What is said when a command is refused: what happened, that nothing was lost, what to do now.
import { defineStrings } from '../strings.ts'

export const refusalStrings = defineStrings('refusals', {
  en: {
    'not-found': {
      title: 'Page not found',
      body: 'Check the address, or go back to the page you came from.',
    },
    'not-allowed': {
      title: 'You may not do this',
      body: 'Your role does not include it. Ask whoever gave you access to Doorstep.',
    },
    invalid: {
      title: 'Some answers need another look',
      body: 'Nothing was saved. Go back, check each answer, and send it again.',
    },
    'id-reuse': {
      title: 'This form was already used',
      body: 'It was saved before with other answers. Open the page again and start from there.',
    },
    'attempt-in-future': {
      title: 'That time has not come yet',
      body: 'Nothing was saved. Go back and give the time when it happened.',
    },
    'already-taken': {
      title: 'Somebody else has this now',
      body: 'Nothing was changed. Take the next one instead.',
    },
    'already-done': {
      title: 'This is already done',
      body: 'Nothing was changed. Go back to see how it stands now.',
    },
    'not-held': {
      title: 'You no longer hold this person',
      body: 'The time to hold them ran out. Your answers are not lost: take them again and save.',
    },
    'nobody-left': {
      title: 'Nobody is left to try now',
      body: 'Everyone on this list is reached, held by somebody, or due later.',
    },
    stopped: {
      title: 'Contact with this person has stopped',
      body: 'Do not ring or visit. Ask a hub manager if you think that this is wrong.',
    },
    'stale-preview': {
      title: 'This preview is out of date',
      body: 'Something changed since. Nothing was written. Look at a new preview first.',
    },
    expired: {
      title: 'This has run out',
      body: 'The link or the time for this act is over. Ask for a new one.',
    },
    'too-large': {
      title: 'That is too large',
      body: 'Nothing was saved. Send less at once, or split the file in two.',
    },
    'unreadable-file': {
      title: 'We cannot read this file',
      body: 'Nothing was written. Save it as CSV with the names of the columns in row 1.',
    },
    'not-a-member': {
      title: 'This person is not in the campaign',
      body: 'Nothing was saved. Find them under People to record what happened.',
    },
    'unknown-outcome': {
      title: 'Choose what happened',
      body: 'Nothing was saved. Go back and choose one of the answers on the page.',
    },
    'unknown-need': {
      title: 'Choose what they need',
      body: 'Nothing was saved. Go back and choose needs from the list on the page.',
    },
    'same-person': {
      title: 'These are already one person',
      body: 'Nothing was changed. Go back to see the record.',
    },
    'not-merged': {
      title: 'These were never joined',
      body: 'There is nothing to undo. Go back to see both records.',
    },
    'last-administrator': {
      title: 'This is the last administrator',
      body: 'Nobody could let people in without them. Name another administrator first.',
    },
    'too-many-tries': {
      title: 'Too many tries',
      body: 'Wait 15 minutes and try again. Nobody else can use your link meanwhile.',
    },
  },
})
