// Event in, row added: another version of what callers say.
import type { Tx } from '../../store/open.ts'
import type { scriptEdited } from '../domain/events.ts'

export async function projectScripts(
  tx: Tx,
  events: readonly (typeof scriptEdited.recorded)[],
): Promise<void> {
  const rows = events.map(({ council, body, actor, recordedAt }) => ({
    ...{ council, campaign: body.campaign, version: body.version, lines: body.lines },
    ...{ welsh: body.welsh, by_user: actor, written_at: recordedAt },
  }))
  await tx.insertInto('scripts').values(rows).execute()
}
