// Is the code as HOUSE.md says? Every rule that a machine can check, over every file we wrote.
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  ambientUses,
  doorsPassedBy,
  edges,
  outwardImports,
  placeOf,
  rings,
} from '../tests/guards/boundaries.ts'
import { codeFiles, isTest, type SourceFile, sourceFiles } from '../tests/guards/source-files.ts'
import { type MarkKind, syntaxOf } from '../tests/guards/syntax.ts'

const linesMax = 300
const functionLinesMax = 70
const parametersMax = 3
const columnsMax = 100
/** Broken on purpose: what each rule costs here, and why that is too much. */
const allowedFour: Readonly<Record<string, string>> = {
  'src/events/act.ts act': 'who does what on which node, with which words: read in one breath',
  'src/events/append.ts append': 'the twin of act: transaction, registry, context, drafts',
}

test('the checks below look at the whole of the code', () => {
  expect(sourceFiles.length).toBeGreaterThan(150)
  expect(codeFiles.length).toBeGreaterThan(120)
  expect(edges.length).toBeGreaterThan(300)
  expect(codeFiles.flatMap(file => syntaxOf(file).functions).length).toBeGreaterThan(500)
})

describe('imports', () => {
  test('point inwards: pages, store, domain, kernel', () => {
    expect(outwardImports()).toEqual([])
  })
  test('reach another capability only through its index.ts', () => {
    expect(doorsPassedBy()).toEqual([])
  })
  test('make no ring of capabilities', () => {
    expect(rings()).toEqual([])
  })
  test('are not evaded: no domain asks the machine for the time or for chance', () => {
    expect(ambientUses()).toEqual([])
  })
})

describe('files', () => {
  test('say in their name what they hold', () => {
    const vague = /(^|-)(utils?|helpers?|common|manager|base)$/
    const named = sourceFiles.filter(({ path }) =>
      path.split('/').some(part => vague.test(part.split('.')[0] ?? '')),
    )
    expect(named.map(file => file.path)).toEqual([])
  })
  test('have kebab-case names', () => {
    const odd = sourceFiles.filter(({ path }) => !/^[a-z0-9.-]+$/.test(basename(path)))
    expect(odd.map(file => file.path)).toEqual([])
  })
  test(`have at most ${linesMax} lines, unless their first comment says why`, () => {
    const long = sourceFiles.filter(file => file.lines.length > linesMax && !saysWhyLong(file))
    expect(long.map(({ path, lines }) => `${path} has ${lines.length} lines`)).toEqual([])
  })
  test('open with a comment', () => {
    const silent = sourceFiles.filter(file => !/^(\/\/|\/\*|--|#!)/.test(file.text))
    expect(silent.map(file => file.path)).toEqual([])
  })
  test(`have at most ${columnsMax} columns; a style sheet keeps one rule to a line`, () => {
    const isWide = (line: string) => [...line].length > columnsMax && !isUnbreakable(line)
    expect(
      linesWhere(
        isWide,
        sourceFiles.filter(file => !file.path.endsWith('.css')),
      ),
    ).toEqual([])
  })
  test('leave nothing undone behind', () => {
    const undone = new RegExp(['TO', 'DO|FIX', 'ME|XX', 'X'].join(''))
    expect(linesWhere(line => undone.test(line))).toEqual([])
  })
})

describe('functions', () => {
  test(`have at most ${functionLinesMax} lines`, () => {
    const long = functionsWhere(one => one.lineCount > functionLinesMax)
    expect(long.map(one => `${one.where} has ${one.lineCount} lines`)).toEqual([])
  })
  test(`take at most ${parametersMax} arguments`, () => {
    const all = functionsWhere(one => one.parameterCount > parametersMax)
    const wide = all.filter(one => !(one.where.replace(/:\d+/, '') in allowedFour))
    expect(wide.map(one => `${one.where} takes ${one.parameterCount} arguments`)).toEqual([])
  })
})

describe('the language', () => {
  test('is used without any', () => expect(marked('any')).toEqual([]))
  test('is used without enum', () => expect(marked('enum')).toEqual([]))
  test('is used without inheritance', () => expect(marked('inheritance')).toEqual([]))
  test('of people comes from the string files', () => {
    const pages = codeFiles.filter(file => file.path.endsWith('x') && !isTest(file.path))
    expect(pages.length).toBeGreaterThan(30)
    expect(marked('words', pages)).toEqual([])
  })
  test('of tests leaves none unrun', () => expect(marked('unrun test')).toEqual([]))
})

describe('SQL', () => {
  const isStore = (file: SourceFile) => {
    const { area, room } = placeOf(file.path)
    return isTest(file.path) || room === 'store' || ['store', 'events', 'bench'].includes(area)
  }
  const isScope = (file: SourceFile) => file.path === 'src/access/scope.ts'
  const outside = codeFiles.filter(file => !isStore(file) && !isScope(file))

  test('is written only in store rooms and in the record', () => {
    expect(outside.length).toBeGreaterThan(60)
    expect(marked('sql', outside)).toEqual([])
    expect(marked('builder', outside)).toEqual([])
  })
  test('is never put together from raw text outside the foundation', () => {
    const isFoundation = (file: SourceFile) => /^src\/(store|events)\//.test(file.path)
    expect(
      marked(
        'raw sql',
        codeFiles.filter(file => !isFoundation(file)),
      ),
    ).toEqual([])
  })
})

function saysWhyLong(file: SourceFile): boolean {
  const opening = file.text.slice(0, 600).split(/\n\s*\n/)[0] ?? ''
  return /\blong\b/i.test(opening)
}

/** An address or a drawn path cannot be broken; neither can one word that fills the line. */
function isUnbreakable(line: string): boolean {
  return /https?:\/\/\S{40}|\sd="[^"]{60}/.test(line)
}

function linesWhere(isWrong: (line: string) => boolean, files = sourceFiles): string[] {
  return files.flatMap(file =>
    file.lines.flatMap((line, i) =>
      isWrong(line) ? [`${file.path}:${i + 1} ${line.trim().slice(0, 80)}`] : [],
    ),
  )
}

function functionsWhere(isWrong: (one: { lineCount: number; parameterCount: number }) => boolean) {
  return codeFiles.flatMap(file =>
    syntaxOf(file)
      .functions.filter(isWrong)
      .map(one => ({ ...one, where: `${file.path}:${one.line} ${one.name}` })),
  )
}

function marked(kind: MarkKind, files: readonly SourceFile[] = codeFiles): string[] {
  return files.flatMap(file =>
    syntaxOf(file)
      .marks.filter(mark => mark.kind === kind)
      .map(mark => `${file.path}:${mark.line} ${mark.text.split('\n')[0]}`),
  )
}
