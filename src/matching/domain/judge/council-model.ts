// How do records of one person agree on lists of councils? Learnt from invented lists, half
// tempered with what is usual. Not by hand: `node src/bench/learn-council-model.ts`.
import { levelsOfKind } from '../compare/comparison.ts'
import type { FieldModel, Model } from '../decide/model.ts'

type Head = Pick<FieldModel, 'name' | 'kind' | 'isTermFrequent'>

const field = (head: Head, m: readonly number[], u: readonly number[]): FieldModel => ({
  ...head,
  levels: levelsOfKind[head.kind].map((code, at) => ({ code, m: m[at] ?? 0, u: u[at] ?? 0 })),
})

const fields: FieldModel[] = [
  field(
    { name: 'national id', kind: 'id', isTermFrequent: true },
    [0.959, 0.0403, 0.000189],
    [1.28e-9, 1.28e-8, 1],
  ),
  field(
    { name: 'given name', kind: 'given', isTermFrequent: true },
    [0.78, 0.0659, 0.0538, 0.014, 0.0103, 0.0169, 0.0158, 0.01, 0.033],
    [0.00496, 0.00148, 0.00357, 0.000829, 0.000103, 0.000884, 0.00268, 0.0000501, 0.985],
  ),
  field(
    { name: 'family name', kind: 'family', isTermFrequent: true },
    [0.831, 0.0863, 0.000966, 0.0123, 0.0158, 0.00502, 0.0168, 0.0114, 0.021],
    [0.00447, 0.00143, 0.00001, 0.00053, 0.000527, 0.00025, 0.00196, 0.000005, 0.991],
  ),
  field(
    { name: 'middle name', kind: 'middle', isTermFrequent: false },
    [0.743, 0.103, 0.077, 0.077],
    [0.00568, 0.00761, 0.0305, 0.956],
  ),
  field(
    { name: 'date of birth', kind: 'date', isTermFrequent: true },
    [0.896, 0.0431, 0.0157, 0.0216, 0.00502, 0.0063, 0.0122],
    [0.0000587, 0.00135, 0.00317, 0.0135, 0.0317, 0.239, 0.711],
  ),
  field(
    { name: 'phone', kind: 'phone', isTermFrequent: true },
    [0.824, 0.0251, 0.151],
    [0.000513, 0.0145, 0.985],
  ),
  field(
    { name: 'email', kind: 'email', isTermFrequent: true },
    [0.822, 0.0203, 0.0305, 0.0254, 0.102],
    [0.00000508, 0.0000508, 0.0157, 0.000721, 0.983],
  ),
  field(
    { name: 'address', kind: 'address', isTermFrequent: true },
    [0.648, 0.198, 0.0502, 0.0301, 0.0201, 0.0545],
    [0.000106, 0.00008, 0.000355, 0.00241, 0.0223, 0.975],
  ),
  field(
    { name: 'postcode', kind: 'postcode', isTermFrequent: true },
    [0.866, 0.0395, 0.0151, 0.0143, 0.0652],
    [0.000786, 0.00608, 0.0143, 0.494, 0.485],
  ),
]

/** So many records it was learnt from: among more, two taken by chance are less likely one. */
export const councilRecords = 35825
export const councilModel: Model = {
  prior: 0.0000339,
  household: 0.0000207,
  rules: [],
  fields,
}
