// An administrator ends somebody's session, or all of them: the record says who did it.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import { sessionsEnded } from './events.ts'

export const EndSessions = z.strictObject({ user: z.uuid(), session: z.uuid().nullable() })
export type EndSessions = z.infer<typeof EndSessions>

export const endSessions = command<EndSessions, null>({
  name: 'sign-in.end-sessions',
  input: EndSessions,
  may: 'sign-in.administer',
  decide: (_state, { user, session }) => [
    sessionsEnded({ subjects: [user], body: { user, session } }),
  ],
})
