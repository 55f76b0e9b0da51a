// Whom does a proof speak of? The copy with names, which stays in the council; reading it is
// recorded.
import { recordRead } from '../../access/index.ts'
import type { ListAsked, ListTable } from '../../files-out/index.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext } from '../../pages/strings/index.ts'
import { PrintLine } from '../../picture/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { codeList, codesAmong } from '../store/code-list.ts'
import { pageAsked, withProof } from './asked.ts'
import { linesFile } from './lines-file.ts'
import { LinesTable, Pages } from './lines-table.tsx'
import { ProofSum, placeName } from './proof-parts.tsx'
import { proofStrings } from './strings.ts'
import { proofStyle } from './style.ts'

/** GET /proofs/:proof/names */
export async function showNames(c: Ctx) {
  const found = await withProof(c, 'proof.names', async asked => {
    const { tx, scope, now, proof, coverage } = asked
    const page = pageAsked(c, coverage.lines)
    if (!page) return undefined
    const codes = await codeList(tx, scope, codesAmong(coverage, page.rows))
    const people = page.rows.filter(({ kind }) => kind === 'person')
    const subjects = people.flatMap(({ code }) => codes.people.get(code)?.id ?? [])
    await recordRead(tx, scope, { what: 'list', route: '/proofs/names', subjects, at: now })
    return { proof, head: coverage.head, page, codes, now }
  })
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/campaigns')
  const t = proofStrings(context.lang)
  const { proof, head, page, codes, now } = found
  const number = format(context.lang).number(proof.number)
  const address = `/proofs/${proof.id}`
  const crumbs = [
    { href: '/campaigns', label: t.campaigns },
    { href: '/proofs', label: t.proofs },
    { href: address, label: t.title(number) },
    { label: t.names.title },
  ]
  return c.html(
    <Page context={context} title={t.names.title} breadcrumbs={crumbs} styles={[proofStyle]}>
      <LangContext.Provider value={context.lang}>
        <PrintLine
          context={context}
          what={`${t.name(number, placeName(context.lang, proof))}. ${t.names.print}`}
          at={proof.at.getTime()}
          now={now}
        />
        <h1 class="ds-h1 ds-headline">{t.names.headline(number)}</h1>
        <p>{t.names.lead}</p>
        <ProofSum head={head} />
        <p class="ds-noprint">
          <a href={address}>{t.names.back}</a>
        </p>
        <section class="ds-scroll ds-proof__lines" aria-label={t.who} tabindex={0}>
          <LinesTable head={head} lines={page.rows} codes={codes} />
        </section>
        <Pages at={`${address}/names`} page={page} />
        <TakeLinks at={takeAddress(c, 'proof.names')} />
      </LangContext.Provider>
    </Page>,
  )
}

export function namesTable(asked: ListAsked): Promise<ListTable | undefined> {
  return linesFile(asked, true)
}
