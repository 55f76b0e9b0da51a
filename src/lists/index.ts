// The door of lists: files as received, their versions, and an account of every row.
import { bind, capability } from '../events/index.ts'
import { addGapPart } from '../needs/index.ts'
import {
  addPartingPart,
  addPersonSection,
  addSourceNames,
  addToldElsewhere,
} from '../people/index.ts'
import type { Tx } from '../store/open.ts'
import { addMenuCount } from '../web/menu-counts.ts'
import {
  entriesDropped,
  entriesPurged,
  entryAscribed,
  entryRead,
  fileDestroyed,
  heldDecided,
  rowsAccounted,
  versionLoaded,
} from './domain/events.ts'
import { columnNamed, profileSaved } from './domain/profile-events.ts'
import { nameColumn, saveProfile } from './domain/save-profile.ts'
import {
  basisAsked,
  basisDecided,
  undoAsked,
  versionPurged,
  versionUndone,
} from './domain/version-events.ts'
import { uploadList } from './intake/offer-upload.ts'
import { lateGap } from './pages/late-gap.tsx'
import { listsSection } from './pages/person-section.tsx'
import { routes } from './pages/routes.ts'
import { listStrings } from './pages/strings.ts'
import { countLateCases } from './store/basis.ts'
import { everyRowAccounted } from './store/checks.ts'
import { destroyFiles } from './store/destroy-files.ts'
import { fillToldKeys } from './store/fill-told-keys.ts'
import { countLateHeld } from './store/held.ts'
import { listsApi } from './store/offer-api.ts'
import { entriesPart } from './store/part-entries.ts'
import { project } from './store/project.ts'
import { purgeEntries } from './store/purge-entries.ts'
import { leadsOf } from './store/told-keys.ts'
import { factsListed } from './store/who-they-are.ts'

export { decoded, type Encoding, encodingSniffer } from './domain/encoding.ts'
export * from './domain/events.ts'
export { type FileProblem, isFileProblem } from './domain/file-problems.ts'
export { type ListType, listTypeOf, listTypes } from './domain/list-types.ts'
export * from './domain/profile-events.ts'
export { profiles, spl } from './domain/profiles/index.ts'
export { type Watching, watchFolder } from './intake/watch-folder.ts'
export { listName, rowsHref } from './pages/parts.tsx'
export { listStrings } from './pages/strings.ts'
export { type CheckedFile, problemsKeptMax } from './reading/check-file.ts'
export { readTable } from './reading/read-table.ts'
export { type Booked, bookedDeaths } from './store/booked-deaths.ts'
export { checkList } from './store/check-list.ts'
export { decideHeld } from './store/decide-held.ts'
export { heldGroups } from './store/held.ts'
export { type Imported, type ImportOptions, importList } from './store/import-list.ts'
export type { Preview } from './store/preview.ts'
export { type Purge, purgeVersion } from './store/purge-version.ts'
export { versionsOfLists } from './store/queries.ts'
export { findFile, waitingFiles } from './store/waiting-file.ts'

addSourceNames(lang => listStrings(lang).list)

addPersonSection(listsSection)
addPartingPart(entriesPart)
addToldElsewhere({ leads: leadsOf, facts: factsListed })

/** Rows that nobody decided in time, and people of whom nobody said what allows contact. */
async function countLate(tx: Tx, council: string, now: Date): Promise<number> {
  return (await countLateHeld(tx, council, now)) + (await countLateCases(tx, council, now))
}

addMenuCount({ href: '/lists', may: 'lists.decide', count: countLate })
addGapPart(lateGap)

/** Neither rests on anything; both are for the whole council. */
async function anywhere() {
  return { state: null, place: null }
}

export { whoMayBeMeant } from './store/who-they-are.ts'

export const lists = capability({
  name: 'lists',
  api: { ...listsApi, uploads: [uploadList] },
  events: [
    versionLoaded,
    entryRead,
    entryAscribed,
    rowsAccounted,
    entriesDropped,
    entriesPurged,
    heldDecided,
    fileDestroyed,
    undoAsked,
    versionUndone,
    versionPurged,
    basisAsked,
    basisDecided,
    profileSaved,
    columnNamed,
  ],
  commands: [bind(saveProfile, anywhere), bind(nameColumn, anywhere)],
  project,
  readModels: [
    'list_versions',
    'list_rows',
    'list_entries',
    'entry_keys',
    'list_readings',
    'list_decisions',
    'basis_checks',
    'list_profiles',
    'list_column_names',
  ],
  permissions: {
    'lists.read': ['hub-manager'],
    'lists.take': ['hub-manager'],
    'lists.load': ['hub-manager'],
    'lists.decide': ['hub-manager'],
  },
  routes,
  checks: [everyRowAccounted],
  tasks: [destroyFiles, purgeEntries, fillToldKeys],
  gauges: [
    {
      name: 'lists_rows_late',
      help: 'Held rows of lists that nobody decided in time.',
      of: countLateHeld,
    },
  ],
})
