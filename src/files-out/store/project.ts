// Event in, rows changed: what was asked for, judged and taken.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type { fileAsked, fileJudged, fileTaken } from '../domain/events.ts'

export const project: Readonly<Record<string, Apply>> = {
  async 'files-out.FileAsked'(tx, events: readonly (typeof fileAsked.recorded)[]) {
    for (const { council, body, words, actor, recordedAt } of events) {
      const { file, of, params, query, format, people } = body
      await sql`insert into file_requests (council, id, list, params, query, format, people, title,
          why, asked_by, asked_at, state)
        values (${council}, ${file}, ${of}, ${JSON.stringify(params)}, ${JSON.stringify(query)},
          ${format}, ${people}, ${words?.title ?? ''}, ${words?.why ?? ''}, ${actor},
          ${recordedAt}, 'waiting')`.execute(tx)
    }
  },
  async 'files-out.FileJudged'(tx, events: readonly (typeof fileJudged.recorded)[]) {
    for (const { council, body, words, actor, recordedAt } of events) {
      await sql`update file_requests set state = ${body.isAgreed ? 'agreed' : 'refused'},
          judged_by = ${actor}, judged_at = ${recordedAt}, judged_why = ${words?.why ?? ''}
        where council = ${council} and id = ${body.file}`.execute(tx)
    }
  },
  async 'files-out.FileTaken'(tx, events: readonly (typeof fileTaken.recorded)[]) {
    for (const { council, body, recordedAt } of events) {
      await sql`update file_requests set state = 'taken', taken_at = ${recordedAt}
        where council = ${council} and id = ${body.file}`.execute(tx)
    }
  },
}
