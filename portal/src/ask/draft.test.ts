import { expect, test } from 'vitest'
import { zh } from '../texts.zh.ts'
import { blankDraft, faultsIn, keepDraft, questionOf, recallDraft } from './draft.ts'

const told = { ...blankDraft('11111111-1111-4111-8111-111111111111'), subject: ' 路灯不亮\u200B ', phone: '１３８ 0000 0001' }

test('what was typed is cleaned, and what was left empty is not sent', () => {
  expect(questionOf(told, 'web')).toEqual({
    institutionId: told.institutionId, subject: '路灯不亮', channel: 'web', requester: { phone: '138 0000 0001' },
  })
})

test('who would rather not say sends no name or phone, even one written before', () => {
  expect(questionOf({ ...told, name: '赵敏', contact: 'decline' }, 'qr').requester).toEqual({ declined: true })
})

test.each([
  ['nothing chosen', { institutionId: '' }, ['/institutionId']],
  ['only invisible characters', { subject: '\u200B \u202A' }, ['/subject']],
  ['no way to be reached', { phone: '' }, ['/requester/phone']],
  ['a phone with letters', { phone: 'abc' }, ['/requester/phone']],
  ['a mobile that cannot be', { phone: '12345678901' }, ['/requester/phone']],
  ['a mobile beginning with 2', { phone: '238 0000 0001' }, ['/requester/phone']],
  ['a mobile one digit short', { phone: '1380000000' }, ['/requester/phone']],
  ['a mobile one digit long', { phone: '138000000011' }, ['/requester/phone']],
  ['a mobile with +86', { phone: '+86 138 0000 0001' }, []],
  ['a landline of the big city', { phone: '010-66661234' }, []],
  ['a landline of 4 and 8', { phone: '0536-80003051' }, []],
  ['a landline without area code', { phone: '8000305' }, []],
  ['a 400 number', { phone: '400-123-4567' }, []],
  ['a number abroad', { phone: '+1 415 555 0100' }, []],
  ['a name is enough', { phone: '', name: '赵敏' }, []],
  ['silence is enough when said', { phone: '', contact: 'decline' as const }, []],
])('%s', (_, part, pointers) => expect(Object.keys(faultsIn({ ...told, ...part }, zh))).toEqual(pointers))

test('a draft survives a browser that keeps nothing, and junk in its place is ignored', () => {
  keepDraft({ ...told, content: '第二行' })
  expect(recallDraft('').content).toBe('第二行')
  keepDraft(JSON.parse('{"subject":7,"unknown":"x","place":"桥头"}'))
  expect(recallDraft('i')).toEqual({ ...blankDraft('i'), place: '桥头' })
})
