// What do all forms of a proof show of it? The sum, what it rests on, who has counter-signed.
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import { sourceName } from '../../people/index.ts'
import { reasonWord } from '../../picture/index.ts'
import type { CoverageHead } from '../domain/proof-form.ts'
import { states } from '../domain/terms.ts'
import { codeIn, fingerprintOf } from '../signing.ts'
import type { Countersign } from '../store/countersign.ts'
import type { Proof } from '../store/proofs.ts'
import { proofStrings } from './strings.ts'

export function ProofSum({ head }: { head: CoverageHead }) {
  const lang = useLang()
  const t = proofStrings(lang)
  const { number } = format(lang)
  const reasons = Object.entries(head.reasons).map(([reason, n]) =>
    t.reasonCount(reasonWord(lang, reason), number(n ?? 0)),
  )
  return (
    <section class="ds-section ds-section--near">
      <p class="ds-proof__sum">
        {states.map((state, at) => (
          <>
            {at > 0 && ' + '}
            <Part n={number(head.counts[state])} label={t.sums[state]} />
          </>
        ))}
        {' = '}
        <Part n={number(head.counts.listed)} label={t.sums.listed} />
      </p>
      {reasons.length > 0 && <p class="ds-small ds-quiet">{t.reasonList(reasons.join(', '))}</p>}
    </section>
  )
}

function Part({ n, label }: { n: string; label: string }) {
  return (
    <span class="ds-nowrap">
      <b>{n}</b> {label}
    </span>
  )
}

type RestsProps = { proof: Proof; head: CoverageHead; isNamed: boolean }

/** Staff are codes too, for whoever may not have names. */
export function Rests({ proof, head, isNamed }: RestsProps) {
  const lang = useLang()
  const t = proofStrings(lang)
  const show = format(lang)
  const { position, hash } = proof
  const who = (isNamed && proof.issuer) || head.issued.by
  const versions = head.versions.map(({ list, number, rows }) => {
    const said = t.version(sourceName(lang, list), show.number(number))
    return t.rows(said, show.number(rows.all), show.number(rows.held + rows.rejected))
  })
  return (
    <dl class="ds-facts">
      <dt>{t.campaign}</dt>
      <dd>{t.what(proof.campaignTitle, show.number(head.round.number))}</dd>
      <dt>{t.at}</dt>
      <dd>{show.timeAndDate(proof.at)}</dd>
      <dt>{t.issued}</dt>
      <dd>{t.issuedBy(show.timeAndDate(proof.issuedAt), who)}</dd>
      <dt>{t.log}</dt>
      <dd>{t.logEntry(show.number(position))}</dd>
      <dt>{t.versions}</dt>
      <dd>{versions.length === 0 ? t.noVersions : versions.join('; ')}</dd>
      <dt>{t.hash}</dt>
      <dd class="ds-proof__hash">{hash}</dd>
      <dt>{t.key}</dt>
      <dd class="ds-proof__hash">{fingerprintOf(proof.key)}</dd>
    </dl>
  )
}

export function placeName(lang: 'en' | 'cy' | 'pseudo', { place, placeName: name }: Proof) {
  return place === null ? proofStrings(lang).whole : name
}

type SignsProps = { proof: Proof; all: readonly Countersign[]; isNamed: boolean }

export function Countersigns({ proof, all, isNamed }: SignsProps) {
  const lang = useLang()
  const t = proofStrings(lang)
  const show = format(lang)
  if (all.length === 0) return <p>{t.signNone}</p>
  return (
    <ul class="ds-plain">
      {all.map(({ agrees, by, name, at, remark }) => (
        <li>
          {(agrees ? t.agreed : t.differed)(
            (isNamed && name) || codeIn(proof.id)(by),
            show.timeAndDate(at),
          )}
          {remark && (
            <>
              <br />
              {remark}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
