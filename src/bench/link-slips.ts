// How does a hand slip on a keyboard? One letter left out, doubled, changed, or two in wrong order.
import type { Random } from '../demo/generate/random.ts'

const near: Readonly<Record<string, string>> = {
  a: 's',
  e: 'r',
  i: 'o',
  o: 'i',
  u: 'y',
  n: 'm',
  m: 'n',
  t: 'r',
  s: 'd',
  l: 'k',
  c: 'v',
  r: 'e',
}

export function slip(text: string, random: Random): string {
  if (text.length < 3) return text
  const at = random.between(1, text.length - 2)
  const [before, here, next] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)]
  const kind = random.below(4)
  if (kind === 0) return before + next
  if (kind === 1) return before + here + here + next
  if (kind === 2) return before + (near[here.toLowerCase()] ?? 'e') + next
  return before + next.slice(0, 1) + here + next.slice(1)
}
