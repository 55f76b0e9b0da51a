// Is a street walked up one side and down the other?
import { expect, test } from 'vitest'
import { doorOf, inDoorOrder } from './door-order.ts'

const at = (address: string, street = 'Mill Lane') => ({ street, address })

test('even doors go up, odd doors come back down, names last, street by street', () => {
  const doors = ['1 Mill Lane', '10 Mill Lane', '2 Mill Lane', 'Fen House', '23 Mill Lane'].map(
    one => at(one),
  )
  const walked = inDoorOrder([at('4 Back Row', 'Zoo Row'), ...doors]).map(one => one.address)
  const lane = ['2 Mill Lane', '10 Mill Lane', '23 Mill Lane', '1 Mill Lane', 'Fen House']
  expect(walked).toEqual([...lane, '4 Back Row'])
})

test('a flat stands at the number of its house, a door is called as it is written', () => {
  expect(inDoorOrder([at('13 Mill Lane'), at('Flat 2, 12 Mill Lane')])[0]?.address).toMatch(/Flat/)
  expect(doorOf('12a, Mill Lane')).toBe('12a')
  expect(doorOf('Fen House, Mill Lane')).toBe('Fen House')
})
