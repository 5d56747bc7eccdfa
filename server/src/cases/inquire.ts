import { answerInquiry, makeInquiry } from '@daodi/contract/staff/cases/inquire.ts'
import { answerInquiry as answer, makeInquiry as make } from '@daodi/domain/cases/inquire.ts'
import { forbiddenPhrase } from '@daodi/domain/cases/phrases.ts'
import { actRoute } from './act-route.ts'
import { utc } from './decision-ask.ts'

export const makeInquiryRoute = actRoute(makeInquiry, (scene, by, { body }) => {
  const party = scene.texts.add('party', JSON.stringify({ name: body.party, phone: body.phone ?? null }))
  return make(scene.state, by, { party, question: scene.texts.add('question', body.question), dueAt: body.dueAt === undefined ? null : utc(body.dueAt) }, scene.rules)
})

export const answerInquiryRoute = actRoute(answerInquiry, (scene, by, { body }) => answer(scene.state, by, {
  inquiryId: body.inquiryId, text: scene.texts.add('inquiry', body.text), tellPerson: body.tellPerson ?? false, phrase: forbiddenPhrase(body.text, scene.rules.policy),
}))
