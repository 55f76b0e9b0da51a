// What may somebody say who stands at a door? The common answers are one press each.
import type { CoreOutcome, HazardPack } from '../../hazards/index.ts'
import { outcomeWord } from '../../hazards/index.ts'
import type { Lang } from '../../pages/strings/index.ts'
import { meanings } from '../domain/outcomes.ts'
import { doorStrings } from './door-strings.ts'

export type DoorChoice = {
  /** The outcome, or the pack's own word for one. */
  readonly code: string
  readonly core: CoreOutcome
  readonly label: string
  /** A word of the pack that is kept beside the outcome. */
  readonly word?: string
}

const ordinary: readonly CoreOutcome[] = [
  ...(['no_answer', 'spoke_no_help_wanted', 'voicemail_left', 'someone_else'] as const),
  ...(['wrong_number', 'refused', 'call_back_later', 'technical_fault'] as const),
  ...(['moved_reported', 'deceased_reported'] as const),
]

/** Every answer at a door in an emergency of this kind; a need is written on the call page. */
export function doorChoices(pack: HazardPack, lang: Lang): readonly DoorChoice[] {
  const offered = pack.outcomes.filter(core => meanings[core].onlyHomes !== true)
  const all = [...ordinary, ...offered.filter(core => !ordinary.includes(core))]
  const words = pack.outcomeWords.map(({ code, label, core }) => ({
    code,
    core,
    label,
    word: code,
  }))
  return [...all.map(core => ({ code: core, core, label: labelOf(core, lang) })), ...words]
}

function labelOf(core: CoreOutcome, lang: Lang): string {
  const own: Readonly<Partial<Record<CoreOutcome, string>>> = doorStrings(lang).atDoor
  return own[core] ?? outcomeWord(lang, core)
}

const commonMax = 4
/** What an emergency asks at each door goes before what is asked at any. */
const common: readonly CoreOutcome[] = [
  ...(['no_answer', 'spoke_no_help_wanted', 'staying', 'refuses_to_leave'] as const),
  ...(['leaflet_only', 'seen_not_spoken_to', 'voicemail_left'] as const),
]

/** One press, nothing to add: few enough for a thumb. */
export function commonChoices(pack: HazardPack, lang: Lang): readonly DoorChoice[] {
  const all = doorChoices(pack, lang)
  return common.flatMap(core => all.find(one => one.code === core) ?? []).slice(0, commonMax)
}
