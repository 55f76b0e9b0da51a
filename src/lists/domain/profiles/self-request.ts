// Who asked for help on the council's own form?
import { column, type Profile, profileOf } from '../profile.ts'
import { britishDates, isTelling, notes, personColumns } from './usual-columns.ts'

export const selfRequest: Profile = profileOf({
  id: 'self-request',
  columns: [
    column('Request ID', 'source-key', { isTelling, alsoCalled: ['Request number', 'Form ID'] }),
    column('Requested at', 'listed-on', {
      isTelling,
      dates: ['YYYY-MM-DDTHH:MM:SSZ', ...britishDates],
      alsoCalled: ['Submitted at', 'Submitted', 'Date of request'],
    }),
    ...personColumns,
    column('Help wanted', 'category', { alsoCalled: ['What help do you need?', 'Needs'] }),
    column('May we share this with local volunteers?', 'source'),
    notes,
  ],
})
