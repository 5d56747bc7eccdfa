import type { z } from 'zod'
import type { Channel as ChannelCode, ReplyChannel as ReplyChannelCode } from '@daodi/contract/shared/codes.ts'
import { addInformation, askPublicly, rateCase, sayNotSolved } from '@daodi/contract/public/cases.ts'
import type { Operation } from '@daodi/contract/operation.ts'
import { decideCase } from '@daodi/contract/staff/cases/decide-case.ts'
import type { Decision } from '@daodi/contract/staff/cases/decision.ts'
import { getCase } from '@daodi/contract/staff/cases/get-case.ts'
import { registerCase } from '@daodi/contract/staff/cases/register-case.ts'
import { returnPapers } from '@daodi/contract/staff/cases/return-papers.ts'
import type { CaseStanding } from '@daodi/contract/staff/cases/views.ts'
import type { Requester } from './people-of-the-county.ts'
import type { Ask } from './shelf.ts'
import type { Stage } from './stage.ts'

export type Channel = z.infer<typeof ChannelCode>
export type Deciding = z.input<typeof Decision>
type Standing = z.output<typeof CaseStanding>
type CaseOperation = Operation<z.ZodType<unknown, { caseId: string }>, z.ZodType, z.ZodType, typeof CaseStanding>

/** Who asks: somebody known, somebody who would rather not say, or a passer-by who was not asked for a name. */
export type Asker = Requester | 'declined' | 'passer-by'

/** One case on the stage, with the names of those who have it. */
export class CasePlay {
  readonly stage: Stage
  readonly ask: Ask
  readonly asker: Asker
  readonly channel: Channel
  first: string
  handler: string
  dueAt: string | null = null
  number = ''
  isReopened = false
  #caseId = ''
  #code = ''

  constructor(stage: Stage, about: { ask: Ask; asker: Asker; channel: Channel; first: string }) {
    this.stage = stage
    this.ask = about.ask
    this.asker = about.asker
    this.channel = about.channel
    this.first = about.first
    this.handler = about.first
  }

  async register(decision: Deciding | null): Promise<void> {
    const { ask } = this
    const requester = this.#requester() ?? (ask.category === 'report' ? { declined: true } : null)
    // A report by telephone leaves its content behind, and says whether the number is withheld.
    const reportsByPhone = ask.category === 'report' && this.channel === 'phone'
    const content = ask.content ?? (reportsByPhone ? ask.subject : null)
    const deskId = this.channel === 'visit' ? this.stage.deskId(this.first) : null
    const { reply } = await this.stage.staff(this.first, registerCase, {
      params: {},
      body: {
        channel: this.channel, subject: ask.subject, category: ask.category, ...(content === null ? {} : { content }), ...(requester ? { requester } : {}),
        ...(ask.matter === null ? {} : { matterId: this.stage.matterId(ask.matter) }), ...(ask.urgent ? { urgency: 'urgent' } : {}),
        ...(ask.category === 'complaint' ? { readBack: true, involvedCount: ask.subject.length % 3 + 1 } : {}), ...(ask.category === 'help' && ask.subject.length % 4 === 0 ? { priority: ['老年人'] } : {}), ...(deskId === null ? {} : { deskId }), ...(decision ? { decision } : {}),
      },
    })
    this.number = reply.number
    this.#code = reply.trackingCode
    this.#caseId = reply.id
    this.#stands(reply)
  }

  async askOnTheWeb(): Promise<void> {
    const { ask } = this
    const requester = this.#requester()
    const { reply, caseId } = await this.stage.public(askPublicly, {
      params: {},
      body: { institutionId: this.stage.institutionId, subject: ask.subject, category: ask.category, ...(ask.content === null ? {} : { content: ask.content }), ...(requester ? { requester } : {}) },
    })
    this.number = reply.number
    this.#code = reply.trackingCode
    this.#caseId = caseId ?? ''
  }

  decide(decision: Deciding): Promise<void> {
    return this.act(this.first, decideCase, decision)
  }

  async act<Op extends CaseOperation>(who: string, operation: Op, body: z.input<Op['body']>): Promise<void> {
    const { reply } = await this.stage.staff(who, operation, { params: { caseId: this.#caseId } as z.input<Op['params']>, body })
    this.#stands(reply)
  }

  get caseId(): string {
    return this.#caseId
  }

  /** Everything still held is given back by whoever holds it. */
  async returnAllPapers(): Promise<void> {
    const { reply } = await this.stage.staff(this.handler, getCase, { params: { caseId: this.#caseId }, body: undefined })
    for (const item of reply.custody) {
      if (item.returnedAt === null) await this.act(this.handler, returnPapers, { custodyId: item.id })
    }
  }

  async rate(grade: number, said: { reasons: string[]; comment?: string; solved?: boolean }): Promise<void> {
    await this.stage.public(rateCase, { params: { number: this.number }, body: { code: this.#code, grade, ...said } })
  }

  async sayNotSolved(reason: string): Promise<void> {
    const { reply } = await this.stage.public(sayNotSolved, { params: { number: this.number }, body: { code: this.#code, reason } })
    if (reply.status !== 'handling') throw new Error(`${this.number} was not opened again`)
    this.isReopened = true
    const { reply: page } = await this.stage.staff(this.handler, getCase, { params: { caseId: this.#caseId }, body: undefined })
    this.#stands(page)
  }

  async addInformation(text: string): Promise<void> {
    await this.stage.public(addInformation, { params: { number: this.number }, body: { code: this.#code, text } })
  }

  /** The way back to the person. */
  get replyBy(): z.infer<typeof ReplyChannelCode> {
    if (typeof this.asker === 'string') return this.channel === 'visit' ? 'visit' : 'web'
    return this.channel === 'letter' ? 'letter' : this.channel === 'bell' || this.channel === 'visit' && this.ask.days === null ? 'visit' : 'phone'
  }

  #stands(reply: Pick<Standing, 'firstContact' | 'handler' | 'dueAt'>): void {
    this.first = reply.firstContact.personName
    this.handler = reply.handler.personName
    this.dueAt = reply.dueAt
  }

  #requester(): { name?: string; phone?: string; address?: string; declined?: boolean } | null {
    if (this.asker === 'passer-by') return null
    return this.asker === 'declined' ? { declined: true } : { ...this.asker }
  }
}
