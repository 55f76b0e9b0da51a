// The door of messages: queue one in your own transaction, then have it delivered.
import { bind, capability, listCouncils } from '../events/index.ts'
import { minuteMs } from '../kernel/clock.ts'
import { deliver } from './deliver.ts'
import { notifySet, senderSet } from './domain/events.ts'
import { setNotify } from './domain/set-notify.ts'
import { setSender } from './domain/set-sender.ts'
import { routes } from './pages/routes.ts'
import { oldestUnsent, undelivered, unsent } from './store/gauges.ts'
import { notifyKeyColumn } from './store/notify-settings.ts'
import { stopWaiting } from './store/queue.ts'
import { serverColumn } from './store/settings.ts'

export { deliver, deliverSoon } from './deliver.ts'
export {
  answerMsMax,
  type Fate,
  fates,
  type Handing,
  type ResidentMessage,
  type ResidentReply,
  type ResidentSender,
} from './resident-sender.ts'
export { type ResidentSenders, residentSenders, type Sending } from './resident-senders.ts'
export type { MessageSender, OutMessage } from './sender.ts'
export { findAddress } from './store/find-address.ts'
export { isCallbackToken, saveNotify } from './store/notify-settings.ts'
export { type Queued, queuedAmong, queueMessage } from './store/queue.ts'
export { canSend, mailSettings } from './store/settings.ts'
export { type Once, tellOnce } from './tell-once.ts'
export { tellStaff } from './tell-staff.ts'

const nothing = async () => ({ state: null, place: null })

export const messages = capability({
  name: 'messages',
  events: [senderSet, notifySet],
  commands: [bind(setSender, nothing), bind(setNotify, nothing)],
  permissions: { 'messages.administer': ['system-administrator'] },
  routes,
  tasks: [
    {
      name: 'messages.deliver',
      everyMs: minuteMs,
      /** What was left by a process that stopped, or waits for its next try. */
      async run(node) {
        for (const { id } of await listCouncils(node)) await deliver(node, id)
      },
    },
  ],
  gauges: [oldestUnsent, unsent, undelivered],
  secrets: [serverColumn, notifyKeyColumn],
  afterRestore: stopWaiting,
})
