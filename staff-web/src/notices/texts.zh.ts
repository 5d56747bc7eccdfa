export const noticesZh = {
  title: '提醒', open: '提醒', unread_other: '{{count}} 条未读提醒', none: '没有未读提醒',
  filter: { label: '范围', all: '全部', unread: '未读' },
  readAll: '全部标为已读', readAllDone_other: '已标记 {{count}} 条。', markRead: '标为已读', takeUp: '接办', preferences: '提醒方式', news: '有新提醒，点此查看', more: '继续加载',
  empty: { all: '还没有提醒', allText: '有件转来、签收、办结或需要您处理时，会在这里告诉您。', unread: '没有未读的提醒', unreadText: '该看的都看过了。' },
  hidden: '（您已看不到这件的内容）', erased: '（内容已删除）', by: '经手：{{name}}', isUnread: '未读', climbed: '第 {{rung}} 级', due: '期限 {{when}}',
  keys: { down: '下一条', up: '上一条', open: '打开这件', read: '标为已读', takeUp: '接办', all: '看全部', unread: '只看未读', bell: '打开提醒' },
  standIn: { owed_other: '有 {{count}} 项应办，已列入您的待办', done_other: '代您办了 {{count}} 项', numbers: '涉及 {{numbers}}', between: '、' },
  kind: {
    referred: '有一件转来，请签收', accepted: '转办已签收', returned: '转办被退回', referralWithdrawn: '转办已撤回', rulingAsked: '请您裁定由谁承办', ruled: '已裁定承办人', registered: '新登记，您是首问责任人',
    succeeded: '由您接替', promised: '已作出承诺', resolved: '已有办理结果，待答复', resultReturned: '办理结果退回重办', answered: '已答复', closed: '已办结', reopened: '已重办', caseWithdrawn: '诉求已撤回', informationAdded: '来访人补充了说明', papersComplete: '材料已由同事收齐，可以办理',
    rated: '来访人作了评价', asked: '有一项请您办理或批准', decided: '您提请的事有了答复', urged: '被催办，请尽快办理', extended: '已延期', paused: '已暂停计时', dutyWarned: '快到期', dutyLate: '已超期', dutyClimbed: '超期，逐级上报到您', dutyTakenUp: '上报的事项已有人接办', liaisonTold: '其他科室转来一件，请您作为联络员协调', taskGiven: '轮到您接待', taskOffered: '请主班接手', taskBack: '对方正忙，由您办完', walkroundPlanned: '查房、巡查已安排', walkroundCancelled: '查房、巡查已取消', walkroundUnattended: '查房、巡查届时无人当班，请排班', standInBegun: '同事不在岗，由您代办', standInEnded: '您不在岗期间由同事代办的事', webhookOff: '外发事件的接收地址因多次失败已停用',
  },
  way: {
    title: '提醒方式', lead: '系统内的提醒始终会有。下面设定哪些另发邮件、什么时候发。', mailOff: '本单位尚未设置邮件服务器，邮件暂时发不出去；设定可以先保存。',
    email: '我的邮箱', emailHint: '只用来发给您本人；邮件里不写诉求内容。', kinds: '哪些发邮件', kindsHint: '“随每日汇总”的提醒，到您设的时间合成一封。', now: '立即', digest: '随每日汇总', off: '不发', allKinds: '全部设为',
    digestAt: '每日汇总时间', digestHint: '没有未读提醒、也没有当天到期和超期时不发。', quiet: '免打扰', quietOn: '在这段时间不发邮件，过后再发', from: '从', to: '到', saved: '已保存。', back: '返回提醒',
  },
}
