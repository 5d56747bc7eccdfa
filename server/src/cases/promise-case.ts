import { promiseCase } from '@daodi/contract/staff/cases/promise-case.ts'
import { localDate } from '@daodi/domain/calendar/calendar.ts'
import { promiseCase as promise } from '@daodi/domain/cases/promise-case.ts'
import { actRoute } from './act-route.ts'
import { utc } from './decision-ask.ts'

export const promiseCaseRoute = actRoute(promiseCase, (scene, by, { body }) => {
  const { calendar } = scene.rules
  const dueAt = utc(body.dueAt)
  const estimated = localDate(calendar, dueAt) > calendar.knownThrough
  return promise(scene.state, by, { dueAt, estimated, text: scene.texts.maybe('promise', body.text) }, scene.rules)
})
