// Does all stand still where this person lives? For rows of members m, people p and their root r.
import { sql } from 'kysely'
import { isStopped } from '../../standstill/index.ts'

export const allStopped = sql<boolean>`(${isStopped('m')} or ${isStopped('p')}
  or ${isStopped('r')})`
