// The words of reaching on a person's page.
import { defineStrings } from '../../pages/strings/index.ts'

export const personReachStrings = defineStrings('reach.person', {
  en: {
    channel: {
      call: 'Call',
      doorstep: 'Door',
      text: 'Text',
      email: 'Email',
      letter: 'Letter',
      inbound: 'They rang',
    },
    tried: (channel: string, outcome: string) => `${channel}: ${outcome}`,
    standing: {
      reached: (campaign: string) => `${campaign}: reached`,
      tried: (campaign: string) => `${campaign}: tried, no answer yet`,
      untried: (campaign: string) => `${campaign}: not yet tried`,
      excused: (campaign: string) => `${campaign}: excused`,
    },
    step: {
      ring: 'Next: ring',
      'ring-next-number': 'Next: ring the other number',
      text: 'Next: text',
      letter: 'Next: letter',
      door: 'Next: visit',
      radio: 'Next: by radio or at the hub',
      officer: 'Next: an officer checks',
      none: 'Nothing more in this round',
    },
    stepAt: (step: string, when: string) => `${step}, ${when}`,
    answers: (who: string) => `${who} answers for this campaign.`,
    open: 'Open the call page',
  },
})
