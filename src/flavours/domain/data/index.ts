// Which flavours ship? The council's own to begin with, and three villages as in early 2020.
import cottenham from './cottenham.json' with { type: 'json' }
import cottingham from './cottingham.json' with { type: 'json' }
import council from './council.json' with { type: 'json' }
import streatley from './streatley.json' with { type: 'json' }

export const shippedCouncil: unknown = council
export const shippedVillages: readonly unknown[] = [cottenham, cottingham, streatley]
