// What stands at the edges of a page? Top bar, menu, practice mark, way back, footer.
import type { Child } from 'hono/jsx'
import { format } from './format.ts'
import type { NavItem, PageContext } from './layout.tsx'
import { useLang } from './strings/language.ts'
import { languages } from './strings/strings.ts'
import { layoutStrings } from './strings/words/layout.ts'
import { Wordmark } from './wordmark.tsx'

type InContext = { context: PageContext }

/** The last crumb has no href: it is this page. */
export type Crumb = { href?: string; label: Child }

export function Top({ context }: InContext) {
  const t = layoutStrings(useLang())
  return (
    <header class="ds-top">
      <div class="govuk-width-container ds-top__in">
        <a class="ds-top__home" href="/">
          <Wordmark label={t.home} />
        </a>
        <span class="ds-top__council">{context.council.name}</span>
        <div class="ds-top__end">
          {context.user && <Account context={context} user={context.user} />}
          <Languages context={context} />
        </div>
      </div>
    </header>
  )
}

function Account({ context, user }: InContext & { user: NonNullable<PageContext['user']> }) {
  const t = layoutStrings(useLang())
  return (
    <>
      {maySearch(context) && <Search />}
      <form class="ds-top__user" method="post" action="/sign-out">
        <a href="/me" title={user.roleName}>
          {user.name}
        </a>
        {context.csrf && <input type="hidden" name="csrf" value={context.csrf} />}
        <button class="ds-link-button" type="submit">
          {t.signOut}
        </button>
      </form>
    </>
  )
}

/** The other languages, each in its own words, back to the same page. */
function Languages({ context }: InContext) {
  const lang = useLang()
  const t = layoutStrings(lang)
  return (
    <nav class="ds-top__languages" aria-label={t.language}>
      {languages
        .filter(other => other !== lang)
        .map(other => (
          <a
            href={`/language/${other}?to=${encodeURIComponent(context.path)}`}
            lang={other}
            hreflang={other}
          >
            {t.languages[other]}
          </a>
        ))}
    </nav>
  )
}

/** Some who sign in look after the service and see nobody: a box that finds nothing would tease. */
function maySearch({ nav }: PageContext): boolean {
  return nav.some(item => item.href === '/find')
}

function Search() {
  const t = layoutStrings(useLang())
  return (
    // biome-ignore lint/a11y/useSemanticElements: older browsers know no search.
    <form class="ds-search" role="search" method="get" action="/find">
      <label class="ds-hide" for="find">
        {t.searchLabel}
      </label>
      <input
        id="find"
        name="q"
        type="search"
        placeholder={t.searchHint}
        autocomplete="off"
        maxlength={200}
        data-hits="/find/hits?in=top"
      />
      <span class="ds-kbd" aria-hidden="true">
        /
      </span>
    </form>
  )
}

export function Menu({ context, end }: InContext & { end?: Child }) {
  const t = layoutStrings(useLang())
  if (context.nav.length === 0) return null
  return (
    <nav class="ds-nav" aria-label={context.user?.roleName ?? t.navigation}>
      <div class="govuk-width-container">
        <ul>
          {context.nav.map(item => (
            <li>
              <a href={item.href} {...(item.current ? { 'aria-current': 'true' } : {})}>
                {item.label}
              </a>
            </li>
          ))}
          {end && <li class="ds-nav__end">{end}</li>}
        </ul>
        <Beneath items={context.nav} />
      </div>
    </nav>
  )
}

/** The pages that belong to the item one reads. */
function Beneath({ items }: { items: readonly NavItem[] }) {
  const here = items.find(item => item.current)
  if (!here?.also || here.also.length === 0) return null
  const others = here.also.some(item => item.current)
  const shown = [{ ...here, current: !others }, ...here.also]
  return (
    <ul class="ds-nav__beneath">
      {shown.map(({ href, label, current }) => (
        <li>
          <a href={href} {...(current ? { 'aria-current': 'true' } : {})}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}

export function Practice() {
  const t = layoutStrings(useLang())
  return (
    <aside class="ds-practice" aria-label={t.practice}>
      <div class="govuk-width-container">
        <p>
          <strong>{t.practice}</strong>
          {t.practiceNote}
        </p>
      </div>
    </aside>
  )
}

/** On every page while it lasts, so that nobody forgets it. */
export function Emergency({ until, href }: NonNullable<PageContext['emergency']>) {
  const lang = useLang()
  const t = layoutStrings(lang)
  return (
    <aside class="ds-emergency" aria-label={t.emergency}>
      <div class="govuk-width-container">
        <p>
          <strong>{t.emergency}</strong>
          {t.emergencyNote(format(lang).time(until))} <a href={href}>{t.emergencyShow}</a>
        </p>
      </div>
    </aside>
  )
}

/** Stays on the page, empty, for what comes while it is open: `client/banners.ts` fills it. */
export function Banners({ ids, content }: NonNullable<PageContext['banners']>) {
  const shown = ids.join(',')
  return (
    <div class="ds-banners" aria-live="assertive" data-banners="/live" data-shown={shown}>
      {content}
    </div>
  )
}

export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = layoutStrings(useLang())
  return (
    <nav aria-label={t.breadcrumb}>
      <ol class="ds-crumbs">
        {crumbs.map(({ href, label }) =>
          href ? (
            <li>
              <a href={href}>{label}</a>
            </li>
          ) : (
            <li aria-current="page">{label}</li>
          ),
        )}
      </ol>
    </nav>
  )
}

export function Foot({ context, attribution }: InContext & { attribution?: Child }) {
  const t = layoutStrings(useLang())
  return (
    <footer class="ds-foot">
      <div class="govuk-width-container">
        <p>{context.council.name}</p>
        {attribution && <p>{attribution}</p>}
        <ul aria-label={t.footer}>
          {maySearch(context) && (
            <li class="ds-narrow-only">
              <a href="/find">{t.find}</a>
            </li>
          )}
          {context.user && (
            <li class="ds-narrow-only">
              <a href="/me">{t.me}</a>
            </li>
          )}
          <li>
            <a href="/help">{t.help}</a>
          </li>
          <li>
            <a href="/accessibility">{t.accessibility}</a>
          </li>
          <li>
            <a href="/privacy">{t.privacy}</a>
          </li>
        </ul>
      </div>
    </footer>
  )
}
