// Through which service of GOV.UK Notify does a council write, and how does it prove itself?
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Tx } from '../../store/open.ts'
import { type Keys, secretPlace } from '../../store/secrets/index.ts'

export type NotifyOwn = {
  readonly apiKey: string
  readonly textTemplate: string | null
  readonly emailTemplate: string | null
}

export const notifyKeyColumn = { table: 'notify_settings', column: 'api_key' } as const

export type FoundNotify = NotifyOwn | 'locked' | undefined

export async function findNotify(tx: Tx, keys: Keys, council: string): Promise<FoundNotify> {
  const row = await tx
    .selectFrom('notify_settings')
    .selectAll()
    .where('council', '=', council)
    .executeTakeFirst()
  if (!row) return undefined
  const apiKey = keys.open(row.api_key, secretPlace(council, notifyKeyColumn))
  if (apiKey === undefined) return 'locked'
  return { apiKey, textTemplate: row.text_template, emailTemplate: row.email_template }
}

type Saving = {
  readonly keys: Keys
  readonly council: string
  readonly notify: (NotifyOwn & { readonly callbackToken: string }) | null
}

export async function saveNotify(tx: Tx, { keys, council, notify }: Saving): Promise<void> {
  await tx.deleteFrom('notify_settings').where('council', '=', council).execute()
  if (!notify) return
  const row = {
    council,
    api_key: keys.seal(notify.apiKey, secretPlace(council, notifyKeyColumn)),
    text_template: notify.textTemplate,
    email_template: notify.emailTemplate,
    callback_hash: hashOf(notify.callbackToken),
  }
  await tx.insertInto('notify_settings').values(row).execute()
}

/** Is this what we gave Notify to prove itself with? Compared in the same time, right or wrong. */
export async function isCallbackToken(tx: Tx, council: string, token: string): Promise<boolean> {
  const row = await tx
    .selectFrom('notify_settings')
    .select('callback_hash')
    .where('council', '=', council)
    .executeTakeFirst()
  return row !== undefined && timingSafeEqual(row.callback_hash, hashOf(token))
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
