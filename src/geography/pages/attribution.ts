// Whose data is drawn? To be shown with every map, name and code of these sources.
import { southCambridgeshire } from '../../places/index.ts'

export const attribution = southCambridgeshire.attribution
