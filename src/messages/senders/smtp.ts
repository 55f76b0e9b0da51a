// How does a message go out by a mail server? Over TLS, unless the server is this machine.
import { createTransport, type Transporter } from 'nodemailer'
import { secondMs } from '../../kernel/clock.ts'
import { type MessageSender, SendProblem } from '../sender.ts'

export type SmtpSettings = {
  /** Like `smtps://name:password@mail.example.org:465`. */
  readonly url: string
  readonly from: string
}

const answerMsMax = 10 * secondMs
const permanent = 500

export function smtpSender({ url, from }: SmtpSettings): MessageSender {
  return {
    async send({ to, subject, body, language }) {
      const transport = openTransport(url)
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text: body,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
        })
      } catch (error) {
        throw problemOf(error)
      } finally {
        transport.close()
      }
    },
  }
}

export function openTransport(url: string): Transporter {
  const { protocol, hostname, port, username, password } = new URL(url)
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  const secure = protocol === 'smtps:'
  return createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isLocal,
    ignoreTLS: isLocal && !secure,
    ...(username && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    connectionTimeout: answerMsMax,
    greetingTimeout: answerMsMax,
    socketTimeout: 2 * answerMsMax,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

function problemOf(error: unknown): SendProblem {
  const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number }
  const answer = responseCode === undefined ? code : `${code} ${responseCode}`
  return new SendProblem(answer, (responseCode ?? 0) >= permanent && code !== 'EAUTH')
}

/** A mail server's address that can be used; none of the ways to read files or run programs. */
export function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return ['smtp:', 'smtps:'].includes(protocol) && hostname !== ''
}
