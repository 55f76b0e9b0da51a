// What do callers say in a campaign, now and before?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Load } from '../../events/index.ts'
import { getPack, type HazardPack } from '../../hazards/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { EditScript, ScriptState } from '../domain/edit-script.ts'

export type ScriptVersion = {
  readonly version: number
  readonly lines: readonly string[]
  /** Empty: there is none in Welsh. */
  readonly welsh: readonly string[]
  /** Null for the one that came with the hazard pack. */
  readonly by: string | null
  readonly writtenAt: Date | null
}

export type CampaignScripts = {
  readonly title: string
  readonly versions: readonly ScriptVersion[]
}

const versionsMax = 200

/** The newest first, the pack's own last; undefined where there is no such campaign. */
export async function scriptsOf(
  tx: Tx,
  { council }: Pick<Scope, 'council'>,
  campaign: Id,
): Promise<CampaignScripts | undefined> {
  const found = await sql<{ title: string; pack: string; packVersion: number }>`
    select coalesce(title, '') as title, pack, pack_version as "packVersion" from campaigns
    where council = ${council} and id = ${campaign}`.execute(tx)
  const row = found.rows[0]
  if (!row) return undefined
  const written = await sql<ScriptVersion>`
    select s.version, s.lines, s.welsh, coalesce(u.name, '') as by, s.written_at as "writtenAt"
    from scripts s left join users u on u.council = s.council and u.id = s.by_user
    where s.council = ${council} and s.campaign = ${campaign}
    order by s.version desc limit ${versionsMax}`.execute(tx)
  const { script } = getPack(row.pack, row.packVersion)
  const { version, lines, cy: welsh = [] } = script
  const first = { version, lines, welsh, by: null, writtenAt: null }
  return { title: row.title, versions: [...written.rows, first] }
}

type Asked = { readonly campaign: Id; readonly version: number | null; readonly pack: HazardPack }

/** The script of the pack, or what was written since: the newest, or the version asked for. */
export async function scriptToSay(
  tx: Tx,
  { council }: Pick<Scope, 'council'>,
  { campaign, version, pack }: Asked,
): Promise<HazardPack['script']> {
  const found = await sql<{ version: number; lines: string[]; welsh: string[] }>`
    select version, lines, welsh from scripts
    where council = ${council} and campaign = ${campaign}
      and (${version}::integer is null or version <= ${version}::integer)
    order by version desc limit 1`.execute(tx)
  const row = found.rows[0]
  if (!row) return pack.script
  const { lines, welsh } = row
  return { version: row.version, lines, ...(welsh.length > 0 ? { cy: welsh } : {}) }
}

/** Locks the campaign, so that two who write at once do not both become the same version. */
export const loadScript: Load<EditScript, ScriptState> = async (tx, { campaign }, { actor }) => {
  const { council } = actor
  await sql`select id from campaigns where council = ${council} and id = ${campaign}
    for update`.execute(tx)
  const known = await scriptsOf(tx, { council }, campaign)
  if (!known) return refuse('not-found')
  return { state: { version: known.versions[0]?.version ?? 1 }, place: null }
}
