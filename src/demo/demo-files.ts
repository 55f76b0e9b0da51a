// Which list files did the invented council receive? In the forms they really come in; the same
// size and seed give the same bytes, so they carry the fixed dates of the story.
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { councilKnownFiles, generateDistrict, type Size, splFiles } from './generate/index.ts'

export type WrittenFile = {
  readonly name: string
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

/** Writes every version of the shielded list and the council's own lists. */
export async function writeDemoFiles(
  folder: string,
  request: { readonly size: Size; readonly seed: number },
): Promise<readonly WrittenFile[]> {
  const district = generateDistrict(request)
  await mkdir(folder, { recursive: true })
  const written: WrittenFile[] = []
  for (const { name, csv } of [...splFiles(district), ...councilKnownFiles(district)]) {
    const bytes = Buffer.from(csv)
    await writeFile(join(folder, name), bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    written.push({ name, rows: rowsIn(csv), bytes: bytes.length, sha256 })
  }
  return written
}

/** Without the header. Cells of these files hold no line breaks. */
export function rowsIn(csv: string): number {
  return csv.split('\n').filter(line => line !== '').length - 1
}
