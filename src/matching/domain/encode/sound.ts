// What does a name sound like, whoever wrote it down? One key for English, Welsh, Irish, Polish and
// South Asian spellings: Smyth and Smith, Wójcik and Voytsik, Mohammed and Muhamad, Dafydd and
// Davith. After Philips' Metaphone, with the letters of those languages put first.

const soundLettersMax = 6

/** Longest first: what several letters together sound like. */
const groups: readonly (readonly [RegExp, string])[] = [
  [/^mac(?=[^aeiouhk])|^mc/, 'mk'],
  [/(ska|skaya|skiy|skyj|sky)$/, 'ski'],
  [/(owa|ova|off|ov)$/, 'of'],
  [/szcz|shch/g, 'S'],
  [/sch(?=[aeiou]|$)|sz|sh|si(?=[aou])/g, 'S'],
  [/tch|cz|ch(?=[aeiouy]|$)|ci(?=[aou])/g, 'C'],
  [/rz|zh/g, 'S'],
  [/(?<=[aeo])j(?=[^aeiouy]|$)/g, 'y'],
  [/dzi|dz|dj/g, 'j'],
  [/ph|ff/g, 'f'],
  [/gh(?=[aeiou])/g, 'g'],
  [/gh|(?<=[aeiou])w(?=[^aeiou]|$)/g, ''],
  [/bh|mh/g, 'v'],
  [/dd|dh|th/g, 't'],
  [/kh|ck|q/g, 'k'],
  [/ll/g, 'l'],
  [/^wr/, 'r'],
  [/^kn|^gn/, 'n'],
  [/^ps/, 's'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/g(?=[eiy])/g, 'j'],
  [/w/g, 'v'],
  [/z/g, 's'],
]
const latin = /^[a-z ]+$/

export function soundOf(name: string): string {
  if (name.length < 2 || !latin.test(name)) return name
  let text = name.replaceAll(' ', '')
  for (const [letters, sound] of groups) text = text.replace(letters, sound)
  const start = /^[aeiouy]/.test(text) ? 'a' : (text[0] ?? '')
  const rest = text.slice(1).replace(/[aeiouyh]/g, '')
  return (start + rest).replace(/(.)\1+/g, '$1').slice(0, soundLettersMax)
}
