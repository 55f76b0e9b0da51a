// Which language is this page in? Components ask here, so pages need not pass it down.
import { createContext, useContext } from 'hono/jsx'
import type { Lang } from './strings.ts'

export const LangContext = createContext<Lang>('en')

export function useLang(): Lang {
  return useContext(LangContext)
}
