// Which published labelled sets do we know, what do their columns mean, and where is their truth?
import type { Mapping } from './link-child.ts'

export type LabelledSet = {
  readonly file: string
  readonly id: string
  /** Without the columns that hold the truth. */
  readonly columns: Mapping['columns']
  readonly truth: (row: Readonly<Record<string, string>>) => string
  /** The column of a trusted number, taken away for the second run. */
  readonly trusted?: string
  readonly targets: Targets
}
export type Targets = {
  readonly f1?: number
  readonly f1Bare?: number
  readonly gap?: number
}

const febrl = {
  given_name: 'given name',
  surname: 'family name',
  street_number: 'address',
  address_1: 'address',
  address_2: 'address',
  suburb: 'address',
  postcode: 'postcode',
  state: 'other',
  date_of_birth: 'date of birth',
  soc_sec_id: 'national id',
} as const

/** `rec-12-dup-0` is a copy of `rec-12-org`. */
const febrlTruth = (row: Readonly<Record<string, string>>) => row.rec_id?.split('-')[1] ?? ''

export const labelledSets: readonly LabelledSet[] = [
  {
    file: 'fake_1000.csv',
    id: 'unique_id',
    columns: {
      first_name: 'given name',
      surname: 'family name',
      dob: 'date of birth',
      city: 'address',
      email: 'email',
    },
    truth: row => row.cluster ?? '',
    targets: { f1: 0.92 },
  },
  {
    file: 'febrl1.csv',
    id: 'rec_id',
    columns: febrl,
    truth: febrlTruth,
    trusted: 'soc_sec_id',
    targets: {},
  },
  {
    file: 'febrl3.csv',
    id: 'rec_id',
    columns: febrl,
    truth: febrlTruth,
    trusted: 'soc_sec_id',
    targets: { f1: 0.998, f1Bare: 0.99 },
  },
  {
    file: 'historical_50k_dev.csv',
    id: 'unique_id',
    columns: {
      full_name: 'full name',
      first_name: 'given name',
      surname: 'family name',
      dob: 'date of birth',
      birth_place: 'address',
      postcode_fake: 'postcode',
      gender: 'other',
      occupation: 'occupation',
    },
    truth: row => row.cluster ?? '',
    targets: { f1: 0.84, gap: 0.02 },
  },
]
