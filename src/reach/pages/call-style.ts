// The styles that only the pages of ringing need.
import { addStyle } from '../../pages/assets.ts'

export const callStyle = addStyle('reach-call.css', 'src/reach/pages/call.css')
