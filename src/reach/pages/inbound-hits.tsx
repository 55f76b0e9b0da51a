// Is it them? Whoever may be ringing, each with facts to ask for and what we owe them.
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import { shownPhone } from '../../people/index.ts'
import type { InboundFact } from '../store/find-inbound.ts'
import type { Ringing } from '../store/who-rings.ts'
import { inboundStrings } from './inbound-strings.ts'

export type Hit = Ringing & { readonly fact: InboundFact | undefined }

type Props = { readonly hits: readonly Hit[]; readonly now: number; readonly isAsked: boolean }

export function InboundHits({ hits, now, isAsked }: Props) {
  const t = inboundStrings(useLang())
  if (!isAsked) return <p role="status">{t.tooShort}</p>
  const count = hits.length === 0 ? t.none : t.found(hits.length)
  return (
    <section class="ds-hits" aria-label={count}>
      <h2 class="ds-h3" data-count>
        {count}
      </h2>
      <p>{hits.length === 0 ? t.noneBody : t.isItThem}</p>
      <ol class="ds-hits__list">
        {hits.map(hit => (
          <One hit={hit} now={now} />
        ))}
      </ol>
    </section>
  )
}

function One({ hit, now }: { hit: Hit; now: number }) {
  const lang = useLang()
  const t = inboundStrings(lang)
  const words = format(lang)
  const home = [hit.address, hit.postcode].filter(Boolean).join(', ')
  return (
    <li>
      <div>
        <b>{hit.name}</b>
        <span class="ds-under">{`${t.born}: ${hit.born ? words.day(hit.born) : t.notKnown}`}</span>
        {hit.isByWord && <span class="ds-under">{`${t.word}: ${t.wordFits}`}</span>}
      </div>
      <div>
        {home || t.notKnown}
        <span class="ds-under">{[hit.street, hit.village].filter(Boolean).join(', ')}</span>
      </div>
      <div class="ds-small">
        {hit.phones.map(shownPhone).join(', ')}
        <Standing fact={hit.fact} now={now} />
      </div>
      <form method="post" action={`/calls/inbound/${hit.id}`}>
        <input type="hidden" name="command" value={newId()} />
        <button type="submit" class="ds-button ds-button--small">
          {t.itIs(hit.name)}
        </button>
      </form>
    </li>
  )
}

function Standing({ fact, now }: { fact: InboundFact | undefined; now: number }) {
  const lang = useLang()
  const t = inboundStrings(lang)
  if (!fact) return <span class="ds-under">{t.noCampaign}</span>
  const state = t.states[fact.state as 'tried'] ?? fact.state
  return (
    <>
      <span class="ds-under">{t.inCampaign(fact.campaign, state)}</span>
      {fact.promisedAt && (
        <b class="ds-under ds-att">{t.promised(format(lang).near(fact.promisedAt, now))}</b>
      )}
    </>
  )
}
