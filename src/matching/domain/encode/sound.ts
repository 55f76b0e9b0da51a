// What does a name sound like, whoever wrote it down? One key for English, Welsh, Irish, Polish and
// South Asian spellings: Smyth and Smith, Wójcik and Voytsik, Mohammed and Muhamad, Dafydd and
// Davith. After Philips' Metaphone, with the letters of those languages put first.

const soundLettersMax = 6

/** Longest first: what several letters together sound like, and which a name must have for it. */
const groups: readonly (readonly [needed: string, letters: RegExp, sound: string])[] = [
  ['mc', /^mac(?=[^aeiouhk])|^mc/, 'mk'],
  ['sk', /(ska|skaya|skiy|skyj|sky)$/, 'ski'],
  ['o', /(owa|ova|off|ov)$/, 'of'],
  ['sc', /szcz|shch/g, 'S'],
  ['s', /sch(?=[aeiou]|$)|sz|sh|si(?=[aou])/g, 'S'],
  ['c', /tch|cz|ch(?=[aeiouy]|$)|ci(?=[aou])/g, 'C'],
  ['z', /rz|zh/g, 'S'],
  ['j', /(?<=[aeo])j(?=[^aeiouy]|$)/g, 'y'],
  ['d', /dzi|dz|dj/g, 'j'],
  ['', /ph|ff/g, 'f'],
  ['gh', /gh(?=[aeiou])/g, 'g'],
  ['', /gh|(?<=[aeiou])w(?=[^aeiou]|$)/g, ''],
  ['h', /bh|mh/g, 'v'],
  ['', /dd|dh|th/g, 't'],
  ['', /kh|ck|q/g, 'k'],
  ['l', /ll/g, 'l'],
  ['wr', /^wr/, 'r'],
  ['n', /^kn|^gn/, 'n'],
  ['ps', /^ps/, 's'],
  ['x', /x/g, 'ks'],
  ['c', /c(?=[eiy])/g, 's'],
  ['c', /c/g, 'k'],
  ['g', /g(?=[eiy])/g, 'j'],
  ['w', /w/g, 'v'],
  ['z', /z/g, 's'],
]
const latin = /^[a-z ]+$/

export function soundOf(name: string): string {
  if (name.length < 2 || !latin.test(name)) return name
  let text = name.replaceAll(' ', '')
  for (const [needed, letters, sound] of groups) {
    if (hasAll(text, needed)) text = text.replace(letters, sound)
  }
  const start = /^[aeiouy]/.test(text) ? 'a' : (text[0] ?? '')
  const rest = text.slice(1).replace(/[aeiouyh]/g, '')
  return (start + rest).replace(/(.)\1+/g, '$1').slice(0, soundLettersMax)
}

function hasAll(text: string, letters: string): boolean {
  for (const letter of letters) if (!text.includes(letter)) return false
  return true
}
