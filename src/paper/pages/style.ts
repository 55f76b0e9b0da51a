// Where is the style of the pages about paper, and of the paper itself?
import { addStyle } from '../../pages/assets.ts'

export const paperStyle = addStyle('sheets.css', 'src/paper/pages/sheets.css')
export const onPaperStyle = addStyle('on-paper.css', 'src/paper/pages/on-paper.css')
