// Through whom does a council write to its residents, by text and by e-mail?
import type { Node } from '../node.ts'
import type { Tx } from '../store/open.ts'
import type { ResidentSender } from './resident-sender.ts'
import { type NotifySettings, notifySender, notifyUrlUsual } from './senders/notify.ts'
import { readNotifyKey } from './senders/notify-key.ts'
import { smtpResidents } from './senders/smtp-residents.ts'
import { findNotify } from './store/notify-settings.ts'
import { isPractice, mailSettings } from './store/settings.ts'

/** `keep`: a practice council shows what would have gone out. `wait`: until there is one. */
export type Sending = ResidentSender | 'keep' | 'wait'
export type ResidentSenders = { readonly text: Sending; readonly email: Sending }

export async function residentSenders(
  tx: Tx,
  { store, clock }: Pick<Node, 'store' | 'clock'>,
  council: string,
): Promise<ResidentSenders> {
  const found = await findNotify(tx, store.keys, council)
  const mail = await mailSettings(tx, store.keys, council)
  const nobody = (await isPractice(tx, council)) ? 'keep' : 'wait'
  // A key that cannot be opened is mended by a person: meanwhile nothing takes another way.
  if (found === 'locked') return { text: 'wait', email: 'wait' }
  const key = found && readNotifyKey(found.apiKey)
  if (!found || !key) return { text: nobody, email: byMail(mail, nobody) }
  const settings: NotifySettings = {
    url: process.env.DOORSTEP_NOTIFY_URL ?? notifyUrlUsual,
    key,
    textTemplate: found.textTemplate ?? '',
    emailTemplate: found.emailTemplate ?? '',
  }
  const notify = notifySender(settings, () => clock.now())
  return {
    text: found.textTemplate ? notify : nobody,
    email: found.emailTemplate ? notify : byMail(mail, nobody),
  }
}

function byMail(mail: Awaited<ReturnType<typeof mailSettings>>, nobody: 'keep' | 'wait'): Sending {
  if ('smtp' in mail) return smtpResidents(mail.smtp)
  return mail.by === 'locked' ? 'wait' : nobody
}
