// The whole assembly on one page: every capability, in the order that their tables need.
import { access } from './access/index.ts'
import { apiOf } from './api/index.ts'
import { areas } from './areas/index.ts'
import { concerns } from './concerns/index.ts'
import { directory } from './directory/index.ts'
import { escalations } from './escalations/index.ts'
import { record } from './events/index.ts'
import { makeRegistry } from './events/registry.ts'
import { filesOut } from './files-out/index.ts'
import { geography } from './geography/index.ts'
import { health } from './health/index.ts'
import { jobs } from './jobs/index.ts'
import type { Clock } from './kernel/clock.ts'
import { lists } from './lists/index.ts'
import { live } from './live/index.ts'
import { mailings } from './mailings/index.ts'
import { messages } from './messages/index.ts'
import { needs } from './needs/index.ts'
import type { Node } from './node.ts'
import { noticesOf } from './notices/index.ts'
import { oversight } from './oversight/index.ts'
import { paper } from './paper/index.ts'
import { people } from './people/index.ts'
import { picture } from './picture/index.ts'
import { places } from './places/index.ts'
import { problems } from './problems/index.ts'
import { proof } from './proof/index.ts'
import { reach } from './reach/index.ts'
import { referrals } from './referrals/index.ts'
import { rounds } from './rounds/index.ts'
import { sealed } from './sealed/index.ts'
import { signIn } from './sign-in/index.ts'
import { standstill } from './standstill/index.ts'
import type { Store } from './store/open.ts'
import { today } from './today/index.ts'
import { volunteers } from './volunteers/index.ts'
import { web } from './web/pages/index.ts'
import { works } from './works/index.ts'

const own = [
  record,
  access,
  messages,
  filesOut,
  places,
  signIn,
  people,
  standstill,
  needs,
  concerns,
  volunteers,
  jobs,
  referrals,
  directory,
  areas,
  escalations,
  problems,
  works,
  reach,
  mailings,
  paper,
  oversight,
  lists,
  sealed,
  geography,
  rounds,
  picture,
  proof,
  today,
  live,
  health,
  web,
]

/** The interface for other systems offers what the others bring. */
const withApi = [...own, apiOf(own)]

/** Notices can tell of whatever the others record. */
export const capabilities = [...withApi, noticesOf(withApi)]

/** Folders whose migrations run, in this order. */
export const migrated = capabilities.filter(one => one.hasMigrations).map(one => one.name)

export function makeNode(store: Store, clock: Clock): Node {
  return { store, clock, registry: makeRegistry(capabilities) }
}
