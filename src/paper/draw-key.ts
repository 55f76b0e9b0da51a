// What may be ticked on a line, what do needs and letters mean, and what is said before ringing?
import type { HazardPack } from '../hazards/index.ts'
import type { Lang } from '../pages/strings/index.ts'
import { keysOn, type SheetAsks, tellsOf } from './domain/outcome-keys.ts'
import { labelsOf } from './pages/outcome-labels.ts'
import { sheetStrings } from './pages/sheet-strings.ts'

export type Box = { readonly key: string; readonly label: string }

export type LineKey = {
  /** In the boxes of a line; one more is left empty for the letters of the foot. */
  readonly boxes: readonly Box[]
  /** At the foot: each letter that has no box, then what has to be written beside some. */
  readonly codes: readonly (readonly [loud: string, rest: string])[]
  readonly needs: readonly Box[]
}

type Asked = { readonly pack: HazardPack | undefined; readonly asks: SheetAsks | undefined }

export function lineKeyOf({ pack, asks }: Asked, lang: Lang): LineKey {
  if (!pack || !asks) return { boxes: [], codes: [], needs: [] }
  const label = (key: string) => ({ key, label: labelOf(key, asks, lang) })
  const { boxes, foot } = keysOn(pack, asks)
  return {
    boxes: boxes.map(label),
    codes: codesOf([...boxes, ...foot], foot.map(label), lang),
    needs: asks.about === 'home' ? [] : needsOf(pack, lang),
  }
}

/** The word beside a box: at a door some say something else than on the phone. */
export function labelOf(key: string, { channel }: SheetAsks, lang: Lang): string {
  const { call, door } = labelsOf(lang)
  const atDoor: Readonly<Record<string, string>> = channel === 'doorstep' ? door : {}
  const all: Readonly<Record<string, string>> = { ...call, ...atDoor }
  return all[key] ?? key
}

function codesOf(keys: readonly string[], foot: readonly Box[], lang: Lang): LineKey['codes'] {
  const t = sheetStrings(lang)
  const others = foot.map(({ key, label }) => glued(`${key} ${inSentence(label)}`)).join(', ')
  const telling = (what: string) => keys.filter(key => tellsOf(key) === what).join(', ')
  const written = (['until', 'where', 'since'] as const).flatMap(what => {
    const which = telling(what)
    return which === '' ? [] : t.write[what](which)
  })
  return [
    ...(others === '' ? [] : [[t.others, `${others}.`] as const]),
    ...(written.length === 0 ? [] : [[t.writeTitle, `${written.join('; ')}.`] as const]),
  ]
}

/** A letter is never parted from what it means. */
const glued = (text: string) => text.replaceAll(' ', '\u00a0')
const inSentence = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

function needsOf(pack: HazardPack, lang: Lang): readonly Box[] {
  const kinds = pack.needKinds.map(({ key, label, cy }) => {
    return { key: `${key}`, label: (lang === 'cy' ? cy : undefined) ?? label }
  })
  return [{ key: '0', label: sheetStrings(lang).nothing }, ...kinds]
}

/** What callers say, as the council wrote it in their language. */
export function scriptLine({ script }: HazardPack, lang: Lang): string {
  return (lang === 'cy' ? script.cy : undefined)?.[0] ?? script.lines[0] ?? ''
}
