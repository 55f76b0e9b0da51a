// Which street has nobody? The one thing to take, with the button that takes it.
import { format } from '../../pages/format.ts'
import { Icon } from '../../pages/sprite.tsx'
import { fill, useLang } from '../../pages/strings/index.ts'
import type { Gap } from '../domain/gaps.ts'
import type { VillageModel } from '../domain/model.ts'
import { linker } from './coverage-headline.tsx'
import { Figure } from './figure.tsx'
import { villageWords } from './village-strings.ts'

export type GapLineProps = { model: VillageModel; gap: Gap; commandId: string | null }

export function GapLine({ model, gap, commandId }: GapLineProps) {
  const lang = useLang()
  const t = villageWords(lang)
  const { street } = gap
  const link = linker(model)
  const { listed, untried } = street.counts
  return (
    <section class="ds-gap" aria-labelledby="gap-title">
      <p id="gap-title">
        <b>
          <Icon name="missing" />
          {street.name}
        </b>{' '}
        {fill(t.gap(street.homes, format(lang).number(street.homes)), {
          listed: <Figure n={listed} href={link({ place: street.id })} />,
          untried: <Figure n={untried} href={link({ place: street.id, state: 'untried' })} />,
        })}
      </p>
      {commandId && <Take street={street.id} village={model.village.id} commandId={commandId} />}
    </section>
  )
}

type TakeProps = { street: string; village: string; commandId: string }

function Take({ street, village, commandId }: TakeProps) {
  const t = villageWords(useLang())
  return (
    <form class="ds-gap__do" method="post" action={`/places/${street}/take`}>
      <input type="hidden" name="command" value={commandId} />
      <input type="hidden" name="village" value={village} />
      <button class="ds-button" type="submit" aria-describedby="gap-note">
        {t.take}
      </button>
      <a class="ds-button ds-button--second" href={`/places/${street}/hand`}>
        {t.give}
      </a>
      <span class="ds-hide" id="gap-note">
        {t.takeNote}
      </span>
    </form>
  )
}
