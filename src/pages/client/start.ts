// Which GOV.UK scripts does this page need? Only a page with such a part fetches them.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

const part = document.querySelector('[data-module^="govuk-"]:not([data-module="govuk-skip-link"])')
const govukUrl = document.querySelector<HTMLElement>('script[data-govuk]')?.dataset.govuk

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
if (part && govukUrl) {
  import(govukUrl).then((govuk: { initAll(): void }) => govuk.initAll())
}
