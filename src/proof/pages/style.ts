// Where is the style of the pages of proofs?
import { addStyle } from '../../pages/assets.ts'

export const proofStyle = addStyle('proof.css', 'src/proof/pages/proof.css')
