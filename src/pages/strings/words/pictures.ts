// The words in and under pictures.
import { defineStrings, plural } from '../strings.ts'

/** Figures already written with their commas. */
type Shown<K extends string> = Record<K, string>

export const pictureStrings = defineStrings('pictures', {
  en: {
    reached: 'Reached',
    tried: 'Tried',
    untried: 'Not yet tried',
    excused: 'Excused',
    listed: 'Listed',
    reachedNote: 'Spoken to, in person or by phone',
    triedNote: 'No answer yet, will be tried again',
    added: 'Added',
    changed: 'Changed',
    same: 'The same',
    needs: 'Need a person',
    notLoaded: 'Not loaded',
    rows: 'Rows',
    rowsNote: 'In the file',
    open: (words: string) => `${words}. Open the list`,
    part: (n: string, word: string) => `${n} ${word.toLowerCase()}`,
    coverage: (c: Shown<'listed' | 'reached' | 'tried' | 'untried' | 'excused'>) =>
      `Of ${c.listed} people listed, ${c.reached} are reached, ${c.tried} tried, ` +
      `${c.untried} not yet tried and ${c.excused} excused.`,
    rowsLabel: (c: Shown<'rows' | 'added' | 'changed' | 'same' | 'needs' | 'notLoaded'>) =>
      `Of ${c.rows} rows, ${c.added} are added, ${c.changed} changed, ${c.same} the same, ` +
      `${c.needs} need a person and ${c.notLoaded} are not loaded.`,
    notReachedLarger: (n: string) => `The ${n} not reached, drawn larger`,
    notReachedLargerBelow: (n: string) => `Below: the ${n} not reached, drawn larger`,
    rowsLarger: (n: string) => `The ${n} that could not simply be loaded, drawn larger`,
    rowsLargerBelow: (n: string) => `Below: the ${n} not simply loaded, drawn larger`,
    rightHandEnd: 'The right-hand end of the bar above',
    checked: (at: string) =>
      `The parts add up to the list. Recounted from the log at ${at}: no difference.`,
    day: (day: number) => (day === 0 ? 'under 1' : `${day}`),
    dayOrMore: (day: number) => `${day} or more`,
    dayOrMoreShort: (day: number) => `${day}+`,
    daysLabel: 'Days waiting, one mark per person',
    daysAxis: 'Whole days since the person was put on the list',
    daysTable: 'Days waiting as a table',
    daysColumn: 'Days waiting',
    both: 'Both',
    daysOf: (day: number, n: string, { untried, tried }: Shown<'untried' | 'tried'>) =>
      `${untried} not yet tried and ${tried} tried, waiting ` +
      `${day === 0 ? 'under 1 day' : `${day} ${plural(day, { one: 'day', other: 'days' })}`}` +
      `: ${n} in all`,
    pastPromise: (n: number, shown: string, days: number) =>
      `${shown} ${plural(n, { one: 'person', other: 'people' })} past the ${days}-day promise`,
    keyUntried: 'Not yet tried, {n}',
    keyTried: 'Tried, no answer yet, {n}',
    oneMark: 'One mark is one person',
    oneMarkMany: (n: number) => `One mark is up to ${n} people`,
    tilesLabel: (n: number) =>
      `Equal tiles, one for each of ${n} ${plural(n, { one: 'place', other: 'places' })}, ` +
      'in rough position',
    mapLabel: (n: number) =>
      `Map with ${n} ${plural(n, { one: 'place', other: 'places' })} as points`,
    tileNamed: (shown: string, told: string) => `${shown}. ${told}`,
    tileUntried: (place: string, n: Shown<'left' | 'listed' | 'untried'>) =>
      `${place}: ${n.left} of ${n.listed} still to reach, ${n.untried} not yet tried`,
    tileTried: (place: string, left: string, listed: string) =>
      `${place}: ${left} of ${listed} still to reach, all tried`,
    tileDone: (place: string, listed: string) => `${place}: nobody left of ${listed}`,
    tileNone: (place: string) => `${place}: nobody listed`,
    tilesUntried: 'Not yet tried, in {n}',
    tilesTried: 'All tried, no answer yet, in {n}',
    tilesDone: 'Nobody left to reach, in {n}',
    tilesNone: 'Nobody listed, in {n}',
    tilesNumber: 'The number counts what the hatch shows',
    none: '–',
    funnelLabel: 'From listed to need met, with the time between steps',
    funnelStep: (step: string, n: string) => `${step} ${n}`,
  },
})
