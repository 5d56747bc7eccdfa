import type { Due } from '@daodi/domain/calendar/calendar.ts'
import type { DigestAbout, LetterAbout, StaffLetterAbout } from './store.ts'

/**
 * Letters leave the organisation and lie in mailboxes for years: they say that something happened to which case, and where
 * to read on; never what was asked or answered, nor who asked.
 */
export interface Words { subject: string; text: string }

/** What a notice says to staff; English after the Chinese. */
const STAFF: Readonly<Record<string, readonly [string, string]>> = {
  referred: ['有一件转来，请签收', 'A case was referred to you; please sign for it'], accepted: ['转办已签收', 'The referral was signed for'], returned: ['转办被退回', 'The referral was returned'],
  referralWithdrawn: ['转办已撤回', 'The referral was withdrawn'], rulingAsked: ['有一件请您裁定由谁承办', 'You are asked to rule who handles a case'], ruled: ['已裁定承办人', 'The handler was ruled'],
  registered: ['有一件新登记，您是首问责任人', 'A new case: you are its first contact'], succeeded: ['有一件由您接替', 'You succeed somebody in a case'], promised: ['已作出承诺', 'A promise was made'],
  resolved: ['已有办理结果，待答复', 'There is a result; the person is to be told'], resultReturned: ['办理结果已退回重办', 'The result was returned'], answered: ['已答复', 'The person was told'], closed: ['已办结', 'The case was closed'], reopened: ['已重办', 'The case was reopened'],
  caseWithdrawn: ['诉求已撤回', 'The case was withdrawn'], informationAdded: ['来访人补充了说明', 'The person added information'], papersComplete: ['材料已收齐，可以办理', 'The papers are complete'], rated: ['来访人作了评价', 'The person rated'],
  asked: ['有一项请您办理或批准', 'You are asked to do or approve something'], decided: ['您提请的事有了答复', 'What you asked for was answered'], urged: ['被催办，请尽快办理', 'Urged: please see to it'],
  extended: ['已延期', 'The case was extended'], paused: ['已暂停计时', 'The clock is paused'],
  dutyWarned: ['有一项快到期', 'A duty is nearly due'], dutyLate: ['有一项已超期', 'A duty is late'], dutyClimbed: ['有一项超期，逐级上报到您', 'A late duty has climbed to you'],
  liaisonTold: ['有一件由其他科室转来，请您作为联络员协调', 'A case comes from another department; you are told as liaison'],
  dutyTakenUp: ['逐级上报的一项已有人接办', 'A duty that had climbed was taken up'],
  taskGiven: ['有一项接待轮到您', 'It is your turn to receive somebody'], taskOffered: ['有一项接待请主班接手', 'Somebody has come; the main shift is asked to take over'], taskBack: ['有一项接待由您办完', 'A reception stays with you'],
  walkroundPlanned: ['有一次查房或巡查已安排', 'A walk-round was announced'], walkroundCancelled: ['一次查房或巡查已取消', 'A walk-round was cancelled'],
  walkroundUnattended: ['有一次查房或巡查届时无人当班', 'Nobody is on duty for a walk-round'],
  standInBegun: ['您现在代一位同事办理其在办事项', 'You now stand in for a colleague'], standInEnded: ['有人代您办理了您不在岗期间的事项', 'What was done in your place while you were away'],
  webhookOff: ['外发事件的接收地址已停用', 'A webhook endpoint was switched off'],
}
const OTHER: readonly [string, string] = ['有一条新提醒', 'There is a notice for you']

export function noticeLetter(about: StaffLetterAbout, publicUrl: string | null): Words {
  const [zh, en] = STAFF[about.kind] ?? OTHER
  const number = about.number === null ? '' : ` ${about.number}`
  const due = about.due_at === null ? [] : [`期限 / due: ${dueText({ at: about.due_at, estimated: about.due_estimated === true }, about.time_zone)}`]
  const link = publicUrl !== null && about.case_id !== null ? [`${base(publicUrl)}staff/cases/${about.case_id}`] : []
  const who = about.actor_name === null ? [] : [`经手 / by: ${about.actor_name}`]
  return {
    subject: `【首问负责】${zh}${number}`,
    text: lines(`${zh}。${number}`, `${en}.${number}`, '', `时间 / at: ${clockOf(about.at, about.time_zone)}`, ...who, ...due, ...link, '', about.institution, FOOT),
  }
}

export function digestLetter(about: DigestAbout, publicUrl: string | null): Words {
  const rows = about.notices.map(({ kind, number, at }) => `· ${clockOf(at, about.time_zone)}  ${(STAFF[kind] ?? OTHER)[0]}${number === null ? '' : ` ${number}`}`)
  const more = about.unread > about.notices.length ? [`… 共 ${about.unread} 条 / ${about.unread} in all`] : []
  return {
    subject: `【首问负责】每日汇总：超期 ${about.late}，今日到期 ${about.due_today}，未读提醒 ${about.unread}`,
    text: lines(
      `超期 / late: ${about.late}`, `今日到期 / due today: ${about.due_today}`, `未读提醒 / unread notices: ${about.unread}`, '', ...rows, ...more,
      ...(publicUrl === null ? [] : ['', `${base(publicUrl)}staff/todo`]), '', about.institution, FOOT,
    ),
  }
}

const REQUESTER: Readonly<Record<string, readonly [string, string]>> = {
  registered: ['已经登记', 'was registered'], accepted: ['已由承办人签收', 'was taken on by its handler'], ruled: ['已确定承办人', 'has a handler now'], promised: ['已承诺办理期限', 'has a promised date'],
  resolved: ['已有办理结果', 'has a result'], answered: ['已经答复', 'was answered'], closed: ['已经办结', 'was closed'], reopened: ['已重新办理', 'is being handled again'], caseWithdrawn: ['已按您的意愿撤回', 'was withdrawn'],
  extended: ['办理期限已延长', 'takes longer: its date was moved'], paused: ['因等待材料或其他单位，暂停计时', 'waits for papers or others'],
}

export function requesterLetter(kind: string, about: LetterAbout, publicUrl: string | null): Words {
  const [zh, en] = REQUESTER[kind] ?? ['有新的进展', 'has news']
  const promised = about.promised_at === null || kind === 'closed' ? [] : [`承诺期限 / promised by: ${dueText({ at: about.promised_at, estimated: about.promised_estimated === true }, about.time_zone)}`]
  const unit = `承办 / handled by: ${about.unit} ${about.handler}${about.unit_phone === null ? '' : `，电话 / phone ${about.unit_phone}`}`
  const track = publicUrl === null ? [] : [`${base(publicUrl)}track`]
  return {
    subject: `【${about.institution}】您的诉求 ${about.number} ${zh}`,
    text: lines(
      '您好：', `您向我们提出的诉求（编号 ${about.number}）${zh}。`, `Your request ${about.number} ${en}.`, '', unit, ...promised, '',
      '凭编号和登记时给您的查询码可以查看全部进展。 / With the number and the code you were given you can see how it stands.', ...track, '', about.institution, FOOT,
    ),
  }
}

const FOOT = '本邮件由系统自动发出，请勿直接回复。 / Sent automatically; please do not reply.'
const base = (url: string): string => (url.endsWith('/') ? url : `${url}/`)
const lines = (...all: string[]): string => `${all.join('\n')}\n`

/** 2026-03-02 09:05, by the institution's clock. */
function clockOf(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(at))
}

/** A moment something is owed: midnight belongs to the day it ends; what no published holiday notice covers says so. */
function dueText({ at, estimated }: Due, timeZone: string): string {
  const text = clockOf(at, timeZone).replace(/^.* 00:00$/, () => clockOf(new Date(Date.parse(at) - 60_000).toISOString(), timeZone).replace('23:59', '24:00'))
  return estimated ? `${text}（推算 / estimated）` : text
}

export function testLetter(): Words {
  return { subject: '【首问负责】测试邮件 / test', text: lines('这是一封测试邮件，收到即说明邮件设置可用。', 'This is a test; if you can read it, mail works.', '', FOOT) }
}
