import { promiseCase } from '@daodi/contract/staff/cases/promise-case.ts'
import { promiseCase as promise } from '@daodi/domain/cases/promise-case.ts'
import { actRoute } from './act-route.ts'
import { utc } from './decision-ask.ts'

export const promiseCaseRoute = actRoute(promiseCase, (scene, by, { body }) =>
  promise(scene.state, by, { dueAt: utc(body.dueAt), text: scene.texts.maybe('promise', body.text) }, scene.rules))
