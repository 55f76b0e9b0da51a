// Whose record is meant? By reference, or by exact name with birthday or address.
import { DateInput, Input } from '../../pages/govuk/index.ts'
import { type TypedDay, typedDay } from '../../pages/typed-day.ts'

export type Whose = {
  readonly reference: string
  readonly name: string
  readonly born: TypedDay
  readonly address: string
}

const lettersMax = 200
const referenceLettersMax = 60

export function readWhose(given: (name: string) => string): Whose {
  const text = (name: string) => given(name).slice(0, lettersMax)
  return {
    reference: text('reference').slice(0, referenceLettersMax),
    name: text('name'),
    born: typedDay('born', text),
    address: text('address'),
  }
}

export type WhoseProblems = { reference?: 'askedMissing'; born?: 'bornWrong' }

export function whoseProblems({ reference, name, born, address }: Whose): WhoseProblems {
  const isNamed = name !== '' && (!born.isEmpty || address !== '')
  return {
    ...(reference === '' && !isNamed ? { reference: 'askedMissing' } : {}),
    ...(!born.isEmpty && born.day === undefined ? { born: 'bornWrong' } : {}),
  }
}

type Words = {
  readonly reference: string
  readonly referenceHint?: string
  readonly name: string
  readonly nameHint: string
  readonly born: string
  readonly address: string
}

type Props = {
  readonly whose: Whose
  readonly words: Words
  wrong(field: 'reference' | 'born'): { errorMessage?: string }
}

export function WhoseFields({ whose, words, wrong }: Props) {
  return (
    <>
      <Input
        name="reference"
        label={words.reference}
        {...(words.referenceHint ? { hint: words.referenceHint } : {})}
        value={whose.reference}
        autocomplete="off"
        classes="govuk-input--width-10"
        {...wrong('reference')}
      />
      <Input
        name="name"
        label={words.name}
        hint={words.nameHint}
        value={whose.name}
        autocomplete="off"
        spellcheck={false}
      />
      <DateInput
        id="born"
        namePrefix="born"
        fieldset={{ legend: { text: words.born } }}
        values={whose.born.parts}
        {...wrong('born')}
      />
      <Input name="address" label={words.address} value={whose.address} autocomplete="off" />
    </>
  )
}
