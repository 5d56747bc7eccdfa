export type Language = 'zh' | 'en'

export interface Texts {
  title: string
  noServer(base: string): string
  notThisServer(base: string, detail: string): string
  notADemo(base: string): string
  noCast: string
  refused(step: string, code: string): string
  steps: Record<StepName, { title: string; told(names: Names): string }>
  owes: Partial<Record<string, string>>
  nobodyOwes: string
  by(due: string, days: number | undefined): string
  estimated: string
  answerable(firstContact: string): string
  inBrackets(words: string): string
  baton: { hold: string; wait: string; reply: string }
  suggested(names: Names): string
  seen: string
  register: string
  columns: readonly string[]
  channel: string
  outcome: string
  grade(grade: number): string
  ledger: string
  intact(entries: number, hash: string): string
  sealed(through: number, entries: number): string
  broken(seq: number): string
  done: string
  failed: string
  look(base: string, number: string): string
}

export type StepName = 'ask' | 'sign' | 'promise' | 'track' | 'resolve' | 'reply' | 'rate'
export interface Names { requester: string; receptionist: string; desk: string; handler: string; unit: string; matter: string; room: string; number: string; subject: string; text: string; due: string }

export const SUBJECT = '自建房翻建，规划许可要哪些材料、找谁办'
export const CONTENT = '老房子漏雨要翻建，村里说先办规划许可，跑了两次都没问明白，想知道要什么材料、找谁、多久能办好。'
export const REASON = '规划许可由许可科办理，已电话告知，材料复印件随转'
export const PROMISE = '四样材料已经收齐，按这个时间办结'
export const RESULT = '乡村建设规划许可证已核发，请凭身份证到三楼305室领取；放线当天请提前一天打电话，我们到现场验线。'
export const REPLY = `您好，您问的规划许可已经办好：${RESULT}`
export const COMMENT = '问错了窗口也没让我白跑，说几号就几号。'

const zh: Texts = {
  title: '到底 · 一件事从首问走到评价',
  noServer: (base) => `没有连上 ${base}。请先在另一个终端运行 npm start，等它显示网址后再试；端口不同请设置 PORT。`,
  notThisServer: (base, detail) => `${base} 上运行的不是本版本的服务（${detail}）。请停掉它，或用 PORT 指明正确的端口。`,
  notADemo: (base) => `${base} 是正式系统。导览会登记一件虚构的办件，所以只在演示系统里进行（npm start）。什么也没有写入。`,
  noCast: '演示数据里找不到窗口接待员和经办人，请换一个空的 DATA_DIR 重新生成演示。',
  refused: (step, code) => `“${step}”没有成功：${code}。`,
  steps: {
    ask: { title: '问错了窗口', told: (n) => `${n.requester}来到${n.desk}问：“${n.subject}”。这事不归窗口办，但${n.receptionist}是首问责任人：当场登记，编号 ${n.number}，转给${n.unit}${n.handler}，并给了回执。` },
    sign: { title: '签收', told: (n) => `${n.handler}签收。从这一刻起由${n.handler}办理；在此之前，一直是${n.receptionist}的事。` },
    promise: { title: '一次性告知，承诺时限', told: (n) => `${n.handler}核对四样材料，全部收齐，承诺 ${n.due} 前办结。` },
    track: { title: '来访人自己查', told: (n) => `${n.requester}用编号和查询码打开“查进度”，看到的是：` },
    resolve: { title: '办结', told: (n) => `${n.handler}办好了许可。事情还没完：要等${n.receptionist}把结果告诉${n.requester}。` },
    reply: { title: '首问责任人答复', told: (n) => `${n.receptionist}打电话答复：“${n.text}”` },
    rate: { title: '评价', told: (n) => `${n.requester}打了五星：“${n.text}”` },
  },
  owes: { decide: '判定怎么办', signFor: '签收', rule: '裁定由谁办', resolve: '办结', reply: '答复来访人', callBack: '回访', approve: '审批', tell: '告知来访人', resume: '恢复办理', assist: '协办', reportBack: '批示反馈', feedback: '督办反馈', visit: '赴约', undone: '办不成事受理', support: '答复支持请求', round: '班前巡视', handOver: '交接班', answerBell: '应铃', task: '班内事项', walkround: '记录查房所见', appeal: '决定是否再办' },
  nobodyOwes: '没有人再欠什么。',
  by: (due, days) => `${due} 前${days === undefined ? '' : `（还有 ${days} 个工作日）`}`, estimated: '推算',
  answerable: (firstContact) => `· 首问 ${firstContact}，负责到来访人得到答复`, inBrackets: (words) => `（${words}）`,
  baton: { hold: '办理', wait: '待签收', reply: '待答复' },
  suggested: (n) => `登记台输入时已提示：${n.matter}，${n.unit} ${n.handler}，${n.room}`,
  seen: '最迟答复',
  register: '登记簿上的一行', columns: ['编号', '登记时间', '方式', '事由', '来访人', '首问责任人', '承办人', '办结时间', '结果', '评价'],
  channel: '来访', outcome: '已解决', grade: (grade) => `${'★'.repeat(grade)}${'☆'.repeat(5 - grade)}`,
  ledger: '台账',
  intact: (entries, hash) => `${entries} 条记录，哈希在本机逐条重算，首尾相接，没有被改动。末条 ${hash.slice(0, 16)}…`,
  sealed: (through, entries) => (through >= entries ? '全部已封签。' : through > 0 ? `已封签到第 ${through} 条，其余在一分钟内封签。` : '将在一分钟内封签。'),
  broken: (seq) => `第 ${seq} 条记录对不上：台账被改动过。`,
  done: '走完了：首问未变，每一步都有人，台账可核。', failed: '没有走完。',
  look: (base, number) => `在网页上看：${new URL('/staff/', base).href} 搜索 ${number}`,
}

const en: Texts = {
  title: 'Daodi · one question, from the first person asked to the rating',
  noServer: (base) => `Nothing answers at ${base}. Run "npm start" in another terminal first and wait until it shows its address; set PORT if it uses another port.`,
  notThisServer: (base, detail) => `What runs at ${base} is not this version of the server (${detail}). Stop it, or set PORT to the right port.`,
  notADemo: (base) => `${base} is a real system. The tour registers an invented case, so it plays in a demonstration only (npm start). Nothing was written.`,
  noCast: 'The demonstration has no receptionist or no handler; make a new one in an empty DATA_DIR.',
  refused: (step, code) => `"${step}" did not succeed: ${code}.`,
  steps: {
    ask: { title: 'Asked at the wrong desk', told: (n) => `${n.requester} asks at ${n.desk}: "${n.subject}" (which papers for rebuilding a house, and who does it). It is not this desk's work, but ${n.receptionist} was asked first and stays answerable: registered as ${n.number}, referred to ${n.handler} of ${n.unit}, receipt given.` },
    sign: { title: 'Signed for', told: (n) => `${n.handler} signs for it. From this moment the work is ${n.handler}'s; until now it was still ${n.receptionist}'s.` },
    promise: { title: 'One-time notice of papers, a promised date', told: (n) => `${n.handler} checks the four papers, nothing is missing, and promises an end by ${n.due}.` },
    track: { title: 'The person looks for themselves', told: (n) => `${n.requester} opens the tracking page with number and code, and sees:` },
    resolve: { title: 'Resolved', told: (n) => `${n.handler} has issued the permit. That is not the end: ${n.receptionist} still owes ${n.requester} the answer.` },
    reply: { title: 'Answered by the one who was asked first', told: (n) => `${n.receptionist} calls: "${n.text}"` },
    rate: { title: 'Rated', told: (n) => `${n.requester} gives five stars: "${n.text}"` },
  },
  owes: { decide: 'decide', signFor: 'sign for it', rule: 'rule who handles it', resolve: 'resolve it', reply: 'answer the person', callBack: 'call back', approve: 'decide on a request', tell: 'tell the person', resume: 'resume', assist: 'assist', reportBack: 'report on an instruction', feedback: 'report to supervision', visit: 'keep an appointment', undone: 'hear what could not be done', support: 'answer a request for support', round: 'do the round', handOver: 'hand the shift over', answerBell: 'answer the bell', task: 'do a task of the shift', walkround: 'record a walk-round', appeal: 'decide on another round' },
  nobodyOwes: 'Nobody owes anything any more.',
  by: (due, days) => `by ${due}${days === undefined ? '' : ` (${days} working day${days === 1 ? '' : 's'} left)`}`, estimated: 'estimated',
  answerable: (firstContact) => `· ${firstContact} was asked first and answers for it to the end`, inBrackets: (words) => ` (${words})`,
  baton: { hold: 'works on it', wait: 'to sign for it', reply: 'to answer' },
  suggested: (n) => `Shown at the register while typing: ${n.matter}, ${n.unit} ${n.handler}, ${n.room}`,
  seen: 'an answer at the latest',
  register: 'The line in the register', columns: ['Number', 'Registered', 'Channel', 'Subject', 'Requester', 'First contact', 'Handler', 'Closed', 'Result', 'Rating'],
  channel: 'visit', outcome: 'solved', grade: (grade) => `${grade} of 5`,
  ledger: 'The ledger',
  intact: (entries, hash) => `${entries} entries, every hash worked out again on this machine: the chain is whole. Last one ${hash.slice(0, 16)}…`,
  sealed: (through, entries) => (through >= entries ? 'All of them are sealed.' : through > 0 ? `Sealed through entry ${through}; the rest within a minute.` : 'To be sealed within a minute.'),
  broken: (seq) => `Entry ${seq} does not fit: the ledger has been altered.`,
  done: 'Done: the first contact never changed, somebody held it at every moment, and the ledger proves it.', failed: 'Not finished.',
  look: (base, number) => `On the pages: ${new URL('/staff/', base).href}, search for ${number}`,
}

export const texts: Readonly<Record<Language, Texts>> = { zh, en }

