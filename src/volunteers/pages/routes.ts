// The addresses of volunteers, for those who look after them.
import type { RouteRule } from '../../events/index.ts'
import { takeRoutes } from '../../files-out/index.ts'
import { saveCheck, saveWithdrawal, showAddCheck } from './add-check.tsx'
import { saveChange, showChange } from './change-volunteer.tsx'
import { saveErasure } from './erase-volunteer.ts'
import { saveApart, showApart } from './keep-apart.tsx'
import { saveVolunteer, showNewVolunteer } from './new-volunteer.tsx'
import { saveRecruiting } from './recruiting-part.tsx'
import { saveRest } from './rest-part.tsx'
import { saveStandDown, saveStandUp } from './stand-down-part.tsx'
import { showVolunteer } from './volunteer.tsx'
import { showVolunteers } from './volunteers.tsx'
import { volunteersTable } from './volunteers-table.ts'

const may = 'volunteers.manage'
const apart = 'volunteers.keep-apart'

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/volunteers', may: 'volunteers.read', handler: showVolunteers },
  ...takeRoutes({ of: '/volunteers', may: 'volunteers.take', find: volunteersTable }),
  { method: 'get', path: '/volunteers/new', may, handler: showNewVolunteer },
  { method: 'post', path: '/volunteers/new', may, handler: saveVolunteer },
  { method: 'post', path: '/volunteers/recruiting', may, handler: saveRecruiting },
  { method: 'get', path: '/volunteers/:volunteer', may: 'volunteers.read', handler: showVolunteer },
  { method: 'post', path: '/volunteers/:volunteer/rest', may, handler: saveRest },
  { method: 'get', path: '/volunteers/:volunteer/change', may, handler: showChange },
  { method: 'post', path: '/volunteers/:volunteer/change', may, handler: saveChange },
  { method: 'post', path: '/volunteers/:volunteer/stand-down', may, handler: saveStandDown },
  { method: 'post', path: '/volunteers/:volunteer/stand-up', may, handler: saveStandUp },
  { method: 'get', path: '/volunteers/:volunteer/apart', may: apart, handler: showApart },
  { method: 'post', path: '/volunteers/:volunteer/apart', may: apart, handler: saveApart },
  { method: 'get', path: '/volunteers/:volunteer/checks', may, handler: showAddCheck },
  { method: 'post', path: '/volunteers/:volunteer/checks', may, handler: saveCheck },
  {
    method: 'post',
    path: '/volunteers/:volunteer/checks/:check/withdraw',
    may,
    handler: saveWithdrawal,
  },
  {
    method: 'post',
    path: '/volunteers/:volunteer/erase',
    may: 'volunteers.erase',
    handler: saveErasure,
  },
]
