// Through which mail server does a council send? The machine's, else its own, else none.
import type { Tx } from '../../store/open.ts'
import type { SmtpSettings } from '../senders/smtp.ts'

export type MailSettings =
  | { readonly by: 'machine' | 'council'; readonly smtp: SmtpSettings }
  /** A practice council keeps what would have gone out. */
  | { readonly by: 'kept' }
  | { readonly by: 'nobody' }

export async function mailSettings(tx: Tx, council: string): Promise<MailSettings> {
  const { DOORSTEP_SMTP_URL: url, DOORSTEP_MAIL_FROM: from } = process.env
  if (url) return { by: 'machine', smtp: { url, from: from ?? 'doorstep@localhost' } }
  const own = await tx
    .selectFrom('mail_settings')
    .selectAll()
    .where('council', '=', council)
    .executeTakeFirst()
  if (own) return { by: 'council', smtp: { url: own.smtp_url, from: own.from_address } }
  const found = await tx
    .selectFrom('councils')
    .select('practice')
    .where('council', '=', council)
    .executeTakeFirst()
  return { by: found?.practice ? 'kept' : 'nobody' }
}

/** Can a message reach anybody, be it only the administrator of a practice council? */
export async function canSend(tx: Tx, council: string): Promise<boolean> {
  return (await mailSettings(tx, council)).by !== 'nobody'
}

export async function saveMailSettings(
  tx: Tx,
  council: string,
  smtp: SmtpSettings | null,
): Promise<void> {
  await tx.deleteFrom('mail_settings').where('council', '=', council).execute()
  if (!smtp) return
  const row = { council, smtp_url: smtp.url, from_address: smtp.from }
  await tx.insertInto('mail_settings').values(row).execute()
}
