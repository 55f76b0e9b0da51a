// The words of what else may be asked of a campaign, and of how it ends, rests and begins again.
import { defineStrings, plural } from '../../pages/strings/index.ts'

const many = (n: number, one: string, other: string) => plural(n, { one, other })

export const moreStrings = defineStrings('reach.campaign-more', {
  en: {
    handOver: 'Hand it over to somebody else',
    handOverHint: 'The round goes on as it is',
    gone: (gone: string, now: string) =>
      now === ''
        ? `${gone} can no longer answer for this campaign, and nobody else runs campaigns.`
        : `${gone} can no longer answer for this campaign. Until somebody is named, ${now} does.`,
    area: 'Inside which area?',
    areaHint: 'It follows the area as it moves. Draw areas on the page “Affected areas”.',
    areaNone: 'No area',
    more: 'Ages, days, who works it, and how it is spread',
    ageFrom: 'From which age?',
    ageTo: 'Up to which age?',
    agesHint: 'Whose birth date is not known is listed too, and counted in the preview',
    notReachedIn: 'Only people not reached in this campaign',
    otherNone: 'Whether reached elsewhere or not',
    roles: 'Which roles may work it?',
    rolesHint: 'Choose none, and nobody below, for everybody who may ring people',
    roleNames: {
      'hub-manager': 'Hub managers',
      'call-handler': 'Call handlers',
      'village-coordinator': 'Village coordinators',
      officer: 'Officers',
      'village-group': 'Village groups',
    },
    users: 'And these people',
    workPlaces: 'And whoever works for these villages',
    workPlacesHint:
      'Those whose own work is a village, or a part of it. They still ring only where they may.',
    whoIsOf: (place: string) => `whoever works for ${place}`,
    fromDay: 'From which day?',
    untilDay: 'Until which day?',
    perDay: 'How many are asked a day?',
    perDayHint: 'Leave it empty to ask all of them at once',
    restDays: 'Days of rest',
    restDaysHint: 'Who was reached by any campaign is not asked again for so many days',
    wrong: {
      areaUnknown: 'Choose an area from the list',
      agesWrong: 'Enter ages from 0 to 130, the younger first',
      otherUnknown: 'Choose a campaign from the list',
      usersUnknown: 'Choose people from the list',
      workPlacesUnknown: 'Choose villages from the list',
      dayWrong: 'Enter a day like 27 4 2026',
      daysOrder: 'The last day must not be before the first',
      perDayWrong: 'Enter a whole number from 1 to 100,000',
      restDaysWrong: 'Enter a whole number of days from 0 to 365',
    },
    doesAge: (n: number, shown: string) =>
      `${shown} of them ${many(n, 'has', 'have')} no birth date that we know, and ` +
      `${many(n, 'is', 'are')} listed all the same.`,
    doesUnknown: (homes: number, people: number) =>
      `Of ${homes} ${many(homes, 'home', 'homes')} and ${people} ` +
      `${many(people, 'person', 'people')} we do not know whether they lie inside.`,
    doesWork: (who: string) => `Only these work it: ${who}.`,
    doesSpread: (perDay: string, restDays: number) =>
      `${perDay} are asked a day; nobody who was reached in the last ${restDays} ` +
      `${many(restDays, 'day', 'days')}.`,
    allAtOnce: 'All',
    days: 'Days',
    always: 'From now on, with no end',
    notUnderWay: 'Nobody is rung, shared out or printed for it today.',
    between: (from: string, until: string) => `${from} to ${until}`,
    now: 'now',
    noEnd: 'no end',
    close: 'Close the campaign',
    closeWhat: (n: number, shown: string) =>
      n === 0
        ? 'Everybody in it was reached or is excused.'
        : `${shown} ${many(n, 'was', 'were')} not reached. They stay listed as such, with their ` +
          'figures; nobody is rung for it any more.',
    closeList: 'See who was not reached',
    whyClose: 'Why does it end?',
    reopen: 'Open it again',
    whyReopen: 'Why is it opened again?',
    closed: (day: string, reason: string) => `Closed on ${day}: ${reason}`,
    reasonMissing: 'Enter why',
    reasonLong: 'The reason must be 500 letters or fewer',
    repeat: 'Check again later',
    repeatWhat:
      'A new campaign with the same rule. It asks so many a day, and leaves in peace ' +
      'who was reached lately by any campaign.',
    repeatLink: 'Prepare it, from three weeks from now',
    again: (title: string) => `${title}, again`,
    areas: 'Affected areas',
  },
})
