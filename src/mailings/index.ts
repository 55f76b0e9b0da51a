// The door of mailings: one message to many residents of a campaign, and what comes back.
import { bind, capability, listCouncils } from '../events/index.ts'
import { minuteMs, secondMs } from '../kernel/clock.ts'
import type { Node } from '../node.ts'
import { addMenuCount } from '../web/menu-counts.ts'
import { askAfter } from './ask-after.ts'
import * as events from './domain/events.ts'
import { handleMessages } from './domain/handle-messages.ts'
import { learnOutcome, tellOutcomes } from './domain/learn-outcome.ts'
import { queueMailing } from './domain/queue-mailing.ts'
import { saveTemplate } from './domain/save-template.ts'
import { stopMailing } from './domain/stop-mailing.ts'
import { answerReply, takeReply } from './domain/take-reply.ts'
import { handOver } from './hand-over.ts'
import { routes } from './pages/routes.ts'
import { reconcile } from './reconcile.ts'
import { forgetClaims } from './store/claims.ts'
import { loadHandling, loadStop } from './store/handle-messages.ts'
import { loadHeard } from './store/outcomes.ts'
import { project } from './store/project.ts'
import { loadQueue } from './store/queue-mailing.ts'
import { countReplies, loadAnswer, loadReply } from './store/replies.ts'
import { loadTemplate } from './store/templates.ts'
import { tellReach } from './tell-reach.ts'

export { askAfter } from './ask-after.ts'
export { learnOutcome } from './domain/learn-outcome.ts'
export { type MailingAsked, queueMailing, sortOut } from './domain/queue-mailing.ts'
export { saveTemplate } from './domain/save-template.ts'
export { stopMailing } from './domain/stop-mailing.ts'
export { handOver } from './hand-over.ts'
export { makeLetters, postLetters } from './print-letters.ts'
export { reconcile } from './reconcile.ts'
export { candidatesOf } from './store/candidates.ts'
export { tellReach } from './tell-reach.ts'

const { Wording: _wording, Recipient: _recipient, ...kinds } = events

addMenuCount({
  href: '/replies',
  may: 'mailings.reply',
  isWaiting: true,
  count: (tx, council) => countReplies(tx, council),
})

export const mailings = capability({
  name: 'mailings',
  events: Object.values(kinds),
  commands: [
    bind(saveTemplate, loadTemplate),
    bind(queueMailing, loadQueue),
    bind(stopMailing, loadStop),
    bind(handleMessages, loadHandling),
    bind(learnOutcome, loadHeard),
    bind(tellOutcomes, loadHeard),
    bind(takeReply, loadReply),
    bind(answerReply, loadAnswer),
  ],
  project,
  readModels: ['mailing_templates', 'mailings', 'mailing_messages', 'mailing_replies'],
  permissions: {
    'mailings.send': ['hub-manager', 'officer'],
    'mailings.reply': ['hub-manager', 'call-handler', 'officer'],
  },
  routes,
  tasks: [
    { name: 'mailings.hand-over', everyMs: secondMs, run: inEachCouncil(handOver) },
    { name: 'mailings.reconcile', everyMs: 5 * secondMs, run: inEachCouncil(reconcile) },
    { name: 'mailings.ask-after', everyMs: minuteMs, run: inEachCouncil(askAfter) },
    { name: 'mailings.tell-reach', everyMs: secondMs, run: inEachCouncil(tellReach) },
  ],
  afterRestore: forgetClaims,
})

/** One council's trouble is not another's: all are served, then the first trouble is told. */
function inEachCouncil(work: (node: Node, council: string) => Promise<unknown>) {
  return async (node: Node) => {
    const councils = await listCouncils(node)
    const done = await Promise.allSettled(councils.map(({ id }) => work(node, id)))
    const failed = done.find(one => one.status === 'rejected')
    if (failed) throw failed.reason
  }
}
