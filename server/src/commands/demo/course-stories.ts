import { askForExtension, askForPause } from '@daodi/contract/staff/cases/approvals.ts'
import { makeAppointment } from '@daodi/contract/staff/cases/appointments.ts'
import { askForAssist } from '@daodi/contract/staff/cases/assists.ts'
import { getCase } from '@daodi/contract/staff/cases/get-case.ts'
import { instructCase, superviseCase, urgeCase } from '@daodi/contract/staff/cases/supervision.ts'
import type { CasePlay } from './case-play.ts'
import type { Pace } from './pace.ts'
import type { Story } from './stage.ts'

const DAY_MS = 86_400_000
const SUPERVISOR = '吴静'
const LEADER = '包正'
const HELPER = { unit: '城市建设科', person: '乔木' }

/** What happens to a case of the bureau that is still being worked on: each by its number, so that all of it is to be seen somewhere. */
export async function* onItsCourse({ play, pace }: { play: CasePlay; pace: Pace }): Story {
  const turn = Number(play.number.slice(-4)) + Number(play.number.at(-6))
  yield pace.after(1, 6)
  const at = (days: number): string => new Date(pace.ms + days * DAY_MS).toISOString()
  switch (turn % 6) {
    case 0:
      if (!await may(play, SUPERVISOR, 'superviseCase')) return
      await play.act(SUPERVISOR, superviseCase, { level: turn % 12 === 0 ? 'listed' : 'key', requirement: '请于时限内办结，按期报告进展。' })
      await play.act(SUPERVISOR, urgeCase, { text: '来访人再次询问进度，请抓紧。' })
      return
    case 1: {
      const limit = await limitOf(play)
      if (limit && await may(play, play.handler, 'askForExtension')) {
        await play.act(play.handler, askForExtension, { until: new Date(Date.parse(limit) + 3 * DAY_MS).toISOString(), reason: '须等市级主管部门书面批复，预计下周收到。' })
      }
      return
    }
    case 2:
      if (await may(play, play.handler, 'askForPause')) await play.act(play.handler, askForPause, { cause: 'thirdParty', until: at(6), reason: '已委托第三方机构检测，等检测报告。' })
      return
    case 3:
      if (play.handler === HELPER.person || !await may(play, play.handler, 'askForAssist')) return
      await play.act(play.handler, askForAssist, { assistants: [{ unitId: play.stage.unitId(HELPER.unit), personId: play.stage.personId(HELPER.person) }], task: '请核实该路段管线和路灯的权属，并反馈意见。' })
      return
    case 4:
      if (await may(play, LEADER, 'instructCase')) await play.act(LEADER, instructCase, { text: '群众反映属实的，尽快解决，结果报我。' })
      return
    default:
      if (await may(play, play.handler, 'makeAppointment')) await play.act(play.handler, makeAppointment, { at: at(1), home: true, place: '来访人家中' })
  }
}

async function may(play: CasePlay, who: string, act: string): Promise<boolean> {
  const { reply } = await play.stage.staff(who, getCase, { params: { caseId: play.caseId }, body: undefined })
  return reply.acts.some((one) => one.act === act && one.allowed)
}

async function limitOf(play: CasePlay): Promise<string | null> {
  const { reply } = await play.stage.staff(play.handler, getCase, { params: { caseId: play.caseId }, body: undefined })
  return reply.course.limitAt
}
