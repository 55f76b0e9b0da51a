// What surrounds every page? The council's frame: skip link, top, menu, practice mark, footer.

import { html } from 'hono/html'
import type { Child, PropsWithChildren } from 'hono/jsx'
import { assetUrl } from './assets.ts'
import { Banners, Breadcrumbs, type Crumb, Emergency, Foot, Menu, Practice, Top } from './frame.tsx'
import { Keys } from './keys.tsx'
import { Sprite } from './sprite.tsx'
import { LangContext } from './strings/language.ts'
import type { Lang } from './strings/strings.ts'
import { layoutStrings } from './strings/words/layout.ts'

export type NavItem = {
  href: string
  label: string
  current?: boolean
  /** Pages beneath it, shown while one reads any of them. */
  also?: readonly NavItem[]
}

/** What every page knows about who reads it and where. Made once a request. */
export type PageContext = {
  /** What the page itself speaks. */
  lang: Lang
  /** What the reader chose: the frame speaks it, also around a page that cannot. */
  chosen?: Lang
  /** `stylesheet` is the address of the council's colours, from `councilStyle`. */
  council: { id: string; name: string; stylesheet?: string }
  user?: { name: string; roleName: string }
  /** At most 6, in the order of the role's menu. */
  nav: readonly NavItem[]
  practice: boolean
  /** True for a reader through whom nothing leaves: paper says so instead of the page. */
  isUnprinted?: boolean
  /** A record outside the reader's work is open to them: until when, and where it is ended. */
  emergency?: { until: number; href: string }
  /** What everybody concerned must see on every page, and the ids of what it tells of. */
  banners?: { readonly ids: readonly string[]; readonly content: Child }
  csrf: string
  path: string
}

export type PageProps = PropsWithChildren<{
  context: PageContext
  /** Names the page. Never a name, phone or address: titles stay in browser histories. */
  title: string
  breadcrumbs?: readonly Crumb[]
  hasErrors?: boolean
  /** Data sources that must be credited. */
  attribution?: Child
  /** At the right end of the menu: "12 done today". */
  navEnd?: Child
  /** Full-width, between the frame and the columns: the person bar. */
  above?: Child
  /** Rows of the `?` list besides `/` and `?`. */
  keys?: readonly { keys: readonly string[]; does: string }[]
  /** Addresses from `addStyle` and `addScript`. */
  styles?: readonly string[]
  scripts?: readonly string[]
  /** Staff pages are tight; public ones roomy. Default: staff when somebody is signed in. */
  look?: 'staff' | 'public'
}>

export const navItemsMax = 6

export function Page(props: PageProps) {
  const { context } = props
  if (context.nav.length > navItemsMax) throw new Error(`A menu has at most ${navItemsMax} items.`)
  return (
    <LangContext.Provider value={chosenOf(context)}>
      {html`<!doctype html>`}
      <html lang={tagOf(chosenOf(context))}>
        <Head {...props} />
        <Body {...props} />
      </html>
    </LangContext.Provider>
  )
}

function chosenOf(context: PageContext): Lang {
  return context.chosen ?? context.lang
}

const tags: Readonly<Record<Lang, string>> = { en: 'en-GB', cy: 'cy', pseudo: 'x-pseudo' }

/** The language as browsers and screen readers name it. */
export function tagOf(lang: Lang): string {
  return tags[lang]
}

/** Marks a part that speaks another language than the frame around it. */
function spoken(context: PageContext): { lang?: string } {
  return context.lang === chosenOf(context) ? {} : { lang: tagOf(context.lang) }
}

function Head({ context, title, hasErrors, styles = [], scripts = [] }: PageProps) {
  const t = layoutStrings(context.lang)
  const ownStyle = context.council.stylesheet ? [context.council.stylesheet] : []
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title {...spoken(context)}>{hasErrors ? t.titleWithErrors(title) : t.title(title)}</title>
      <link rel="icon" type="image/svg+xml" href={assetUrl('icon.svg')} />
      {[assetUrl('doorstep.css'), ...ownStyle, ...styles].map(href => (
        <link rel="stylesheet" href={href} />
      ))}
      <script
        type="module"
        src={assetUrl('doorstep.js')}
        data-govuk={assetUrl('govuk-frontend.js')}
      ></script>
      {scripts.map(src => (
        <script type="module" src={src}></script>
      ))}
    </head>
  )
}

function Body(props: PageProps) {
  const { context, children, above, breadcrumbs, attribution, navEnd, keys = [] } = props
  const look = props.look ?? (context.user ? 'staff' : 'public')
  const t = layoutStrings(chosenOf(context))
  const { isUnprinted = false } = context
  return (
    <body class={`ds${look === 'staff' ? ' ds-staff' : ''}${isUnprinted ? ' ds-unprinted' : ''}`}>
      <a href="#main" class="govuk-skip-link ds-skip" data-module="govuk-skip-link">
        {t.skip}
      </a>
      <Sprite />
      <Top context={context} />
      <Menu context={context} end={navEnd} />
      {isUnprinted && <p class="ds-print">{t.notPrinted}</p>}
      {context.practice && <Practice />}
      {context.banners && <Banners {...context.banners} />}
      {context.emergency && <Emergency {...context.emergency} />}
      <LangContext.Provider value={context.lang}>
        {above}
        <div class="govuk-width-container">
          <main
            class={look === 'staff' ? 'govuk-main-wrapper' : 'ds-main-public'}
            id="main"
            {...spoken(context)}
          >
            {breadcrumbs && <Breadcrumbs crumbs={breadcrumbs} />}
            {children}
          </main>
        </div>
      </LangContext.Provider>
      <Foot context={context} attribution={attribution} />
      {context.user && <Keys more={keys} />}
    </body>
  )
}
