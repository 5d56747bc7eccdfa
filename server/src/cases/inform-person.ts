import { archiveCase, confirmReceipt, informPerson } from '@daodi/contract/staff/cases/inform-person.ts'
import { archiveCase as archive, confirmReceipt as confirm, informPerson as inform } from '@daodi/domain/cases/inform-person.ts'
import { forbiddenPhrase } from '@daodi/domain/cases/phrases.ts'
import { actRoute } from './act-route.ts'

export const informPersonRoute = actRoute(informPerson, (scene, by, { body }) => {
  const phrase = forbiddenPhrase(body.text, scene.rules.policy)
  return inform(scene.state, by, { channel: body.channel, text: scene.texts.add('contact', body.text), confirmed: body.confirmed ?? false, phrase })
})

export const confirmReceiptRoute = actRoute(confirmReceipt, (scene, by, { body }) => confirm(scene.state, by, { channel: body.channel, note: scene.texts.maybe('note', body.note) }))

export const archiveCaseRoute = actRoute(archiveCase, (scene, by, { body }) => archive(scene.state, by, scene.texts.add('summary', body.summary)))
