// Does every word beside a box fit, in both languages, and is there room for four lines a page?
import { expect, test } from 'vitest'
import { allPacks } from '../../hazards/domain/index.ts'
import { keysOn } from '../domain/outcome-keys.ts'
import { lineKeyOf } from '../draw-key.ts'
import { sheetStrings } from '../pages/sheet-strings.ts'
import { labelRoomMm } from './draw-tried.ts'
import { makePen } from './pen.ts'

const sheets = [
  { channel: 'call', about: 'person' },
  { channel: 'doorstep', about: 'person' },
  { channel: 'doorstep', about: 'home' },
] as const

test.each(['en', 'cy'] as const)('no label of a box is cut on any sheet of any pack: %s', lang => {
  const pen = makePen('labels')
  const { otherBox, worried } = sheetStrings(lang)
  const cut = allPacks().flatMap(pack =>
    sheets.flatMap(asks => {
      const { boxes } = lineKeyOf({ pack, asks }, lang)
      expect(boxes.map(({ key }) => key)).toEqual(keysOn(pack, asks).boxes)
      const words = [...boxes.map(({ label }) => label), otherBox]
      const wide = words.filter((label, at) => pen.widthOf(label) > labelRoomMm(at))
      const isWide = pen.widthOf(worried, { isBold: true }) > labelRoomMm(words.length)
      return isWide ? [...wide, worried] : wide
    }),
  )
  expect([...new Set(cut)]).toEqual([])
})
