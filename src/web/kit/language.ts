/** The language of the page being drawn, so that parts know their own few words. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Lang } from '../../platform/values/words.ts'
import { text } from './text.ts'

/** Set once by `Page`; a fragment drawn outside a page is Vietnamese. */
export const Language = createContext<Lang>('vi')

/** The kit's words in the language of the page. */
export function useWords() {
  return text[useContext(Language)]
}

/** The language of the page. */
export function useLang(): Lang {
  return useContext(Language)
}
