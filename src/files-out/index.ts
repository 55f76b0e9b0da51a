// The door of files-out: every table and every copy that leaves the house.
export { csvLine } from './domain/csv-cell.ts'
