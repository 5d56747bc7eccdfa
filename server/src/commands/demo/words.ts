// What staff write beside the matter itself. All of it is read by people who know the trade, so it says what was done.

export const REFERRAL_REASONS = ['按职责清单由{u}办理，已电话告知对方', '来访人情况已问清，转{u}核办', '属{u}职责，材料复印件随转', '需要{u}到现场，先转办，回执已给来访人']
export const COLLEAGUE_REASONS = ['本科室分管同事办理', '经办人在隔壁，已带过去见面', '同事上午外出，已电话说好下午接手']
export const UNCLEAR_REASONS = ['职责清单里没有对应事项，几家都说过不归自己，请明确承办', '涉及两个以上科室，请办公室指定牵头', '历史遗留，产权单位已撤销，请明确由谁先处置']
export const RETURN_REASONS = ['现场核对不在{u}职责范围，见三定方案第四条', '{u}只管登记环节，后续处置另有科室', '与{u}管理的对象不符，建议转相应科室']
export const BINDING = '已退回两次，不再转来转去：由你科承办，其他科室配合。'
export const PROMISES = ['争取提前，最迟这个时间答复', '材料已齐，按这个时间办结', '需要一次现场查看，已把时间算在内']
export const REVEALS = ['电话核对现场位置', '约上门时间', '通知来取结果']
export const INFORMATION = ['补充：照片里左边那一处更严重。', '我白天上班，电话请在中午或下班后打。', '刚才又下雨，情况比登记时重，请优先看看。', '补充一下，隔壁单元也有同样的问题。']
export const WITHDRAWALS = ['来访人来电说已自行解决，不再需要办理', '双方已谈妥，来访人要求撤回', '来访人发现搞错了单位，自愿撤回']
export const CORRECTIONS = ['现场看后情况比登记时急，改为紧急', '来访人补充说有老人小孩，按紧急办']
export const PAPERS_COMPLETE = ['您补来的材料已经收到，齐全了，办理时间从今天重新算。', '材料齐了，不用再跑，有结果会打电话给您。']
export const ATTEMPTS = ['响铃无人接', '提示关机', '占线两次，已发短信请回电', '家人代接，说本人外出，晚上再打']
export const OPENINGS = ['您好，您反映的事情有结果了：', '您好，这里是首问责任人回复您：', '', '给您回个话：', '您好，事情已经办好：']
export const CALL_BACKS = ['已电话回访，来电人表示认可处理结果', '回访：对时限满意，希望以后提前告知进展', '回访接通，已解决']
export const SECOND_LOOKS = ['重新到现场，确认第一次处理不彻底', '调出第一轮记录复核，换一组人再查', '科长带队复看，找到反复的原因']
export const SECOND_RESULTS = ['第二次处理已完成：更换了根本的部件并连续观察三天，未再出现。', '重新处理到位，施工单位延长质保半年，现场由来访人确认。', '遗漏部分已补办完成，并当面核对无误。']
export const SECOND_REPLIES = ['您好，第一次没有处理彻底，向您道歉。这次已经重新办好并请您当场确认过，质保期也延长了。', '您好，上次的处理有遗漏，这次全部补齐，往后再有问题请直接打我的电话。']
