// Does a wording name what somebody may need? A text is read by whoever holds the phone.
import { allPacks } from '../../hazards/domain/index.ts'

/** The words of the packs are whole labels; these are the single words that give a need away. */
const english = [
  ...['food', 'shopping', 'meal', 'meals', 'groceries', 'hungry'],
  ...['medicine', 'medicines', 'medication', 'prescription', 'prescriptions', 'pills', 'insulin'],
  ...['oxygen', 'dialysis', 'wheelchair', 'disabled', 'disability', 'dementia', 'diagnosis'],
  ...['illness', 'shielding', 'shielded', 'vulnerable', 'frail', 'mental', 'depression'],
  ...['lonely', 'loneliness', 'befriending', 'debt', 'debts', 'benefits', 'arrears'],
  ...['carer', 'carers', 'hospital', 'bereavement', 'abuse', 'safeguarding'],
]
const welsh = [
  ...['bwyd', 'siopa', 'prydau', 'llwglyd'],
  ...['meddyginiaeth', 'meddyginiaethau', 'presgripsiwn', 'presgripsiynau', 'tabledi', 'inswlin'],
  ...['ocsigen', 'dialysis', 'anabl', 'anabledd', 'dementia', 'diagnosis'],
  ...['salwch', 'gwarchod', 'bregus', 'eiddil', 'meddyliol', 'iselder'],
  ...['unigrwydd', 'dyled', 'dyledion', 'budd-daliadau', 'gofalwr', 'gofalwyr'],
  ...['ysbyty', 'profedigaeth', 'cam-drin', 'diogelu'],
]
const singles = new Set([...english, ...welsh])

/** Says nothing of anybody. */
const harmless = ['something-else']

const labels = allPacks()
  .flatMap(pack => pack.needKinds)
  .filter(kind => !harmless.includes(kind.code))
  .map(kind => wordsOf(kind.label).join(' '))

/** The first word or label found, as it is compared; undefined when the wording names no need. */
export function needNamedIn(text: string): string | undefined {
  const words = wordsOf(text)
  const said = ` ${words.join(' ')} `
  return words.find(word => singles.has(word)) ?? labels.find(one => said.includes(` ${one} `))
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[a-z0-9]+(?:['’-][a-z0-9]+)*/g) ?? []
}
