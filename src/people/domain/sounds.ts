// Which names sound alike? Each name as one or two codes of its sound: Smith and Smyth are "sm0".
import { doubleMetaphone } from 'double-metaphone'

const lettersMin = 3
const soundLettersMin = 2
const latin = /^[a-z]+$/

/** Of one folded word; none of a word that is too short or not written in Latin letters. */
export function soundsOf(word: string): readonly string[] {
  if (word.length < lettersMin || !latin.test(word)) return []
  const sounds = doubleMetaphone(word).map(sound => sound.toLowerCase())
  return [...new Set(sounds)].filter(sound => sound.length >= soundLettersMin)
}
