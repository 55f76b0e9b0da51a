// The door of backups: write one while people work, prove it, load it into an empty database.
export { type LoadOptions, loadBackup } from './load-backup.ts'
export { type Manifest, rowsOf } from './manifest.ts'
export { BackupProblem, type BackupProblemCode } from './problem.ts'
export { proveBackup } from './read-backup.ts'
export { finishRestore } from './unfinished.ts'
export { type WriteOptions, writeBackup } from './write-backup.ts'
