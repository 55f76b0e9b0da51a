// Does each village look for more volunteers, and who waits there? One press changes it.
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { useLang } from '../../pages/strings/index.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, formOf } from '../../web/request.ts'
import { setRecruiting } from '../domain/set-recruiting.ts'
import type { VillageSupply } from '../store/listed.ts'
import { volunteerStrings } from './strings.ts'

export function RecruitingCell({ of, mayChange }: { of: VillageSupply; mayChange: boolean }) {
  const t = volunteerStrings(useLang())
  const { village, name, isRecruiting } = of
  const said = isRecruiting ? t.recruits : t.recruitsNot
  if (!mayChange) return <>{said}</>
  return (
    <form method="post" action="/volunteers/recruiting">
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="village" value={village} />
      <input type="hidden" name="on" value={isRecruiting ? 'no' : 'yes'} />
      {said}{' '}
      <button
        {...{ type: 'submit', class: 'ds-button ds-button--second ds-button--small ds-noprint' }}
        aria-label={isRecruiting ? t.stopRecruitingIn(name) : t.startRecruitingIn(name)}
      >
        {isRecruiting ? t.stopRecruiting : t.startRecruiting}
      </button>
    </form>
  )
}

/** POST /volunteers/recruiting */
export async function saveRecruiting(c: Ctx) {
  const form = await formOf(c)
  const input = { village: form.text('village'), isOn: form.text('on') === 'yes' }
  const done = await actFor(c, setRecruiting, { id: form.commandId(), input })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect('/volunteers#villages', 303)
}
