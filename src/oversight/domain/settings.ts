// How a council wants its reports, and where its staff live if they said so.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import { reportNamesSet, staffHomeSet } from './events.ts'

export const SetReportNames = z.strictObject({ namesStaff: z.boolean() })
export type SetReportNames = z.infer<typeof SetReportNames>

export const setReportNames = command<SetReportNames, null>({
  name: 'oversight.set-report-names',
  input: SetReportNames,
  may: 'oversight.audit',
  decide: (_state, body) => [reportNamesSet({ subjects: [], body })],
})

const fullPostcode = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i

export const SetStaffHome = z.strictObject({
  user: z.uuid(),
  /** Empty takes it away. */
  postcode: z.string().trim().regex(fullPostcode).or(z.literal('')),
})
export type SetStaffHome = z.infer<typeof SetStaffHome>

export const setStaffHome = command<SetStaffHome, null>({
  name: 'oversight.set-staff-home',
  input: SetStaffHome,
  may: 'oversight.audit',
  decide: (_state, { user, postcode }) => [
    staffHomeSet({ subjects: [user], body: { user }, words: { postcode } }),
  ],
})
