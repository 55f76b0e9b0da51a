// The words of the list of campaigns.
import { defineStrings, plural } from '../../pages/strings/index.ts'

export const campaignsWords = defineStrings('campaigns', {
  en: {
    title: 'Campaigns',
    headline: (n: number) =>
      n === 0
        ? 'No campaign is running.'
        : `${n} ${plural(n, { one: 'campaign is', other: 'campaigns are' })} running.`,
    started: (date: string, day: number) => `Started ${date}, day ${day}.`,
    open: 'Open a campaign',
    share: 'Share out today’s calls',
    areas: 'Affected areas',
    run: 'Run it',
    round: (n: number) => `Round ${n}.`,
  },
})
