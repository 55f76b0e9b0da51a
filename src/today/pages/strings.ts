// The words of the first page of the day and of the lists behind its figures.
import { defineStrings, plural } from '../../pages/strings/index.ts'

const many = (n: number, one: string, other: string) => plural(n, { one, other })
const names = (n: number) => ['No', 'One', 'Two', 'Three'][n] ?? `${n}`

export const todayWords = defineStrings('today', {
  en: {
    title: 'Today',
    nothing: 'Nothing has to be done first.',
    needYou: (n: number) => `${names(n)} ${many(n, 'thing needs', 'things need')} you.`,
    needYouBefore: (n: number, time: string) =>
      `${names(n)} ${many(n, 'thing needs', 'things need')} you before calls start at ${time}.`,
    at: (date: string, time: string) => `${date}, ${time}.`,
    waiting: (n: number) =>
      `{n} ${many(n, 'person is', 'people are')} waiting, {untried} of them not yet tried.`,
    nobodyWaits: 'Nobody is waiting.',
    noCampaign: 'No campaign for people is running.',
    worries: (open: number, late: number) =>
      `{late} of {open} welfare ${many(open, 'concern is', 'concerns are')} past ` +
      `${many(late, 'its', 'their')} time. This comes before everything else.`,
    load: {
      died: '{list}, version {version}: load it first. It says that {died} {people} died.',
      people: (n: number) => many(n, 'person has', 'people have'),
      booked: '{n} of them {have} something booked today.',
      have: (n: number) => many(n, 'has', 'have'),
      plain: '{list}, version {version}: load it. Nobody on it is said to have died.',
      arrived: (when: string) => `It came ${when} and was read. Nothing of it is written yet.`,
      others: (n: number) => `${n} other ${many(n, 'file waits', 'files wait')} too.`,
      effect: (died: string, added: string) =>
        `Loading stops contact with ${died}, then adds ${added} people.`,
      thenAdds: (added: string) => `Loading adds ${added} people.`,
      days: (n: number, days: string) =>
        `First calls to them take ${days} ${many(n, 'day', 'days')} at this staffing.`,
      needs: (n: number, shown: string) =>
        `${shown} ${many(n, 'row will', 'rows will')} need a person.`,
      go: (version: string) => `Check and load version ${version}`,
    },
    share: {
      head: (n: number) => `Share out {n} ${many(n, 'call', 'calls')}. There is room for {room}.`,
      nobody: (n: number) => `Share out {n} ${many(n, 'call', 'calls')}. Nobody is named to ring.`,
      say: 'Say who rings, for how many calls, and when.',
      callers: (n: number, shown: string) =>
        `${shown} ${many(n, 'caller rings', 'callers ring')} today, unless you say otherwise.`,
      groups: (parts: string) => `Sharing gives ${parts}.`,
      group: (n: number, shown: string, room: string) =>
        `${shown} ${many(n, 'caller', 'callers')} up to ${room} each`,
      over: (n: number, shown: string) =>
        `${shown} ${many(n, 'does', 'do')} not fit today; the most urgent go first.`,
      go: 'Share out calls',
    },
    ring: {
      head: (n: number) => `${n} promised ${many(n, 'call was', 'calls were')} missed: {who}.`,
      and: ' and ',
      others: (n: number) => `${n} ${many(n, 'other', 'others')}`,
      line: (name: string, when: string) => `${name} was to be rung ${when}.`,
      effect: 'A late promise comes before every other call, whoever rings next.',
      go: 'Ring them first',
    },
    erased: 'Somebody',
    waited: {
      head: (days: number) => `{n} have waited more than ${days} days.`,
      longest: (name: string, days: string) => `${name} has waited ${days}.`,
      nobody: 'Nobody is waiting.',
      person: 'Person',
      days: 'Days',
      tries: 'Tries',
      next: 'Next step',
      none: 'No next step',
      step: (what: string, when: string) => `${what}, ${when}`,
      all: (shown: string, campaign: string) => `All ${shown} waiting in ${campaign}`,
    },
    calls: {
      head: (callers: number, calls: number, room: string) =>
        `{callers} ${many(callers, 'caller', 'callers')}, room for ${room}. ` +
        `{calls} ${many(calls, 'call is', 'calls are')} due.`,
      nobody: (calls: number) =>
        `{calls} ${many(calls, 'call is', 'calls are')} due. Nobody rings.`,
      none: 'No call is due today.',
      due: 'Calls due',
      room: (n: string) => `Room for ${n}`,
      parts: { first: 'First', promised: 'Promised', again: 'Try again', runOut: 'Ring anew' },
      total: 'Due today',
      picture: (total: string, room: string, parts: string) =>
        `${total} calls due against room for ${room}: ${parts}`,
      each: (n: string, room: string, all: string) => `${n} of ${room} = ${all}`,
      fits: 'Every call that is due fits today.',
      over: (n: number, shown: string) =>
        `${shown} ${many(n, 'call does', 'calls do')} not fit today, none of them promised.`,
      promisedOver: 'Not even the promised calls fit today.',
    },
    promised: {
      head: (n: number) => `{n} ${many(n, 'person is', 'people are')} promised a call today.`,
      none: 'Nobody is promised a call today.',
      when: 'When',
      n: 'Promised',
      callers: 'Callers then',
      parts: {
        late: 'Late already',
        morning: 'Before 12:00',
        afternoon: '12:00 to 17:00',
        evening: 'After 17:00',
      },
      one: (name: string) => `1: ${name}`,
      nobody: 'Nobody',
      hint: 'Change who rings, and when',
    },
    lists: {
      head: (loaded: number) => `{loaded} ${many(loaded, 'list', 'lists')} loaded since yesterday.`,
      waits: (n: number) => `{n} ${many(n, 'waits', 'wait')} for you.`,
      list: 'List',
      rows: 'Rows',
      added: 'New',
      changed: 'Changed',
      same: 'Same',
      held: 'Held',
      none: 'No list was loaded since yesterday, and no file waits.',
      notLoaded: (version: string) => `version ${version}, not loaded`,
      all: 'All lists',
    },
    held: {
      head: (n: number) => `{n} ${many(n, 'row waits', 'rows wait')} for a person.`,
      reason: 'Why',
      rows: 'Rows',
      who: 'Who decides',
      by: 'By',
      note: 'Whoever can be rung is rung all the same after that time.',
      nobody: 'Nobody',
    },
    steps: {
      head: (open: number) =>
        `{late} of {open} open ${many(open, 'step is', 'steps are')} past what was promised.`,
      none: 'No promised step is open.',
      kind: 'For',
      open: 'Open',
      late: 'Late',
      oldest: 'Oldest',
      other: 'No need named',
      due: (when: string) => `due ${when}`,
    },
    silent: {
      head: (n: number) => `{n} ${many(n, 'caller is', 'callers are')} silent.`,
      none: 'Every caller with calls has been heard of.',
      beside: (n: number) => `${n} ${many(n, 'phone has', 'phones have')} not reported`,
      has: (n: number, when: string) =>
        `${n} ${many(n, 'call', 'calls')} to make, last heard of ${when}`,
      share: 'Share out again',
      sheets: (n: number) => `{n} ${many(n, 'sheet is', 'sheets are')} not back.`,
      sheetsLate: (n: number) => `${n} of them past ${many(n, 'its', 'their')} day.`,
      who: 'Who has calls',
      heard: 'Last heard of',
      never: 'never',
      calls: 'Calls',
      note: (hours: number) =>
        `In their hours, with calls to make, and no word for ${hours} hours. Share out again to ` +
        'give their calls to others.',
    },
    counted: (time: string) => `Counted at ${time}. This page stays as it is until you ask.`,
    again: 'Count again',
    list: {
      callsTitle: 'Calls due today',
      stepsTitle: 'Open steps',
      calls: (n: number, shown: string) => `${shown} ${many(n, 'call is', 'calls are')} due today`,
      kind: {
        first: 'first calls',
        promised: 'promised',
        again: 'to try again',
        runOut: 'to ring anew',
      },
      part: {
        late: 'late already',
        morning: 'before 12:00',
        afternoon: '12:00 to 17:00',
        evening: 'after 17:00',
      },
      givenTo: (name: string) => `with ${name}`,
      narrowed: (sentence: string, how: string) => `${sentence}: ${how}.`,
      whole: (sentence: string) => `${sentence}.`,
      person: 'Person',
      where: 'Where',
      why: 'Why',
      when: 'When',
      with: 'With',
      nobody: 'Nobody',
      firstOnly: (n: string) => `The first ${n} are shown.`,
      steps: (n: number, shown: string) => `${shown} open ${many(n, 'step', 'steps')}`,
      lateSteps: (n: number, shown: string) =>
        `${shown} open ${many(n, 'step is', 'steps are')} past what was promised`,
      what: 'What',
      due: 'Due',
      owner: 'Who has it',
      booked: (n: number, shown: string) =>
        `${shown} ${many(n, 'person', 'people')} said to have died ` +
        `${many(n, 'has', 'have')} something booked today.`,
      bookedNone: 'Nobody who is said to have died has anything booked today.',
      bookedLead:
        'Help that was promised is not stopped by itself. Decide with whoever has it, within the ' +
        'hour. An officer confirms a death before anybody sends condolences.',
      call: 'A promised call',
      toFile: 'Back to the file',
    },
  },
})
