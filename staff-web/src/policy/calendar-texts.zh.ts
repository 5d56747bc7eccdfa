export const calendarZh = {
  unit: '科室', year: '{{year}} 年', yearBefore: '上一年', yearAfter: '下一年', tester: '期限试算', legend: '图例', none: '无',
  month: '{{name}}月（{{count}} 个工作日）', monthName: { m1: '1', m2: '2', m3: '3', m4: '4', m5: '5', m6: '6', m7: '7', m8: '8', m9: '9', m10: '10', m11: '11', m12: '12' },
  weekday: { d1: '星期一', d2: '星期二', d3: '星期三', d4: '星期四', d5: '星期五', d6: '星期六', d7: '星期日' }, weekdayShort: { d1: '一', d2: '二', d3: '三', d4: '四', d5: '五', d6: '六', d7: '日' },
  kind: { work: '工作日', weekend: '周末休息', holiday: '法定假日', makeUp: '调休上班', localRest: '本单位休息', localWork: '本单位上班', halfDay: '半天办公', localHours: '另定时间' },
  mark: { holiday: '休', makeUp: '班', localRest: '停', localWork: '加', halfDay: '半', localHours: '时' },
  estimated: '推算（通知尚未公布）', estimatedTag: '推算', changedDay: '草稿有变动',
  panes: '编辑内容', pane: { none: '全年', notice: '导入放假通知', hours: '作息与季节', versions: '历次版本' },
  knownThrough: '放假通知已知至 {{day}}；点日期可设本单位的休息、上班或半天。', allInherited: '本科室没有自己的日历，全部继承上级（通知已知至 {{day}}）。', ownParts: '本科室有自己的设定，其余继承上级（通知已知至 {{day}}）。',
  part: { kind: '办公方式', weekdays: '工作日', sessions: '每日时间', seasons: '夏令、冬令时间', holidays: '法定节假日' }, kinds: { sessions: '按作息时间', aroundTheClock: '昼夜连续' }, holidays: { national: '按国务院办公厅通知休息', none: '照常上班' },
  setHere: '本级设定', inherited: '继承', inheritAgain: '恢复继承', setIt: '在本级设定', fromN: '第 {{n}} 段开始', toN: '第 {{n}} 段结束', addSession: '添加一段', through: '至', seasonFrom: '第 {{n}} 季开始（月-日）', seasonTo: '第 {{n}} 季结束（月-日）', addSeason: '添加季节时间', removeSeason: '删除第 {{n}} 季',
  dayTitle: '{{date}} {{weekday}}', dayNow: '现在：{{kind}}', dayChoice: '这一天', choice: { usual: '按一般规定', rest: '休息', work: '上班（全天）', half: '上午半天', own: '另定时间' }, dayNote: '说明（选填，如“全员学习”）',
  draft_other: '日历草稿：这一年有 {{count}} 天变动', draftOf: '重新发布第 {{n}} 版', problems: '日历有问题，更正后才能发布', publishHint: '发布后，新起算的期限按新日历；已经定下的到期时间不变。发布人和时间记入台账。', note: '发布说明', publish: '发布日历', drop: '丢弃草稿', published: '日历第 {{version}} 版已发布',
  version: '版本', versionN: '第 {{n}} 版', publishedAt: '发布', acts: '操作', inForce: '现行', restored: '恢复自第 {{n}} 版', bySystem: '系统', take: '重新发布…', noVersions: '没有自己的日历版本。',
  notice: {
    title: '导入国务院办公厅放假通知', hint: '粘贴通知全文或其中的各条，也可以选择 JSON、CSV 日期表。先显示读到的日期，核对无误再采用；有一处自相矛盾，就一天也不采用。', text: '通知文字', example: '一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。',
    file: '选择文件…', year: '年份', yearAuto: '按文中', read: '读取', refused: '通知自相矛盾，没有采用任何日期', found: '{{year}} 年：休 {{rest}} 天（含周末），调休上班 {{work}} 天。', restDays: '放假：', workDays: '上班：', ignored: '没有采用的句子：', use: '采用，放入草稿',
  },
  test: {
    since: '从何时起', limit: '期限', unit: '按哪个科室的日历', run: '试算', due: '到期时间：', steps: '逐日说明', date: '日期', weekday: '星期', day: '这一天', counted_other: '是否计入（共计 {{count}} 天）', cut: '以后的日期不再逐日列出。',
    why: { received: '当日起算，不计入', counted: '计入 第 {{nth}} 天', passed: '休息，不计', moved: '期满日休息，顺延', worked: '计入 {{used}}', elapsed: '连续计时 {{used}}' },
  },
}
