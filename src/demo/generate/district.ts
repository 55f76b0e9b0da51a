// What is the whole invented district? Places, the people who work, and the people on the lists.
import { generatePeople } from './people.ts'
import { generatePlaces } from './places.ts'
import { staffThePlaces } from './staff.ts'
import type { District, GenerateRequest } from './types.ts'

export function generateDistrict(request: GenerateRequest): District {
  const places = generatePlaces(request)
  const staff = staffThePlaces(request, places)
  return { ...request, places, staff, people: generatePeople(request, places) }
}
