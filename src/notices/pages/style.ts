// What do the pages of notices add to the look of the house?
import { addStyle } from '../../pages/assets.ts'

export const style = addStyle('notices.css', 'src/notices/pages/notices.css')
