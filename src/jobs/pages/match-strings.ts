// The words of asking volunteers: whom, why them, what they said, and why others are not asked.
import { defineStrings, plural } from '../../pages/strings/index.ts'

const volunteersOf = (n: number) =>
  plural(n, { one: '1 volunteer near here', other: `${n} volunteers near here` })

export const matchStrings = defineStrings('matching jobs', {
  en: {
    title: 'Whom to ask',
    headline: (job: string) => `Whom to ask: ${job}`,
    lead: 'Being asked keeps the job for nobody. Whoever says yes first has it.',
    leadTwo: 'Two must go. Ask more than one.',
    ask: (name: string) => `Ask ${name}`,
    best: 'Best to ask now',
    bestNone: 'Nobody else near here can be asked now.',
    others: 'Why others are not asked',
    bars: {
      resting: (n: number) => `${volunteersOf(n)} ${plural(n, { one: 'rests', other: 'rest' })}.`,
      vetting: (n: number) =>
        `${volunteersOf(n)} ${plural(n, { one: 'lacks', other: 'lack' })} the check.`,
      training: (n: number) =>
        `${volunteersOf(n)} ${plural(n, { one: 'lacks', other: 'lack' })} the training.`,
      vehicle: (n: number) =>
        `${volunteersOf(n)} ${plural(n, { one: 'has', other: 'have' })} no vehicle for it.`,
      before: (n: number) =>
        `${volunteersOf(n)} ${plural(n, { one: 'was', other: 'were' })} asked, or gave it back.`,
      full: (n: number) =>
        `${volunteersOf(n)} ${plural(n, { one: 'has', other: 'have' })} enough jobs.`,
      other: (n: number) => `${volunteersOf(n)} cannot come then.`,
    },
    nobodyNear: 'No volunteer lives near here. Ask the next village, or pass it up.',
    reasons: {
      'same-face': 'has helped them before',
      near: {
        street: 'lives in the same street',
        zone: 'lives in the same zone',
        village: 'lives in the same village',
        elsewhere: 'lives in another village',
      },
      metres: (shown: string) => `about ${shown} metres away`,
      speaks: (language: string) => `speaks ${language}`,
      'speaks-not': (language: string) => `does not speak ${language}`,
      knows: 'said they like to do this',
      'no-job-lately': 'no job in 4 weeks',
      'jobs-lately': (n: number) =>
        plural(n, { one: '1 job in 4 weeks', other: `${n} jobs in 4 weeks` }),
      checks: {
        none: 'not checked',
        identity: 'identity seen',
        basic: 'basic check',
        standard: 'standard check',
        enhanced: 'enhanced check',
      },
      vehicles: { car: 'has a car', van: 'has a van', '4x4': 'has a 4x4' },
    },
    asked: 'Who was asked',
    askedNone: 'Nobody was asked yet.',
    who: 'Volunteer',
    whenAsked: 'Asked',
    said: 'Answer',
    answers: { yes: 'Said yes', no: 'Said no' },
    waits: (until: string) => `Has until ${until}`,
    silent: 'No answer in time',
    ring: (phone: string) => `No app: ring ${phone}`,
    ringNone: 'No app and no phone number',
    saidYes: (name: string) => `${name} says yes`,
    saidNo: (name: string) => `${name} says no`,
    askedNow: 'Asked. Those with the app got an e-mail.',
    noted: 'Saved.',
    taken: 'Nobody is needed for this job any more.',
    back: 'The job',
    keyAsk: 'Ask the first, second or third',
    matchLink: 'Whom to ask?',
  },
})
