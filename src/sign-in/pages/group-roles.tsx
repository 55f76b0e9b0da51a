// Which groups give which role, who holds one because of it, and a form to add another.
import { roleNames } from '../../access/index.ts'
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Button, Input, Select } from '../../pages/govuk/index.ts'
import type { Lang } from '../../pages/strings/index.ts'
import { webStrings } from '../../web/strings.ts'
import type { Again, Shown } from './settings.tsx'
import { signInStrings } from './strings.ts'

type Props = { shown: Shown; again: Again; lang: Lang }

export function Groups({ shown, again, lang }: Props) {
  const t = signInStrings(lang)
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.groups}</h2>
      <p class="govuk-body">{t.groupsLead}</p>
      {shown.rules.length === 0 ? (
        <p class="govuk-body">{t.groupsNone}</p>
      ) : (
        <Rules shown={shown} lang={lang} />
      )}
      <AddGroup shown={shown} again={again} lang={lang} />
      <h2 class="ds-h2 ds-section">{t.held}</h2>
      {shown.holders.length === 0 ? (
        <p class="govuk-body">{t.heldNone}</p>
      ) : (
        <Holders shown={shown} lang={lang} />
      )}
    </section>
  )
}

type ListProps = Pick<Props, 'shown' | 'lang'>

function Rules({ shown, lang }: ListProps) {
  const t = signInStrings(lang)
  const { roles } = webStrings(lang)
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.groupsCaption}</caption>
      <thead>
        <tr>
          {[t.group, t.role, t.purpose, t.removeGroup].map(head => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.rules.map(({ rule, group, role, placeName, purpose }) => (
          <tr>
            <td>{group}</td>
            <td>{t.roleAt(roles[role], placeName ?? t.wholeCouncil)}</td>
            <td>{purpose}</td>
            <td>
              <form method="post" action={`/sign-in-settings/groups/${rule}/remove`}>
                <input type="hidden" name="command" value={newId()} />
                <button class="ds-link-button" type="submit">
                  {t.removeGroup} <span class="ds-hide">{t.removeGroupOf(group)}</span>
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function AddGroup({ shown, again, lang }: Props) {
  const t = signInStrings(lang)
  const { roles } = webStrings(lang)
  const typed = again.group ?? { group: '', role: '', place: '', purpose: '' }
  const problem = (name: string) => {
    const code = again.problems[name]
    return code ? { errorMessage: t[code] as string } : {}
  }
  return (
    <form method="post" action="/sign-in-settings/groups" class="ds-form" novalidate>
      <input type="hidden" name="command" value={newId()} />
      <Input
        name="group"
        label={t.group}
        hint={t.groupHint}
        value={typed.group}
        {...problem('group')}
      />
      <Select
        name="role"
        label={t.role}
        value={typed.role}
        items={[
          { value: '', text: t.chooseRole },
          ...roleNames.map(role => ({ value: role, text: roles[role] })),
        ]}
        {...problem('role')}
      />
      <Select
        name="place"
        label={t.place}
        value={typed.place}
        items={[
          { value: '', text: t.wholeCouncil },
          ...shown.villages.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        {...problem('place')}
      />
      <Input
        name="purpose"
        label={t.purpose}
        hint={t.purposeHint}
        value={typed.purpose}
        {...problem('purpose')}
      />
      <Button text={t.addGroup} />
    </form>
  )
}

function Holders({ shown, lang }: ListProps) {
  const t = signInStrings(lang)
  const { roles } = webStrings(lang)
  const at = format(lang)
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.heldCaption}</caption>
      <thead>
        <tr>
          {[t.person, t.role, t.group, t.since].map(head => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.holders.map(({ user, name, role, placeName, group, since }) => (
          <tr>
            <td>
              <a href={`/users/${user}`}>{name ?? t.erased}</a>
            </td>
            <td>{t.roleAt(roles[role], placeName ?? t.wholeCouncil)}</td>
            <td>{group}</td>
            <td>{at.row(since)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
