// How is a file of places read beside the requests, and where does it stand how far that has come?
import { sql } from 'kysely'
import type { Actor } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'
import { readBeside } from '../../store/read-beside.ts'
import { type FileOptions, previewFile } from './waiting-file.ts'

type Reading = { readonly node: Node; readonly actor: Actor }
type FileToRead = { readonly id: Id; readonly options: FileOptions }

export const { readInBackground, failureOf, isForgotten } = readBeside<Reading, FileToRead>({
  read: ({ node, actor }, { id, options }, onRows) =>
    previewFile(node, actor, { file: id, options, onRows }),
  tell: (tx, { council, file, rows, at }) =>
    sql`update geo_files set rows_read = ${rows}, touched_at = ${at}
      where council = ${council} and id = ${file} and state = 'arriving'`.execute(tx),
})
