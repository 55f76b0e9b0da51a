// A list in each council, loaded and waiting: its version, a row that is held, and a file unread.
import { systemActor } from '../../src/access/index.ts'
import { importList, spl } from '../../src/lists/index.ts'
import { keepFile } from '../../src/lists/store/files.ts'
import { previewFile } from '../../src/lists/store/preview.ts'
import type { TestNode } from '../../src/testing/make-node.ts'
import { ask } from './database.ts'

export type ListThings = { readonly file: string; readonly version: string; readonly entry: string }

const header = spl.columns.map(column => column.name).join(',')

function csv(rows: readonly Readonly<Record<string, string>>[]): string {
  const lines = rows.map(row => spl.columns.map(column => row[column.name] ?? '').join(','))
  return [header, ...lines, ''].join('\r\n')
}

const someone = {
  PatientFirstName: 'Quinn',
  PatientSurname: 'Listwood',
  DateOfBirth: '19410304',
  PatientAddress_Line1: '9 Nowhere Lane',
  PatientAddress_PostCode: 'CB24 8RX',
  SPL_Version: '1',
}

async function* bytes(text: string) {
  yield new TextEncoder().encode(text)
}

export async function addMarkedLists(t: TestNode, council: string): Promise<ListThings> {
  const actor = systemActor(council)
  const rows = [someone, { ...someone, PatientFirstName: 'Robin', DateOfBirth: '12/11/48' }]
  const chunks = bytes(csv(rows))
  const loaded = await importList(t.node, actor, { profile: spl, name: `${council}.csv`, chunks })
  if (!('counts' in loaded)) throw new Error(`The list was refused: ${JSON.stringify(loaded)}`)
  const waiting = bytes(csv([{ ...someone, PatientFirstName: 'Sandy' }]))
  const kept = await keepFile(t.node, actor, { profile: spl, name: 'next.csv', chunks: waiting })
  if ('problem' in kept) throw new Error(`The file was refused: ${kept.problem}`)
  await previewFile({ node: t.node, actor }, kept)
  const [held] = await ask(
    t.adminUrl,
    `select id from doorstep.list_entries where state = 'held' and council = '${council}'`,
  )
  const entry = String((held as { id?: string } | undefined)?.id)
  return { file: kept.id, version: loaded.version ?? '', entry }
}
