// What is the whole invented district? Places, the people who work, and the people on the lists.
import { generatePeople } from './people.ts'
import { generatePlaces } from './places.ts'
import { staffThePlaces } from './staff.ts'
import { fixedStory } from './story.ts'
import type { District, GenerateRequest } from './types.ts'

export function generateDistrict(request: GenerateRequest): District {
  const { size, seed, story = fixedStory } = request
  const places = generatePlaces(request)
  const staff = staffThePlaces(request, places)
  const people = generatePeople(request, places)
  return { size, seed, story, places, staff, people }
}
