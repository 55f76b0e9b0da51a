// How does an e-mail to a resident go out by a mail server? One connection each, never sent twice.
import { minuteMs } from '../../kernel/clock.ts'
import type { Handing, ResidentMessage, ResidentSender } from '../resident-sender.ts'
import { openTransport, type SmtpSettings } from './smtp.ts'

/**
 * A mail server is never asked again what it got, so an answer that is missing stays unknown. No
 * pool of connections: it sends again by itself what was under way when one broke.
 */
export function smtpResidents({ url, from }: SmtpSettings): ResidentSender {
  return {
    name: 'smtp',
    async hand(message) {
      if (message.channel !== 'email') return later('no-texts')
      const transport = openTransport(url)
      try {
        await transport.sendMail(mailOf(from, message))
        return { result: 'handed' }
      } catch (error) {
        return handingOf(error as Failure)
      } finally {
        transport.close()
      }
    },
    close() {},
  }
}

function later(code: string): Handing {
  return { result: 'later', code, waitMs: minuteMs }
}

function mailOf(from: string, { to, subject, body, language, reference }: ResidentMessage) {
  const domain =
    from
      .split('@')
      .at(-1)
      ?.replace(/[^a-z0-9.-]/gi, '') || 'localhost'
  return {
    from,
    to: { name: '', address: to },
    subject,
    text: body,
    messageId: `<${reference}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
  }
}

type Failure = { readonly code?: string; readonly responseCode?: number; readonly command?: string }

const beforeAnything = ['EDNS', 'EAUTH', 'ETLS', 'EENVELOPE']

/** The mailbox is not there: 550, 551, 553, said of the recipient. */
const noMailbox = [550, 551, 553]

function handingOf({ code = 'unknown', responseCode, command }: Failure): Handing {
  const told = responseCode === undefined ? code : `${code} ${responseCode}`
  const isAboutAddress = code === 'EENVELOPE' && command === 'RCPT TO'
  if (isAboutAddress && noMailbox.includes(responseCode ?? 0)) {
    return { result: 'bad-address', code: told }
  }
  const neverLeft = beforeAnything.includes(code) || (code === 'ESOCKET' && command === 'CONN')
  return responseCode !== undefined || neverLeft ? later(told) : { result: 'unknown', code: told }
}
