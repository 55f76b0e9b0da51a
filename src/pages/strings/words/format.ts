// The words inside numbers, dates and lengths of time.
import { defineStrings, plural } from '../strings.ts'
import { pluralCy } from '../welsh.ts'

export const formatStrings = defineStrings('format', {
  en: {
    number: (text: string) => text,
    underOneDay: 'under 1 day',
    days: (n: number, shown: string) => `${shown} ${plural(n, { one: 'day', other: 'days' })}`,
    hours: (n: number, shown: string) => `${shown} ${plural(n, { one: 'hour', other: 'hours' })}`,
    minutes: (n: number, shown: string) =>
      `${shown} ${plural(n, { one: 'minute', other: 'minutes' })}`,
    date: (text: string) => text,
    today: (time: string) => `today ${time}`,
    yesterday: (time: string) => `yesterday ${time}`,
    timeOnDate: (time: string, date: string) => `${time}, ${date}`,
  },
  cy: {
    number: text => text,
    underOneDay: 'llai nag 1 diwrnod',
    days: (n, shown) =>
      `${shown} ${pluralCy(n, { one: 'diwrnod', two: 'ddiwrnod', other: 'diwrnod' })}`,
    hours: (n, shown) => `${shown} ${pluralCy(n, { one: 'awr', other: 'awr' })}`,
    minutes: (n, shown) =>
      `${shown} ${pluralCy(n, { one: 'munud', two: 'funud', few: 'munud', other: 'munud' })}`,
    date: text => text,
    today: time => `heddiw ${time}`,
    yesterday: time => `ddoe ${time}`,
    timeOnDate: (time, date) => `${time}, ${date}`,
  },
})
