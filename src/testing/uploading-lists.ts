// A file handed in on the page as a browser does it: chosen, read, looked at, loaded.
import { setTimeout as pause } from 'node:timers/promises'
import { rowsOf } from './loading-lists.ts'
import type { TestNode } from './make-node.ts'
import type { SignedIn } from './request.ts'

export type FileRow = {
  readonly id: string
  readonly list: string
  readonly state: string
  readonly reading: {
    readonly problem?: string
    readonly columns?: readonly { readonly name: string; readonly header: string }[]
    readonly remarks?: readonly { readonly remark: string; readonly columns?: string[] }[]
    readonly counts?: Readonly<Record<string, number>>
  }
}

/** The address of the file, once it is read. */
export async function uploadFile(who: SignedIn, file: File): Promise<string> {
  const answer = await who.post('/lists/any/files', { file })
  const path = answer.headers.get('location')
  if (answer.status !== 303 || !path) throw new Error(await answer.text())
  while ((await who.get(path)).headers.has('refresh')) await pause(20)
  return path
}

export async function fileRow(t: TestNode, path: string): Promise<FileRow> {
  const files = await rowsOf<FileRow>(t, 'list_files')
  const found = files.find(({ id }) => path.endsWith(id))
  if (!found) throw new Error(`no file at ${path}`)
  return found
}

/** The address of the version, or of wherever the page sends instead. */
export async function loadUploaded(
  who: SignedIn,
  path: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const html = await (await who.get(path)).text()
  const digest = /name="digest" value="([0-9a-f]+)"/.exec(html)?.[1] ?? ''
  const answer = await who.post(`${path}/load`, { digest, ...more })
  return answer.headers.get('location') ?? ''
}
