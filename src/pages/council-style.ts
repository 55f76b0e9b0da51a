// May a council use these colours? Only if everyone can read them; then they become one small file.
import { addAsset } from './assets.ts'

/** `#rrggbb`, from the council's settings. */
export type CouncilTokens = { ink: string; accent: string; attention: string }

type TokenName = keyof CouncilTokens

const needed: Record<TokenName, number> = { ink: 7, accent: 4.5, attention: 4.5 }
const grounds = { white: '#ffffff', 'the quiet panels (#f2f5f6)': '#f2f5f6' }

/** One sentence that says what is wrong, or nothing. For start-up, so in English. */
export function checkTokens(tokens: CouncilTokens): string | undefined {
  for (const name of Object.keys(needed) as TokenName[]) {
    const wrong = checkToken(name, tokens[name])
    if (wrong) return wrong
  }
  return undefined
}

function checkToken(name: TokenName, colour: string): string | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) {
    return `The council colour "${name}" must be written like #14323f, not "${colour}".`
  }
  for (const [ground, value] of Object.entries(grounds)) {
    const has = contrast(colour, value)
    if (has < needed[name]) {
      const found = `${Math.floor(has * 10) / 10} to 1 on ${ground}`
      return `The council colour "${name}" ${colour} has ${found}; it needs ${needed[name]} to 1.`
    }
  }
  return undefined
}

/** The address of a council's colours, for `PageContext.council.stylesheet`. Refuses bad ones. */
export function councilStyle(council: string, tokens: CouncilTokens): string {
  const wrong = checkTokens(tokens)
  if (wrong) throw new Error(wrong)
  const { ink, accent, attention } = tokens
  const lines = `--council-ink:${ink};--council-accent:${accent};--council-attention:${attention}`
  return addAsset(`council-${council}.css`, `:root{${lines}}`)
}

/** WCAG contrast of two `#rrggbb` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
