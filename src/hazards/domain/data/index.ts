// Which packs ship? Data, one file each; the rest of Doorstep asks `allPacks`.
import cold from './cold.json' with { type: 'json' }
import flood from './flood.json' with { type: 'json' }
import heatwave from './heatwave.json' with { type: 'json' }
import pandemic from './pandemic.json' with { type: 'json' }
import powerCut from './power-cut.json' with { type: 'json' }
import waterOutage from './water-outage.json' with { type: 'json' }
import winterWelfare from './winter-welfare.json' with { type: 'json' }

export const shipped: readonly unknown[] = [
  pandemic,
  winterWelfare,
  flood,
  heatwave,
  cold,
  powerCut,
  waterOutage,
]
