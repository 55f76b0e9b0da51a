// The words inside numbers, dates and lengths of time.
import { defineStrings, plural } from '../strings.ts'

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
})
