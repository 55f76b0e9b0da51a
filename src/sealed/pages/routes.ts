// The addresses of sealed lists, of what is declared, and of who holds what.
import type { RouteRule } from '../../events/index.ts'
import { takeRoutes } from '../../files-out/index.ts'
import { sealedBytesMax } from '../store/keep-sealed.ts'
import { saveHolder, saveRemoval, showHolders } from './holders.tsx'
import { holdersTable } from './holders-table.ts'
import { saveAgreement, saveOccasion, saveOccasionEnd, showSealed } from './sealed.tsx'
import { sendUnread } from './sealed-check.tsx'
import {
  saveClosing,
  saveDestruction,
  saveOpening,
  saveSealedFile,
  sendReceipt,
  showSealedList,
} from './sealed-list.tsx'

const read = 'sealed.read'
const keep = 'sealed.keep'
const open = 'sealed.open'
const list = '/sealed/lists/:sealed'

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/sealed', may: read, handler: showSealed },
  { method: 'post', path: '/sealed', may: keep, handler: saveAgreement },
  { method: 'post', path: '/sealed/occasions', may: open, handler: saveOccasion },
  {
    method: 'post',
    path: '/sealed/occasions/:occasion/end',
    may: open,
    handler: saveOccasionEnd,
  },
  { method: 'get', path: list, may: read, handler: showSealedList },
  {
    method: 'post',
    path: `${list}/file`,
    may: keep,
    handler: saveSealedFile,
    bodyBytesMax: sealedBytesMax + 64 * 1024,
  },
  { method: 'post', path: `${list}/open`, may: open, handler: saveOpening },
  { method: 'post', path: `${list}/close`, may: open, handler: saveClosing },
  { method: 'post', path: `${list}/destroy`, may: keep, handler: saveDestruction },
  { method: 'get', path: `${list}/unread.csv`, may: keep, handler: sendUnread },
  { method: 'get', path: `${list}/receipt.csv`, may: read, handler: sendReceipt },
  { method: 'get', path: '/sealed/holders', may: read, handler: showHolders },
  { method: 'post', path: '/sealed/holders', may: keep, handler: saveHolder },
  { method: 'post', path: '/sealed/holders/:holder/remove', may: keep, handler: saveRemoval },
  ...takeRoutes({ of: '/sealed/holders', may: keep, find: holdersTable }),
]
