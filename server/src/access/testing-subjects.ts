import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect } from 'vitest'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import { upload } from '../attachments/testing-upload.ts'
import { insertDesk } from '../directory/store-desks.ts'
import { insertGroup } from '../directory/store-groups.ts'
import { insertOutside } from '../directory/store-outside.ts'
import { insertPerson } from '../directory/store-people.ts'
import { insertPost } from '../directory/store-posts.ts'
import { exportPath } from '../exports/folder.ts'
import { insertMessage } from '../outbox/store.ts'
import type { Who, World } from '../testing-world.ts'
import { insertEndpoint, secretOf } from '../webhooks/store.ts'
import type { Stage, Subject, Where } from './testing-rows.ts'

/** Whose the subjects are: of this unit, of another one, of another institution. */
export const OWNERS = { here: 'qian', there: 'li', foreign: 'out' } as const

export type Prepared = Pick<Subject, 'caseId' | 'number' | 'code' | 'custodyId' | 'aboutId'>

/** Brings what the rows of the matrix ask about. */
export class Subjects {
  readonly #world: World
  readonly #folder: string

  constructor(world: World, folder: string) {
    this.#world = world
    this.#folder = folder
  }

  #institutionOf(where: Where): string {
    return where === 'foreign' ? this.#world.otherInstitutionId : this.#world.institutionId
  }

  async subjectAt(where: Where): Promise<Omit<Subject, 'fresh'>> {
    const who = OWNERS[where]
    const institutionId = this.#institutionOf(where)
    const { unit_id: unitId } = await this.#world.db.selectFrom('people').select('unit_id').where('id', '=', this.#world.people[who]).executeTakeFirstOrThrow()
    const prepared = await this.bring('handling', where)
    const attached = await upload(this.#world, who, prepared.caseId, { name: '说明.txt', bytes: '说明' })
    const personId = this.#world.services.newId()
    await insertPerson(this.#world.db, { institutionId, id: personId, unitId, name: '对象', login: `target-${where}` })
    const exportId = this.#world.services.newId()
    await this.#world.db.insertInto('exports').values({
      institution_id: institutionId, id: exportId, person_id: this.#world.people[who], layout: 'brief', language: 'zh-CN', filters: '{}', state: 'done', total: 0, created_at: this.#world.services.clock(),
    }).execute()
    await mkdir(dirname(exportPath(this.#folder, exportId)), { recursive: true })
    await writeFile(exportPath(this.#folder, exportId), 'workbook')
    const directory = { postId: this.#world.services.newId(), deskId: this.#world.services.newId(), groupId: this.#world.services.newId(), contactId: this.#world.services.newId() }
    await insertPost(this.#world.db, { institutionId, id: directory.postId, unitId, name: `岗位 ${where}` })
    await insertDesk(this.#world.db, { institutionId, id: directory.deskId, unitId, name: `窗口 ${where}`, kind: 'window' })
    await insertGroup(this.#world.db, { institutionId, id: directory.groupId, unitId, name: `小组 ${where}`, kind: 'working' })
    await insertOutside(this.#world.db, { institutionId, id: directory.contactId, name: `外单位 ${where}` })
    const matter = await this.#directoryAt(institutionId, unitId, prepared.caseId)
    return {
      ...prepared, ...directory, ...matter, attachmentId: attached.body.id, unitId, personId, tokenId: '', endpointId: '', outboxId: '', exportId, institutionId,
      officePersonId: this.#world.people.an, officeUnitId: this.#world.units['办公室'] ?? '',
      demoPersonId: this.#world.people.li,
    }
  }

  /** A receiver of events, and an event that it did not take. */
  async leaving(where: Where): Promise<{ endpointId: string; outboxId: string }> {
    const [endpointId, outboxId, institutionId, at] = [this.#world.services.newId(), this.#world.services.newId(), this.#institutionOf(where), this.#world.services.clock()]
    await this.#world.db.deleteFrom('webhook_endpoints').execute()
    await insertEndpoint(this.#world.db, { institutionId, id: endpointId, name: '接收', url: 'https://example.cn/', kinds: ['case.closed'], mostFailures: 5, secretBox: this.#world.services.secrets.close('whsec_c2VjcmV0', secretOf(institutionId, endpointId)), at })
    await insertMessage(this.#world.db, { institutionId, id: outboxId, channel: 'webhook', purpose: 'test', endpointId, kind: 'test', at })
    await this.#world.db.updateTable('outbox').set({ state: 'given-up', next_at: null, ended_at: at }).where('id', '=', outboxId).execute()
    return { endpointId, outboxId }
  }

  /** A matter of the unit with a draft, the edition it is of, and a ruling that holds in future. */
  async #directoryAt(institutionId: string, unitId: string, caseId: string): Promise<Pick<Subject, 'matterId' | 'precedentId'>> {
    const [matterId, precedentId] = [this.#world.services.newId(), this.#world.services.newId()]
    const at = this.#world.services.clock()
    await this.#world.db.insertInto('matter_editions').values({ institution_id: institutionId, number: 1, published_at: at, published_by: null, note: null, matters: 1, added: 1, changed: 0, removed: 0, digest: '' })
      .onConflict((conflict) => conflict.doNothing()).execute()
    await this.#world.db.insertInto('matters').values({ institution_id: institutionId, id: matterId, unit_id: unitId, name: `事项 ${matterId}`, papers: '[]', words: '' }).execute()
    const { personId: ruledBy } = await this.#world.db.selectFrom('people').select('id as personId').where('institution_id', '=', institutionId).limit(1).executeTakeFirstOrThrow()
    await this.#world.db.insertInto('precedents').values({ institution_id: institutionId, id: precedentId, case_id: caseId, unit_id: unitId, matter_id: null, words: ['许可'], ruled_by: ruledBy, ruled_at: at, revoked_at: null }).execute()
    return { matterId, precedentId }
  }

  /** What one caller took away is there again for the next. */
  async restoreDirectory({ institutionId, unitId, matterId }: Pick<Subject, 'institutionId' | 'unitId' | 'matterId'>): Promise<void> {
    await this.#world.db.updateTable('precedents').set({ revoked_at: null }).execute()
    await this.#world.db.insertInto('matter_drafts').values({ institution_id: institutionId, matter_id: matterId, document: null, name: '草稿', unit_id: unitId, precedent_id: null, changed_at: this.#world.services.clock(), changed_by: null })
      .onConflict((conflict) => conflict.doNothing()).execute()
  }

  /** A case at the given stage, by its own first contact alone. Foreign ones stay at `handling`: nobody of the bureau can tell. */
  async bring(stage: Stage, where: Where): Promise<Prepared> {
    const who = OWNERS[where]
    const question = { channel: 'visit', subject: '许可证补办', category: stage === 'application' ? 'application' : 'help', requester: { name: '赵敏', phone: '13800000001' }, ...(stage === 'registered' ? {} : { decision: { branch: 'mine' } }) }
    const { caseId, number, code } = await this.#register(who, question)
    const step = async (path: string, body: object): Promise<void> => {
      const answered = await this.#world.call(who, 'POST', `/api/staff/cases/${caseId}/${path}`, body)
      expect(answered.status, JSON.stringify(answered.body)).toBe(200)
    }
    let custodyId: string = caseId
    let aboutId: string = caseId
    if (where !== 'foreign') {
      if (stage === 'papers' || stage === 'offered') {
        await step('papers', { papers: ['身份证'] })
        custodyId = (await this.#world.call(who, 'GET', `/api/staff/cases/${caseId}`)).body.custody[0].id
      }
      custodyId = await this.#bringTogether(stage, { caseId, custodyId }, step)
      if (stage === 'referred') await step('referral', { toUnitId: this.#world.units['办公室'], toPersonId: this.#world.people.an, reason: '请办公室办理' })
      if (stage === 'ruling') await step('ruling-request', { reason: '归属不明' })
      if (['resolved', 'answered', 'closed'].includes(stage)) await step('resolution', { outcome: 'solved', text: '已办好。' })
      if (stage === 'answered' || stage === 'closed') await step('reply', { channel: 'phone', text: '已办好。', close: stage === 'closed' })
    }
    if (where !== 'foreign') aboutId = await this.#bringOnCourse(stage, who, caseId)
    return { caseId, number, code, custodyId, aboutId }
  }

  /** Stages between colleagues; gives the id of what the act is about. */
  async #bringTogether(stage: Stage, { caseId, custodyId }: { caseId: string; custodyId: string }, step: (path: string, body: object) => Promise<void>): Promise<string> {
    const office = this.#world.people.an
    if (stage === 'offered') await step('papers/hand-over', { custodyId, toPersonId: office })
    if (stage === 'relayed') await step('relay', { toPersonId: office })
    if (stage === 'asked') await step('questions', { question: '可以这样答复吗？', toPersonIds: [office] })
    if (stage === 'inquired') await step('inquiries', { party: '兄弟公司', question: '进展如何？' })
    if (stage === 'forwarded') await step('unsolved', { text: '确实解决不了，已说明。', toPersonId: office })
    if (stage !== 'asked' && stage !== 'inquired') return custodyId
    const row = await this.#world.db.selectFrom('cases').select('state').where('id', '=', caseId).executeTakeFirstOrThrow()
    const state = row.state as unknown as CaseState
    return (stage === 'asked' ? state.consultations : state.inquiries)[0]?.id ?? caseId
  }

  /** Stages besides the case's way; gives the id of what the act is about. */
  async #bringOnCourse(stage: Stage, who: Who, caseId: string): Promise<string> {
    const step = async (by: Who, path: string, body: object): Promise<void> => {
      const answered = await this.#world.call(by, 'POST', `/api/staff/cases/${caseId}/${path}`, body)
      expect(answered.status, JSON.stringify(answered.body)).toBe(200)
    }
    const course = async () => (await this.#world.call(who, 'GET', `/api/staff/cases/${caseId}`)).body.course
    const reason = '等市里批复'
    if (stage === 'extension') await step(who, 'extension', { until: '2026-03-11T17:00:00+08:00', reason })
    if (stage === 'paused') {
      await step(who, 'pause', { cause: 'thirdParty', until: '2026-03-10T17:00:00+08:00', reason })
      await step('bao', 'approval', { approve: true })
    }
    if (stage === 'assisted') {
      await step(who, 'assists', { assistants: [{ unitId: this.#world.units['办公室'], personId: this.#world.people.an }], task: '请核实' })
      return (await course()).assists[0].id
    }
    if (stage === 'instructed') {
      await step('bao', 'instructions', { text: '请尽快办理' })
      return (await course()).instructions[0].id
    }
    if (stage === 'supervised') {
      await step('wu', 'supervision', { level: 'key', requirement: '限期办结' })
      await step(who, 'supervision/report', { text: '正在办理' })
    }
    if (stage === 'appointed') await step(who, 'appointment', { at: '2026-03-03T15:00:00+08:00', home: true })
    if (stage === 'helped') {
      await step(who, 'undone', { text: '没有办成' })
      return (await course()).help[0].id
    }
    return caseId
  }

  async #register(who: Who, body: object): Promise<{ caseId: string; number: string; code: string }> {
    const { status, body: registered } = await this.#world.call(who, 'POST', '/api/staff/cases', body)
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(registered)}`)
    return { caseId: registered.id, number: registered.number, code: registered.trackingCode }
  }
}
