// Who rang and was added by hand although a list had named them, in other words? A few such pairs,
// so that somebody has them to judge under Doubtful matches.
import { act } from '../events/index.ts'
import { minuteMs } from '../kernel/clock.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { addPerson } from '../people/index.ts'
import { demoActor, demoCouncil, demoId, type Loading, turnTo } from './loading.ts'
import { type KnownPerson, knownPeople } from './store/known-people.ts'

type Said = Pick<KnownPerson, 'given' | 'family' | 'born'>
/** How a caller's words came out otherwise; undefined where they cannot. */
type Slip = (known: Said) => Said | undefined

const shortNames: Readonly<Record<string, string>> = Object.fromEntries(
  `Margaret Peggy,Elizabeth Betty,Dorothy Dot,Patricia Pat,Kathleen Kath,William Bill,Robert Bob,
  James Jim,John Jack,Edward Ted,Thomas Tom,Michael Mick,Susan Sue,Christine Chris,Barbara Babs,
  David Dave,Peter Pete,Anthony Tony,Ronald Ron,Kenneth Ken`
    .split(',')
    .map(pair => pair.trim().split(' ')),
)
const slips: readonly Slip[] = [byShortName, byDayAndMonth, byOneLetter, byShortName, byDayAndMonth]
const askedMost = 400

export async function addDoubles(loading: Loading): Promise<void> {
  const { node, clock, district } = loading
  const who = { council: demoCouncil.id, actor: demoActor().id }
  const known = await node.store.transaction(who, tx => knownPeople(tx, who.council, askedMost))
  const handler = district.staff.find(one => one.role === 'call-handler')
  const actor = demoActor(demoId(handler?.ref ?? ''))
  for (const [nth, { person, said }] of chosen(known).entries()) {
    turnTo(loading, clock.now() + minuteMs)
    const { address, postcode, phone } = person
    const input = {
      ...{ person: demoId('double', String(nth)), ...said, middle: '', nhs: null, language: null },
      ...{ address, postcode, contacts: [{ kind: kindOf(phone), value: phone }] },
      ...{ source: 'own-call', uprn: null, purpose: 'asked-for-help' as const },
    }
    const done = await act(node, actor, addPerson, { id: demoId('add-double', String(nth)), input })
    if (isRefusal(done)) throw new Error(`Broken: somebody was not added: ${done.refused}`)
  }
}

function kindOf(phone: string): 'mobile' | 'landline' {
  return phone.startsWith('+447') ? 'mobile' : 'landline'
}

/** The first of those whom each slip may befall, nobody twice. */
function chosen(known: readonly KnownPerson[]): { person: KnownPerson; said: Said }[] {
  const left = new Set(known)
  return slips.flatMap(slip => {
    for (const person of left) {
      const said = slip(person)
      if (!said) continue
      left.delete(person)
      return [{ person, said }]
    }
    return []
  })
}

function byShortName({ given, family, born }: Said): Said | undefined {
  const short = shortNames[given]
  return short === undefined ? undefined : { given: short, family, born }
}

function byDayAndMonth({ given, family, born }: Said): Said | undefined {
  const [year, month, day] = born.split('-')
  if (month === day || Number(day) > 12) return undefined
  return { given, family, born: `${year}-${day}-${month}` }
}

function byOneLetter({ given, family, born }: Said): Said | undefined {
  const other = family.replace(/([lnrst])(?!\1)/, '$1$1')
  return other === family || family.length < 5 ? undefined : { given, family: other, born }
}
