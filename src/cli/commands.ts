// Which commands are there? One line each; a command is loaded only when it is asked for.
import type { Entry } from './command.ts'

export const entries: Entry[] = [
  {
    name: 'start',
    summary: 'start Doorstep on this machine; --demo brings an invented district',
    load: () => import('./start.ts'),
  },
  {
    name: 'import',
    summary: 'read a list as received, say what it would do, and load it',
    load: () => import('./import.ts'),
  },
  {
    name: 'link',
    summary: 'find who is who in a CSV file, or between two; nothing is stored',
    load: () => import('./link.ts'),
  },
  {
    name: 'load-places',
    summary: 'read a file of places (areas, streets, addresses, postcodes), and load it',
    load: () => import('./load-places.ts'),
  },
  {
    name: 'demo-data',
    summary: 'write the invented district as list files, and load it',
    load: () => import('./demo-data.ts'),
  },
  {
    name: 'packs',
    summary: 'name the hazard packs and check those of the council itself',
    load: () => import('./packs.ts'),
  },
  {
    name: 'flavours',
    summary: 'check, copy and compare how villages work',
    load: () => import('./flavours.ts'),
  },
  {
    name: 'local-admin',
    summary: 'open emergency access when nobody can sign in; on the record, and reviewed',
    load: () => import('./local-admin.ts'),
  },
  {
    name: 'token',
    summary: 'let another system ask through the interface; the token is shown once',
    load: () => import('./token.ts'),
  },
  {
    name: 'backup',
    summary: 'write everything into one file while people work; --proof reads it back',
    load: () => import('./backup.ts'),
  },
  {
    name: 'erasures',
    summary: 'write the list of erased ids that a restore replays',
    load: () => import('./erasures.ts'),
  },
  {
    name: 'restore',
    summary: 'make a backup into a new data folder or an empty database, and check it',
    load: () => import('./restore.ts'),
  },
  {
    name: 'secrets-key',
    summary: 'say whether every kept secret is sealed; --rotate makes a new key',
    load: () => import('./secrets-key.ts'),
  },
  {
    name: 'export',
    summary: 'write everything that a council holds as an archive of open files',
    load: () => import('./export.ts'),
  },
  {
    name: 'import-council',
    summary: 'take in a council from an archive that export made, and compare every digest',
    load: () => import('./import-council.ts'),
  },
  {
    name: 'staff',
    summary: 'read a staff file: joiners are let in, leavers are shut out',
    load: () => import('./staff.ts'),
  },
  {
    name: 'verify',
    summary: 'check the live record: chain, rebuild, coverage, rows, owners',
    load: () => import('./verify.ts'),
  },
  {
    name: 'verify-proof',
    summary: 'check the file of a proof by itself; with --data also against the log there',
    load: () => import('./verify-proof.ts'),
  },
  {
    name: 'test',
    summary: 'run every check; the last line says how many passed and failed',
    load: () => import('./test.ts'),
  },
  {
    name: 'bench',
    summary: 'measure speed and safety, with the load and the target beside each figure',
    load: () => import('./bench.ts'),
  },
  { name: 'help', summary: 'list the commands', load: () => import('./help.ts') },
]
