// The same sheet as a page that a browser prints: black on white, our own head and foot.
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { assetUrl } from '../../pages/assets.ts'
import { tagOf } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import type { Ctx } from '../../web/request.ts'
import type { Paper } from '../draw-sheet.ts'
import { paperFor } from './draw.ts'
import { RegisterLines, TriedLines } from './paper-lines.tsx'
import { LogPage, logPages, ShoppingPage } from './paper-others.tsx'
import { QrCode } from './qr-svg.tsx'
import { sheetStrings } from './sheet-strings.ts'
import { paperStrings } from './strings.ts'
import { onPaperStyle } from './style.ts'

/** GET /sheets/:sheet/paper */
export async function showPaper(c: Ctx) {
  const paper = await paperFor(c)
  if (!paper) return notFoundPage(c)
  c.header('cache-control', 'no-store')
  return c.html(<PaperPage paper={paper} />)
}

function PaperPage({ paper }: { paper: Paper }) {
  const styles = [assetUrl('doorstep.css'), assetUrl('paper.css'), onPaperStyle]
  return (
    <LangContext.Provider value={paper.lang}>
      {html`<!doctype html>`}
      <html lang={tagOf(paper.lang)}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{paperStrings(paper.lang).title(paper.number)}</title>
          <link rel="icon" type="image/svg+xml" href={assetUrl('icon.svg')} />
          {styles.map(href => (
            <link rel="stylesheet" href={href} />
          ))}
        </head>
        <body class="ds ds-paper">
          <main id="main">
            <h1 class="ds-hide">{paper.title}</h1>
            {bodiesOf(paper).map((body, page, all) => (
              <OnePage paper={paper} page={page} pages={all.length}>
                {body}
              </OnePage>
            ))}
          </main>
        </body>
      </html>
    </LangContext.Provider>
  )
}

function bodiesOf(paper: Paper): readonly Child[] {
  if (paper.kind === 'shopping') return [<ShoppingPage paper={paper} />]
  if (paper.kind === 'log') {
    return logPages(paper).map(entries => <LogPage paper={paper} entries={entries} />)
  }
  const Lines = paper.kind === 'register' ? RegisterLines : TriedLines
  return paper.pages.map(lines => <Lines paper={paper} lines={lines} />)
}

type PageProps = { paper: Paper; page: number; pages: number; children?: Child }

function OnePage({ paper, page, pages, children }: PageProps) {
  const t = sheetStrings(useLang())
  return (
    <section class="ds-sheet" aria-label={t.page(page + 1, pages)}>
      <Head paper={paper} />
      <How paper={paper} />
      {children}
      {paper.codes.length > 0 && (
        <p class="ds-codes">
          {paper.codes.map(([loud, rest]) => (
            <span>
              <b>{loud}</b> {rest}{' '}
            </span>
          ))}
        </p>
      )}
      <footer class="ds-sheet__foot">
        <div>
          {paper.foot[0]}
          <br />
          <b>{paper.foot[1]}</b>
        </div>
        <span class="ds-box">
          <i></i>
          {t.typedBack}
        </span>
        <div class="ds-sheet__page">
          <strong>{t.page(page + 1, pages)}</strong>
          {t.sheet} {paper.number}
        </div>
      </footer>
    </section>
  )
}

function Head({ paper }: { paper: Paper }) {
  const t = sheetStrings(useLang())
  return (
    <header class="ds-sheet__head">
      <div>
        <p class="ds-sheet__title">
          {paper.title}
          {paper.practice && <span class="ds-sheet__practice">{paper.practice}</span>}
        </p>
        {paper.meta.map(line => (
          <p class="ds-sheet__meta">
            <span>{line}</span>
          </p>
        ))}
        <p class="ds-sheet__meta ds-destroy">
          <span>{paper.destroy}</span>
        </p>
      </div>
      <div class="ds-code">
        <span>
          {t.sheet}
          <b>{paper.number}</b>
        </span>
        <QrCode text={`S${paper.number}`} />
      </div>
    </header>
  )
}

function How({ paper }: { paper: Paper }) {
  const t = sheetStrings(useLang())
  return (
    <>
      {paper.how.map(([loud, rest]) => (
        <p class="ds-sheet__how">
          {loud !== '' && <b>{loud} </b>}
          {rest}
        </p>
      ))}
      {paper.needs.length > 0 && (
        <p class="ds-sheet__key">
          <span>
            <b>{t.needs}</b>
          </span>
          {paper.needs.map(({ key, label }) => (
            <span>
              <b>{key}</b>
              {label.toLowerCase()}
            </span>
          ))}
          <span>{t.soon}</span>
        </p>
      )}
    </>
  )
}
