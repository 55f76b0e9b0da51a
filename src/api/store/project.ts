// Event in, rows changed: the tokens of other systems.
import type { Apply } from '../../events/index.ts'
import type { tokenEnded, tokenMade } from '../domain/events.ts'

export const project: Readonly<Record<string, Apply>> = {
  async 'api.TokenMade'(tx, events: readonly (typeof tokenMade.recorded)[]) {
    const rows = events.map(({ council, recordedAt, body }) => ({
      council,
      id: body.token,
      user_id: body.user,
      permissions: body.permissions,
      made_at: recordedAt,
      expires_at: new Date(body.until),
    }))
    await tx.insertInto('api_tokens').values(rows).execute()
  },
  async 'api.TokenEnded'(tx, events: readonly (typeof tokenEnded.recorded)[]) {
    for (const { council, recordedAt, body } of events) {
      await tx
        .updateTable('api_tokens')
        .set({ ended_at: recordedAt })
        .where('council', '=', council)
        .where('id', '=', body.token)
        .execute()
    }
  },
}
