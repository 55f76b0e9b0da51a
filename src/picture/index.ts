// The door of picture: every page of figures. It only reads.
import { capability } from '../events/index.ts'
import { takeRoutes } from '../files-out/index.ts'
import { showCampaigns } from './pages/campaigns.tsx'
import { showCoverage } from './pages/coverage.tsx'
import { showMembers } from './pages/members.tsx'
import { membersTable } from './pages/members-table.ts'
import { coverageTable, streetsTable, villagesTable } from './pages/places-files.ts'
import { showVillage } from './pages/village.tsx'
import { showVillages } from './pages/villages.tsx'
import { showWall } from './pages/wall.tsx'

export { asOfText, readAsOf } from './domain/as-of.ts'
export { gapOf } from './domain/gaps.ts'
export type { VillageModel } from './domain/model.ts'
export { channelWord, nextWord, outcomeWord, reasonWord } from './pages/codes.ts'
export { waitingIn } from './pages/coverage-headline.tsx'
export { addCoveragePart, type CoveragePart } from './pages/coverage-parts.ts'
export { DuePanel } from './pages/due-panel.tsx'
export { GapLine } from './pages/gap-line.tsx'
export { villageFigures } from './pages/kept-village.ts'
export { MyStreets } from './pages/my-streets.tsx'
export { PrintLine } from './pages/print-line.tsx'
export { campaignAsked, readingOnce } from './pages/read-asked.ts'
export { addVillagePart, type VillageAsk } from './pages/village-parts.ts'
export { pictureStyle } from './pages/village-view.tsx'
export { villagesSeen } from './store/coordinators.ts'
export { coverageCells } from './store/coverage.ts'
export { type WaitingNow, waitingHref, waitingNow } from './store/waiting-now.ts'

const take = 'picture.take'

export const picture = capability({
  name: 'picture',
  hasMigrations: false,
  permissions: {
    'picture.take': ['hub-manager', 'officer'],
    'picture.read': ['hub-manager', 'officer', 'village-coordinator', 'councillor'],
    'picture.list': ['hub-manager', 'officer', 'village-coordinator', 'councillor'],
  },
  routes: [
    { method: 'get', path: '/campaigns', may: 'picture.read', handler: showCampaigns },
    {
      method: 'get',
      path: '/campaigns/:campaign/coverage',
      may: 'picture.read',
      handler: showCoverage,
    },
    {
      method: 'get',
      path: '/campaigns/:campaign/members',
      may: 'picture.list',
      handler: showMembers,
    },
    { method: 'get', path: '/villages', may: 'picture.read', handler: showVillages },
    { method: 'get', path: '/villages/:village', may: 'picture.read', handler: showVillage },
    { method: 'get', path: '/villages/:village/wall', may: 'picture.read', handler: showWall },
    ...takeRoutes({ of: '/campaigns/:campaign/members', may: take, find: membersTable }),
    ...takeRoutes({ of: '/campaigns/:campaign/coverage', may: take, find: coverageTable }),
    ...takeRoutes({ of: '/villages', may: take, find: villagesTable }),
    ...takeRoutes({ of: '/villages/:village/streets', may: take, find: streetsTable }),
  ],
})
