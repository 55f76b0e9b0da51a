// The addresses of finding, opening, correcting, judging and erasing.
import type { RouteRule } from '../../events/index.ts'
import { takeRoutes } from '../../files-out/index.ts'
import { saveAddPerson, showAddPerson } from './add-person.tsx'
import { saveAlike, showAlike } from './alike.tsx'
import {
  answerReport,
  saveContactPoint,
  saveFlag,
  takeBackFlag,
  unbarPoint,
} from './change-person.ts'
import { saveCorrectPerson, showCorrectPerson } from './correct-person.tsx'
import { saveWord } from './doorstep-word.tsx'
import { saveErase, showErase } from './erase-person.tsx'
import { showFind, showHits } from './find.tsx'
import { showHousehold } from './household.tsx'
import { endApart } from './kept-apart.tsx'
import { savePart, showPart } from './part.tsx'
import { showPerson } from './person.tsx'
import { showReview } from './review.tsx'
import { answerReview, takeBackAnswer, takeNextPair } from './review-answers.ts'
import { showReviews } from './reviews.tsx'
import { reviewsTable } from './reviews-table.ts'
import { saveStray, showStrays } from './strays.tsx'

const person = '/people/:id'

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/find', may: 'people.read', handler: showFind },
  { method: 'get', path: '/find/hits', may: 'people.read', handler: showHits },
  // Before the address of a person, which would take `add` for an id.
  { method: 'get', path: '/people/add', may: 'people.add', handler: showAddPerson },
  { method: 'post', path: '/people/add', may: 'people.add', handler: saveAddPerson },
  { method: 'get', path: '/households/:id', may: 'people.read', handler: showHousehold },
  { method: 'get', path: person, may: 'people.read', handler: showPerson },
  { method: 'post', path: `${person}/flags`, may: 'people.report', handler: saveFlag },
  { method: 'post', path: `${person}/flags/lower`, may: 'people.confirm', handler: takeBackFlag },
  { method: 'post', path: `${person}/word`, may: 'people.report', handler: saveWord },
  { method: 'post', path: `${person}/confirm`, may: 'people.confirm', handler: answerReport },
  {
    method: 'post',
    path: `${person}/contact-points`,
    may: 'people.report',
    handler: saveContactPoint,
  },
  {
    method: 'post',
    path: `${person}/contact-points/unbar`,
    may: 'people.confirm',
    handler: unbarPoint,
  },
  { method: 'get', path: `${person}/alike`, may: 'people.report', handler: showAlike },
  { method: 'post', path: `${person}/alike`, may: 'people.report', handler: saveAlike },
  { method: 'get', path: `${person}/part`, may: 'people.merge', handler: showPart },
  { method: 'post', path: `${person}/part`, may: 'people.merge', handler: savePart },
  { method: 'post', path: `${person}/apart/end`, may: 'people.merge', handler: endApart },
  { method: 'get', path: '/strays', may: 'people.merge', handler: showStrays },
  { method: 'post', path: '/strays/:stray', may: 'people.merge', handler: saveStray },
  { method: 'get', path: `${person}/correct`, may: 'people.correct', handler: showCorrectPerson },
  { method: 'post', path: `${person}/correct`, may: 'people.correct', handler: saveCorrectPerson },
  { method: 'get', path: '/reviews', may: 'people.merge', handler: showReviews },
  ...takeRoutes({ of: '/reviews', may: 'people.take', find: reviewsTable }),
  // Before the address of a pair, which would take `next` for an id.
  { method: 'get', path: '/reviews/next', may: 'people.merge', handler: takeNextPair },
  { method: 'get', path: '/reviews/:id', may: 'people.merge', handler: showReview },
  { method: 'post', path: '/reviews/:id', may: 'people.merge', handler: answerReview },
  { method: 'post', path: '/reviews/:id/undo', may: 'people.merge', handler: takeBackAnswer },
  { method: 'get', path: '/erase', may: 'people.erase', handler: showErase },
  { method: 'post', path: '/erase', may: 'people.erase', handler: saveErase },
]
