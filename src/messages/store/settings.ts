// Through which mail server does a council send? The machine's, else its own, else none.
import type { Tx } from '../../store/open.ts'
import { type Keys, secretPlace } from '../../store/secrets/index.ts'
import type { SmtpSettings } from '../senders/smtp.ts'

export type MailSettings =
  | { readonly by: 'machine' | 'council'; readonly smtp: SmtpSettings }
  /** A practice council keeps what would have gone out. */
  | { readonly by: 'kept' }
  | { readonly by: 'nobody' }
  /** Its own is set, and the key that sealed it is not there: messages wait. */
  | { readonly by: 'locked' }

/** The address holds the name and the password of a login there. */
export const serverColumn = { table: 'mail_settings', column: 'smtp_url' } as const

export async function mailSettings(tx: Tx, keys: Keys, council: string): Promise<MailSettings> {
  const { DOORSTEP_SMTP_URL: url, DOORSTEP_MAIL_FROM: from } = process.env
  if (url) return { by: 'machine', smtp: { url, from: from ?? 'doorstep@localhost' } }
  const own = await tx
    .selectFrom('mail_settings')
    .selectAll()
    .where('council', '=', council)
    .executeTakeFirst()
  if (own) {
    const address = keys.open(own.smtp_url, secretPlace(council, serverColumn))
    if (address === undefined) return { by: 'locked' }
    return { by: 'council', smtp: { url: address, from: own.from_address } }
  }
  return { by: (await isPractice(tx, council)) ? 'kept' : 'nobody' }
}

export async function isPractice(tx: Tx, council: string): Promise<boolean> {
  const found = await tx
    .selectFrom('councils')
    .select('practice')
    .where('council', '=', council)
    .executeTakeFirst()
  return found?.practice === true
}

/** Can a message reach anybody, be it only the administrator of a practice council? */
export async function canSend(tx: Tx, keys: Keys, council: string): Promise<boolean> {
  return !['nobody', 'locked'].includes((await mailSettings(tx, keys, council)).by)
}

type Saving = { readonly keys: Keys; readonly council: string; readonly smtp: SmtpSettings | null }

export async function saveMailSettings(tx: Tx, { keys, council, smtp }: Saving): Promise<void> {
  await tx.deleteFrom('mail_settings').where('council', '=', council).execute()
  if (!smtp) return
  const smtp_url = keys.seal(smtp.url, secretPlace(council, serverColumn))
  const row = { council, smtp_url, from_address: smtp.from }
  await tx.insertInto('mail_settings').values(row).execute()
}
