// Which streets of this village does the reader look after, and what is left to do there?
import { useLang } from '../../pages/strings/index.ts'
import type { VillageModel } from '../domain/model.ts'
import { linker } from './coverage-headline.tsx'
import { StreetState } from './streets-table.tsx'
import { villageWords } from './village-strings.ts'

type MyStreetsProps = {
  model: VillageModel
  reader: string
  /** The village's own page, where it is not this one. */
  here?: string
  mayHand?: boolean
}

export function MyStreets({ model, reader, here = '', mayHand }: MyStreetsProps) {
  const t = villageWords(useLang())
  const mine = model.zones.flatMap(({ streets }) => streets).filter(one => one.owner?.id === reader)
  if (mine.length === 0) return null
  return (
    <section class="ds-panel" aria-labelledby="h-mine">
      <h2 class="ds-h3" id="h-mine">
        {t.mine(mine.length)}
      </h2>
      <ul class="govuk-list">
        {mine.map(street => (
          <li>
            <a href={`${here}#street-${street.id}`}>{street.name}</a>{' '}
            <StreetState street={street} link={linker(model)} />
            {mayHand && (
              <a class="ds-under" href={`/places/${street.id}/hand`}>
                {t.handOn(street.name)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
