import { addNote } from '@daodi/contract/staff/cases/add-note.ts'
import { addNote as add } from '@daodi/domain/cases/add-note.ts'
import { forbiddenPhrase } from '@daodi/domain/cases/phrases.ts'
import { actRoute } from './act-route.ts'

export const addNoteRoute = actRoute(addNote, (scene, by, { body }) => add(scene.state, by, {
  note: body.kind, text: scene.texts.add('note', body.text), public: body.public ?? body.kind === 'interim', phrase: forbiddenPhrase(body.text, scene.rules.policy),
}))
