// Which kinds of job ship? Data, grouped by what is done; the rest of Doorstep asks `jobKinds`.
import doors from './doors.json' with { type: 'json' }
import everyday from './everyday.json' with { type: 'json' }
import roles from './roles.json' with { type: 'json' }
import supplies from './supplies.json' with { type: 'json' }

export const shipped: readonly unknown[] = [...everyday, ...doors, ...supplies, ...roles]
