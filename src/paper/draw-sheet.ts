// What does a sheet say now? Everything of it in words, for the page and for the file alike.
import type { Scope } from '../access/index.ts'
import { getPack, type HazardPack } from '../hazards/index.ts'
import { format } from '../pages/format.ts'
import type { Lang } from '../pages/strings/index.ts'
import type { Tx } from '../store/open.ts'
import { doorOf, sideOf } from './domain/door-order.ts'
import { codeShown } from './domain/line-code.ts'
import type { SheetAsks } from './domain/outcome-keys.ts'
import { type Box, type LineKey, lineKeyOf, scriptLine } from './draw-key.ts'
import { sheetStrings } from './pages/sheet-strings.ts'
import { type LineOf, linesOf } from './store/lines.ts'
import { type Extract, extractOf } from './store/log-extract.ts'
import { asksOf, councilOf, findPackOf } from './store/sheet-facts.ts'
import type { Sheet } from './store/sheets.ts'

export type PaperLine = {
  readonly code: string
  readonly shown: string
  /** Nothing of them may be said any more. */
  readonly isGone: boolean
  readonly try: string
  /** Large: the number of the door. */
  readonly door: string
  readonly name: string
  readonly address: string
  readonly phones: readonly string[]
  readonly facts: readonly string[]
  readonly cautions: readonly string[]
  /** Said before it: cross the street. */
  readonly turn: string | undefined
}

export type Paper = {
  readonly kind: Sheet['kind']
  readonly lang: Lang
  readonly number: string
  readonly title: string
  readonly practice: string | undefined
  readonly meta: readonly string[]
  readonly destroy: string
  /** Each with the part that is said louder. */
  readonly how: readonly (readonly [loud: string, rest: string])[]
  readonly needs: readonly Box[]
  readonly boxes: readonly Box[]
  readonly codes: LineKey['codes']
  readonly pages: readonly (readonly PaperLine[])[]
  readonly linesTotal: number
  readonly foot: readonly [string, string]
  readonly items: readonly string[]
  readonly limit: string | undefined
  readonly extract: Extract | undefined
  /** Who is named on it. */
  readonly people: readonly string[]
}

/** In its own language, or in the one that finds words outside the string files. */
export type Drawn = Omit<Sheet, 'lang'> & { readonly lang: Lang }

type Facts = {
  readonly sheet: Drawn
  readonly lines: readonly LineOf[]
  readonly pack: HazardPack | undefined
  readonly asks: SheetAsks | undefined
  readonly extract: Extract | undefined
  readonly council: string
  readonly isPractice: boolean
  readonly lang: Lang
}

export const linesPerPage = { call: 4, round: 4, shopping: 1, register: 5, log: 1 } as const

/** Who may not stand on paper any more is taken off whenever it is drawn. */
export async function drawSheet(tx: Tx, scope: Scope, sheet: Drawn): Promise<Paper> {
  const whose = await councilOf(tx, scope.council)
  const found = await findPackOf(tx, scope.council, sheet.campaign)
  const pack = found ? getPack(found.pack, found.version) : undefined
  const lines = await linesOf(tx, scope, sheet.id)
  const extract = sheet.kind === 'log' ? await extractOf(tx, scope, sheet) : undefined
  const asks = asksOf(sheet, found?.memberKind)
  return paperOf({ sheet, lines, pack, asks, extract, lang: sheet.lang, ...whose })
}

export function paperOf(facts: Facts): Paper {
  const { sheet, lines, council, isPractice, lang, extract } = facts
  const t = sheetStrings(lang)
  const { kind } = sheet
  const shown = withTurns(
    lines.map(line => lineOf(facts, line)),
    facts,
  )
  return {
    kind,
    lang,
    number: `${sheet.number}`,
    title: titleOf(facts),
    practice: isPractice ? t.practice : undefined,
    meta: metaOf(facts, council),
    destroy: t.destroyBy(format(lang).date(sheet.destroyBy)),
    how: howOf(facts),
    ...lineKeyOf(facts, lang),
    pages: pagesOf(shown, linesPerPage[kind]),
    linesTotal: lines.length,
    foot: [
      t.bring(sheet.printedBy ?? '', council, format(lang).date(sheet.dueBack)),
      t.lost(sheet.ring ?? ''),
    ],
    items: (sheet.items ?? '').split(/[\n;]/).flatMap(item => item.trim() || []),
    limit: sheet.limitPence === null ? undefined : pounds(sheet.limitPence),
    extract,
    people: lines.flatMap(({ person, isGone }) => (person && !isGone ? [person] : [])),
  }
}

export const pounds = (pence: number) => `£${(pence / 100).toFixed(2)}`

function titleOf({ sheet, lines, lang }: Facts): string {
  const t = sheetStrings(lang)
  const place = sheet.placeName ?? t.everywhere
  if (sheet.kind === 'call') return t.titles.call(sheet.campaignTitle ?? place)
  if (sheet.kind === 'shopping') return t.titles.shopping(shortName(lines[0]))
  if (sheet.kind === 'log' && sheet.person !== null) return t.titles.log(t.onePerson)
  return t.titles[sheet.kind](sheet.kind === 'log' ? (sheet.campaignTitle ?? place) : place)
}

/** Joan P.: enough at a door, less when it is lost. */
function shortName(line: LineOf | undefined): string {
  if (!line || line.isGone) return ''
  const words = line.name.split(' ')
  const family = words.length > 1 ? ` ${words.at(-1)?.[0] ?? ''}.` : ''
  return `${words[0] ?? ''}${family}`
}

function metaOf({ sheet, lines, lang }: Facts, council: string): readonly string[] {
  const t = sheetStrings(lang)
  const { kind } = sheet
  const count = kind === 'call' ? t.toRing : t.toVisit
  const many = kind === 'call' || kind === 'round' ? ` ${count(lines.length)}.` : ''
  return [
    `${council}. ${t.forWhom(sheet.forWhom ?? '')}.${many}`,
    t.printedBy(sheet.printedBy ?? '', format(lang).timeAndDate(sheet.printedAt)),
    t.reason(sheet.reason ?? ''),
  ]
}

function howOf({ sheet, pack, asks, lang, council }: Facts): Paper['how'] {
  const t = sheetStrings(lang)
  const { kind } = sheet
  if (kind === 'register') return [['', t.register.how]]
  if (kind !== 'call' && kind !== 'round') return []
  const words = pack ? scriptLine(pack, lang) : ''
  const said = words.replace('{caller}', sheet.forWhom ?? '').replace('{council}', council)
  const say = [[t.say, t.script(pack?.script.version ?? 0, said)] as const]
  return [
    ...(kind === 'call' && pack ? say : []),
    [asks?.about === 'home' ? t.howHome : t.howTitle, t.how[kind]],
  ]
}

function lineOf({ sheet, lang }: Facts, line: LineOf): PaperLine {
  const t = sheetStrings(lang)
  const { code, isGone, flags, promisedAt, attempts } = line
  const bare = { code, shown: codeShown(code), isGone, try: '', turn: undefined }
  const empty = { door: '', name: '', address: '', phones: [], facts: [], cautions: [] }
  const isBlank = line.person === null && line.member === null
  if (isGone || isBlank) return { ...bare, ...empty }
  const isCall = sheet.kind === 'call'
  const codes: Readonly<Record<string, string>> = t.cautions
  return {
    ...bare,
    try: isCall ? t.try(attempts + 1) : '',
    door: sheet.kind === 'round' ? doorOf(line.address) : '',
    name: sheet.kind === 'shopping' ? shortName(line) : line.name,
    address: isCall ? '' : line.address,
    phones: sheet.kind === 'round' ? [] : line.phones.map(({ value }) => phoneShown(value ?? '')),
    facts: [
      ...(line.language ? [t.speaks(line.language)] : []),
      ...(promisedAt ? [t.promised(format(lang).row(promisedAt))] : []),
    ],
    cautions: [...new Set(flags)].flatMap(flag => codes[flag] ?? []),
  }
}

/** Kept as +44…; a volunteer dials 0…. */
export function phoneShown(value: string): string {
  const digits = value.replace(/^\+44/, '0')
  return digits === value ? value : `${digits.slice(0, 5)} ${digits.slice(5)}`
}

function withTurns(shown: readonly PaperLine[], { sheet, lines, lang }: Facts) {
  if (sheet.kind !== 'round') return shown
  return shown.map((line, at) => {
    const [here, before] = [lines[at], lines[at - 1]]
    const isTurn =
      here && before && here.street === before.street && sideOf(before) === 0 && sideOf(here) === 1
    return isTurn && !line.isGone ? { ...line, turn: sheetStrings(lang).turn } : line
  })
}

function pagesOf<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const pages = Array.from({ length: Math.ceil(all.length / size) }, (_, page) =>
    all.slice(page * size, (page + 1) * size),
  )
  return pages.length === 0 ? [[]] : pages
}
