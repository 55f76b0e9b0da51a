// Is this text a flavour? If not, each thing that is wrong is said by where it stands.
import { FlavourFile } from './flavour.ts'

export type ReadFlavour =
  | { readonly flavour: FlavourFile; readonly wrong: readonly [] }
  | { readonly flavour: null; readonly wrong: readonly string[] }

export function readFlavour(text: string): ReadFlavour {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { flavour: null, wrong: ['This is not JSON.'] }
  }
  const { data, error } = FlavourFile.safeParse(value)
  if (data) return { flavour: data, wrong: [] }
  const wrong = error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`)
  return { flavour: null, wrong }
}

export function writeFlavour(flavour: FlavourFile): string {
  return `${JSON.stringify(flavour, null, 2)}\n`
}
