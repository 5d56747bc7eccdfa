import type { Language } from './words.ts'

/** What the forms of duty say besides their data. */
const zh = {
  title: { handOver: '工作交接单', log: '值班日志', roster: '值班表', covers: 'AB岗备案表' },
  shortDay: (month: number, day: number) => `${month}月${day}日`,
  unit: '科室', shift: '班次', time: '起止时间', date: '日期', person: '值班员', leader: '带班领导', phone: '值班电话', name: '姓名', post: '职务', none: '无',
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'], rest: '休', weekdaySigns: ['一', '二', '三', '四', '五', '六', '日'], restSign: '休', nextDay: '次日', number: '编号', subject: '事由', serial: '序号', remarks: '备注', erased: '（已删除）',
  handOver: {
    tasks: '未完成的班内事项', task: '事项',
    from: '交班人', to: '接班人', at: '交班时间', open: '待办事项', progress: '进度', limit: '时限', promised: (when: string) => `承诺 ${when}`, late: '已超期', custody: '所交材料', received: '收据号', paper: '材料名称', count: (copies: number) => `共 ${copies} 份`, takenAt: '收取时间', checked: '清点',
    seals: '印章、钥匙和设备', bells: '未应答的呼叫', bellCount: (count: number) => `${count} 个`, notes: '注意事项', signed: '系统内签收', signedBy: (name: string, when: string) => `${name}　${when}`, notSigned: '未签收', witness: '监交人',
    notWritten: '交接班记录尚未写，以下是打印时的情况。', handler: '承办', firstContact: '首问',
  },
  log: {
    came: '来访来电', at: '时间', channel: '方式', done: '处理', passed: '移交', summary: '处理情况', round: '班前巡视', handed: '交班', more: '其他事项',
    counts: (all: number, spot: number, passed: number) => `登记 ${all} 件，其中当场答复 ${spot} 件、转给他人 ${passed} 件。`, acts: (told: number, signed: number, ended: number) => `本班人员共答复 ${told} 次、签收 ${signed} 件、办结 ${ended} 件。`, bells: (count: number) => `应铃 ${count} 次。`,
    roundDone: (when: string, items: number, faults: number) => `${when} 巡视 ${items} 项，${faults === 0 ? '未发现问题' : `发现 ${faults} 处问题，均已登记`}。`, handedTo: (name: string, when: string, cases: number) => `${when} 交 ${name}，未了 ${cases} 件`, accepted: (when: string) => `，${when} 签收。`, waiting: '，未签收。',
    cut: (most: number) => `件数较多，只列本班最近登记的 ${most} 件。`,
  },
  roster: { week: (from: string, to: string) => `${from}至${to}`, people: '值班人员电话', noKinds: '没有班次', noShifts: '本月还没有排班' },
  covers: { post: '岗位', holder: 'A岗', deputy: 'B岗', phone: '电话', duties: '职责', since: '备案日期', empty: '还没有定岗、定 B 岗', cut: (most: number) => `只列前 ${most} 行，请按科室分别打印。`, maker: '填报人', approver: '审批' },
}

export type DutyWords = typeof zh

const en: DutyWords = {
  title: { handOver: 'Hand-over sheet', log: 'Duty log', roster: 'Duty roster', covers: 'Register of posts and deputies' },
  shortDay: (month, day) => `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  unit: 'Unit', shift: 'Shift', time: 'From and to', date: 'Date', person: 'On duty', leader: 'Leader in charge', phone: 'Duty phone', name: 'Name', post: 'Post', none: 'None',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], rest: 'off', weekdaySigns: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'], restSign: '*', nextDay: 'next day', number: 'Number', subject: 'Subject', serial: 'No.', remarks: 'Remarks', erased: '(erased)',
  handOver: {
    tasks: 'Tasks still to be done', task: 'Task',
    from: 'Handed over by', to: 'Taken over by', at: 'Handed over at', open: 'What is open', progress: 'Progress', limit: 'Due', promised: (when) => `promised ${when}`, late: 'late', custody: 'Papers handed over', received: 'Receipt no.', paper: 'Paper', count: (copies) => `${copies} in all`, takenAt: 'Taken at', checked: 'Checked',
    seals: 'Seals, keys and equipment', bells: 'Unanswered bells', bellCount: (count) => String(count), notes: 'To note', signed: 'Signed in the product', signedBy: (name, when) => `${name}, ${when}`, notSigned: 'Not signed yet', witness: 'Witness',
    notWritten: 'The record has not been written yet; this is how things stood when it was printed.', handler: 'handler', firstContact: 'first contact',
  },
  log: {
    came: 'Visits and calls', at: 'Time', channel: 'By', done: 'What was done', passed: 'Passed on to', summary: 'Work done', round: 'Round', handed: 'Handed over', more: 'Anything else',
    counts: (all, spot, passed) => `Registered ${all}, of these answered on the spot ${spot}, passed on ${passed}.`, acts: (told, signed, ended) => `In this shift: replies ${told}, referrals signed for ${signed}, cases closed ${ended}.`, bells: (count) => `Bells answered ${count}.`,
    roundDone: (when, items, faults) => `${when}: ${items} points looked at, ${faults === 0 ? 'nothing found' : `${faults} found, all registered`}.`, handedTo: (name, when, cases) => `${when} to ${name}, ${cases} open`, accepted: (when) => `, signed ${when}.`, waiting: ', not signed yet.',
    cut: (most) => `Only the latest ${most} of the shift are listed.`,
  },
  roster: { week: (from, to) => `${from} to ${to}`, people: 'Phones of those on duty', noKinds: 'There are no shifts', noShifts: 'Nobody is on the roster this month yet' },
  covers: { post: 'Post', holder: 'Holder (A)', deputy: 'Deputy (B)', phone: 'Phone', duties: 'Duties', since: 'Recorded on', empty: 'No holders and deputies yet', cut: (most) => `Only the first ${most} rows; print by unit.`, maker: 'Prepared by', approver: 'Approved by' },
}

export function dutyWordsIn(language: Language): DutyWords {
  return language === 'en' ? en : zh
}
