// The words of the coverage page of a campaign.
import { defineStrings, plural } from '../../pages/strings/index.ts'

const many = (n: number, one: string, other: string) => plural(n, { one, other })

const triedWords = (n: number) =>
  n === 0 ? 'not yet tried' : `tried ${n} ${many(n, 'time', 'times')}`

export const coverageWords = defineStrings('coverage', {
  en: {
    title: 'Coverage of a campaign',
    what: (campaign: string) => `Coverage of ${campaign}`,
    reached: (noun: string) => `{reached} of {listed} ${noun} reached.`,
    nobodyListed: 'Nobody is listed yet.',
    untried: (n: number) => (n === 0 ? 'Everyone has been tried.' : '{n} not yet tried.'),
    allHaveNext: 'Nobody is without a next step.',
    without: (n: number) => `{n} ${many(n, 'has', 'have')} no next step.`,
    sumTitle: 'Everyone listed, counted once',
    excusedWith: 'With a reason: {reasons}',
    reason: (word: string) => `${word} {n}`,
    waiting: (n: number) => `{n} ${many(n, 'person is', 'people are')} waiting.`,
    waitingLong: (n: number, days: number) =>
      `{n} ${many(n, 'has', 'have')} waited more than ${days} days.`,
    nobodyWaiting: 'Nobody is waiting.',
    daysTable: 'Days waiting as a table',
    nextTitle: (n: string) => `What is next for the ${n}`,
    waitingWord: 'Waiting',
    noNext: 'No next step',
    longest: 'Waiting longest',
    longestWho: (place: string, days: string, tries: number) =>
      `${place}. ${days} on the list, ${triedWords(tries)}`,
    longestHidden: 'Their page is open to those who look after their place.',
    next: (what: string, when: string) => `Next: ${what}, ${when}`,
    nextUndated: (what: string) => `Next: ${what}`,
    where: (all: number) => `In {n} of ${all} villages someone is not yet tried.`,
    whereMost: '{village} has the most, {n}.',
    whereNone: (all: number) => `In none of ${all} villages is anyone not yet tried.`,
    skip: 'Skip the pictures',
    tilesCaption:
      'Equal tiles, so a small village is as easy to see as a large one. Rough position.',
    mapCaption:
      'True positions. Square: someone not yet tried, with how many. Ring: all tried. ' +
      'Dot: nobody left. Lines are wards, not parishes.',
    firstVillages: (n: number, all: number) =>
      `Villages with someone not yet tried, ${n < all ? `first ${n} of ${all}` : `all ${all}`}`,
    allVillages: (n: number) => `All ${n} villages as a table`,
    how: '{need} have a need, {met} have every need met.',
    halfTried: (time: string) => `Half were tried within ${time}.`,
    steps: {
      listed: 'On the list',
      contact: 'A phone or email',
      'tried-once': 'Tried at least once',
      reached: 'Reached',
      asked: 'Asked what they need',
      need: 'Have a need',
      met: 'Every need met',
    },
    between: (half: string, nine: string) => `half within ${half}, 9 in 10 within ${nine}`,
    sameCall: 'same call',
    stepTable: 'Steps and times as a table',
    step: 'Step',
    people: 'People',
    half: 'Half within',
    nine: '9 in 10 within',
    rests: 'What this rests on',
    started: 'Started',
    for: 'For',
    lists: (n: number) => many(n, 'Whoever is on this list', 'Whoever is on one of these lists'),
    attempts: 'Attempts',
    attemptsAll: '{n}, all with an outcome',
    doors: 'Door visits',
    pack: 'Hazard pack',
    packVersion: (name: string, version: string) => `${name}, version ${version}`,
    answerable: 'Answerable',
    prove: 'Sign coverage proof',
    proofs: 'Proofs of this campaign',
    logEntry: 'Log entry',
    safety: {
      title: 'Who is known to be safe',
      'safe-now': 'Safe now',
      'at-risk': 'At risk: soon no longer safe',
      'not-known': 'Not known',
      excused: 'Excused',
      until: (time: string) => `The first runs out ${time}`,
    },
  },
})
