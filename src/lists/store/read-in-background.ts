// How is a file of a list read beside the requests, and where does it stand how far that has come?
import { sql } from 'kysely'
import type { Actor } from '../../access/index.ts'
import type { Node } from '../../node.ts'
import { readBeside } from '../../store/read-beside.ts'
import { type FileToRead, previewFile } from './preview.ts'

type Reading = { readonly node: Node; readonly actor: Actor }

export const { readInBackground, paceOf, failureOf, isForgotten } = readBeside<Reading, FileToRead>(
  {
    read: (reading, file, onRows) => previewFile({ ...reading, onRows }, file),
    tell: (tx, { council, file, rows, at }) =>
      sql`update list_files set rows_read = ${rows}, touched_at = ${at}
        where council = ${council} and id = ${file} and state = 'arrived'`.execute(tx),
  },
)
