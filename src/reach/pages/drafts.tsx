// How does a page of calls keep what is typed, until it is saved? The key is of its reader alone.
import type { Id } from '../../kernel/ids.ts'
import { addScript } from '../../pages/assets.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { Ctx } from '../../web/request.ts'
import { callStrings } from './strings.ts'

export const draftScript = addScript('reach-drafts.js', 'src/reach/pages/client/drafts.ts')

export type Drafts = { readonly user: Id; readonly key: string }

/** Where the file of keys cannot be read, calls go on and no draft is kept. */
export function draftsOf(c: Ctx): Drafts {
  const { node, actor } = c.var
  const { council, id: user } = actor
  try {
    return { user, key: node.store.keys.derive(`${council} drafts of ${user}`).toString('base64') }
  } catch {
    return { user, key: '' }
  }
}

/** `of` names the call: a member, or one that comes in. */
export function draftFacts({ user, key }: Drafts, of: string) {
  return { 'data-user': user, 'data-draft': of, 'data-draft-key': key }
}

export function DraftSays() {
  const t = callStrings(useLang())
  return (
    <>
      <span
        class="ds-small ds-quiet"
        id="draft"
        data-kept={t.draftKept}
        data-back={t.draftBack}
        data-ended={t.draftEnded}
        hidden
      >
        {t.draftNone}
      </span>
      <button type="button" class="ds-link-button ds-small" id="draft-again" hidden>
        {t.draftAgain}
      </button>
    </>
  )
}
