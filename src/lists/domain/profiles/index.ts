// Which lists are known by their columns from the start? A council adds its own by saving one.
import type { Profile } from '../profile.ts'
import { allElectric } from './all-electric.ts'
import { atRiskAddresses } from './at-risk-addresses.ts'
import { beacon } from './beacon.ts'
import { befriending } from './befriending.ts'
import { boats } from './boats.ts'
import { careHomes } from './care-homes.ts'
import { careRoundsFailed } from './care-rounds-failed.ts'
import { councilKnown } from './council-known.ts'
import { ctas } from './ctas.ts'
import { floodedAddresses } from './flooded-addresses.ts'
import { foodBank } from './food-bank.ts'
import { fuelPoor } from './fuel-poor.ts'
import { generic } from './generic.ts'
import { hospitalDischarge } from './hospital-discharge.ts'
import { isolation } from './isolation.ts'
import { liftDependent } from './lift-dependent.ts'
import { medicalEquipment } from './medical-equipment.ts'
import { nsss } from './nsss.ts'
import { nsssChurn } from './nsss-churn.ts'
import { over75Alone } from './over-75-alone.ts'
import { parkHomes } from './park-homes.ts'
import { selfRequest } from './self-request.ts'
import { spl } from './spl.ts'
import { telecare } from './telecare.ts'
import { gasRegister, powerRegister, waterRegister } from './utility-registers.ts'

export { spl } from './spl.ts'

export const profiles: readonly Profile[] = [
  spl,
  nsss,
  nsssChurn,
  ctas,
  isolation,
  generic,
  beacon,
  powerRegister,
  gasRegister,
  waterRegister,
  careHomes,
  councilKnown,
  selfRequest,
  medicalEquipment,
  telecare,
  allElectric,
  liftDependent,
  atRiskAddresses,
  floodedAddresses,
  parkHomes,
  boats,
  over75Alone,
  hospitalDischarge,
  fuelPoor,
  befriending,
  foodBank,
  careRoundsFailed,
]
