// Which sheets has a workbook, which texts do its cells share, and which styles mean a day?
import { workbookTextsBytesMax } from '../../domain/limits.ts'
import { styleOf, type WorkbookFacts } from './cell-value.ts'
import { attribute, elementsOf, textOf } from './xml-pieces.ts'
import { type Part, partText, WorkbookFault } from './zip-parts.ts'

export type SheetPart = { readonly name: string; readonly part: Part }
export type Packed = { readonly file: Buffer; readonly parts: ReadonlyMap<string, Part> }

const smallPartBytesMax = 16 * 1024 * 1024

/** Sheets in the order of their tabs, hidden ones last. */
export async function sheetsOf(packed: Packed): Promise<readonly SheetPart[]> {
  const book = await wholeText(packed, bookPath(packed))
  const targets = await targetsOf(packed)
  const found = await all(book, 'sheet')
  const sheets = found.flatMap(element => {
    const target = targets.get(attribute(element, 'id') ?? '')
    const part = target === undefined ? undefined : packed.parts.get(target)
    const isHidden = (attribute(element, 'state') ?? 'visible') !== 'visible'
    return part ? [{ name: attribute(element, 'name') ?? '', part, isHidden }] : []
  })
  return [...sheets.filter(one => !one.isHidden), ...sheets.filter(one => one.isHidden)]
}

export async function factsOf(packed: Packed): Promise<WorkbookFacts> {
  const book = await wholeText(packed, bookPath(packed))
  const [properties = ''] = await all(book, 'workbookPr')
  const isFrom1904 = ['1', 'true'].includes(attribute(properties, 'date1904') ?? '')
  return { texts: await textsOf(packed), styles: await stylesOf(packed), isFrom1904 }
}

function bookPath({ parts }: Packed): string {
  const path = [...parts.keys()].find(name => /(^|\/)xl\/workbook\.xml$/i.test(name))
  if (path === undefined) throw new WorkbookFault('is-a-spreadsheet')
  return path
}

/** Where each sheet lies, by the id that the workbook gives it. */
async function targetsOf(packed: Packed): Promise<ReadonlyMap<string, string>> {
  const path = bookPath(packed)
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const relations = await wholeText(packed, `${folder}_rels/workbook.xml.rels`)
  const found = await all(relations, 'Relationship')
  return new Map(
    found.map(element => {
      const target = attribute(element, 'Target') ?? ''
      const whole = target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, '')
      return [attribute(element, 'Id') ?? '', whole]
    }),
  )
}

async function textsOf({ file, parts }: Packed): Promise<string[]> {
  const part = [...parts].find(([name]) => /(^|\/)sharedStrings\.xml$/i.test(name))?.[1]
  if (!part) return []
  const texts: string[] = []
  for await (const some of elementsOf(partText(file, part, workbookTextsBytesMax), 'si')) {
    for (const element of some) texts.push(textOf(element))
  }
  return texts
}

async function stylesOf(packed: Packed): Promise<WorkbookFacts['styles']> {
  const path = [...packed.parts.keys()].find(name => /(^|\/)styles\.xml$/i.test(name))
  if (path === undefined) return []
  const text = await wholeText(packed, path)
  const codes = new Map(
    (await all(text, 'numFmt')).map(one => [
      Number(attribute(one, 'numFmtId')),
      attribute(one, 'formatCode'),
    ]),
  )
  const [used = ''] = await all(text, 'cellXfs')
  const forms = used.match(/<(?:\w+:)?xf\s[^>]*>/g) ?? []
  return forms.map(form => {
    const id = Number(attribute(form, 'numFmtId') ?? 0)
    return styleOf(id, codes.get(id))
  })
}

async function wholeText({ file, parts }: Packed, path: string): Promise<string> {
  const part = parts.get(path)
  if (!part) throw new WorkbookFault('spreadsheet-broken')
  let text = ''
  for await (const piece of partText(file, part, smallPartBytesMax)) text += piece
  return text
}

async function all(text: string, name: string): Promise<string[]> {
  const found: string[] = []
  const once = (async function* () {
    yield text
  })()
  for await (const some of elementsOf(once, name)) found.push(...some)
  return found
}
