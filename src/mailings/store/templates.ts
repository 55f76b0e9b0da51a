// Which wordings are there, and what does one say in its newest version?
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Wordings } from '../domain/render.ts'
import type { SaveTemplate, TemplateState } from '../domain/save-template.ts'
import type { MailingChannel } from '../domain/terms.ts'

export type Template = {
  readonly id: Id
  readonly version: number
  readonly channel: MailingChannel
  readonly name: string
  readonly wordings: Wordings
  readonly savedAt: Date
}

const columns = sql`id, version, channel, name, wordings, saved_at as "savedAt"`

/** The newest version, or the one that was named. */
export async function findTemplate(
  tx: Tx,
  council: string,
  { id, version }: { readonly id: Id; readonly version?: number },
): Promise<Template | undefined> {
  const found = await sql<Template>`select ${columns} from mailing_templates
    where council = ${council} and id = ${id}
      and ${version === undefined ? sql`true` : sql`version = ${version}`}
    order by version desc limit 1`.execute(tx)
  return found.rows[0]
}

const listedMax = 200

/** The newest version of each. */
export async function listTemplates(tx: Tx, council: string): Promise<readonly Template[]> {
  const found = await sql<Template>`select * from (
      select distinct on (id) ${columns} from mailing_templates
      where council = ${council} order by id, version desc) t
    order by name, id limit ${listedMax}`.execute(tx)
  return found.rows
}

/** Serialised by its rows: the version is part of the key, so of two at once one is refused. */
export const loadTemplate: Load<SaveTemplate, TemplateState> = async (tx, input, { actor }) => {
  const found = await findTemplate(tx, actor.council, { id: input.template })
  const state = { version: found?.version ?? 0, channel: found?.channel ?? null }
  return { state, place: 'anywhere' }
}
