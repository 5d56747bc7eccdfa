import type { CasePlay } from './case-play.ts'
import type { Pace } from './pace.ts'
import type { Random } from './random.ts'
import type { Story } from './stage.ts'

/** What the person makes of it; `silent`: no rating, as mostly. */
export type Mood = 'silent' | 'content' | 'fair' | 'annoyed' | 'notSolved'

interface Verdict { grades: number[]; reasons: string[][]; comments: string[] }

const BUREAU: Record<'content' | 'fair' | 'annoyed' | 'notSolved', Verdict> = {
  content: {
    grades: [5, 5, 5, 4], reasons: [['态度热情'], ['答复及时', '一次说清'], ['主动跟进'], ['结果满意'], ['一次说清'], ['答复及时', '结果满意']],
    comments: ['跑一趟就问明白了。', '没想到还会主动打电话告诉我结果。', '姑娘很有耐心，把要带的材料写在纸上。', '说哪天就哪天，讲信用。', '老人家腿脚不便，特意送到门口，谢谢。', '在手机上能看到在谁手里，心里踏实。'],
  },
  fair: { grades: [4, 4, 3], reasons: [['答复及时'], ['一次说清'], []], comments: ['还可以，就是等得久了点。', '基本满意，希望大厅多放几把椅子。', '答复清楚，停车不太好找。'] },
  annoyed: { grades: [2, 2, 1], reasons: [['超过承诺时间'], ['没有一次说清'], ['态度冷淡'], ['推诿扯皮', '超过承诺时间']], comments: ['比说好的日子晚了三天，也没人先打个招呼。', '第一次没说要复印件，又跑了一趟。', '接电话的口气不太好。'] },
  notSolved: { grades: [2, 1], reasons: [['问题没有解决'], ['问题没有解决', '答非所问']], comments: ['刚修好两天又坏了。', '回复是回复了，现场没有变化。', '只修了一半。'] },
}
const WARD: typeof BUREAU = {
  content: {
    grades: [5, 5, 4, 5], reasons: [['态度和蔼'], ['随叫随到', '解释清楚'], ['主动巡视'], ['问题解决了'], ['解释清楚']],
    comments: ['护士说话慢，老人听得懂。', '半夜按铃也很快就来了。', '把每一项费用都讲给我们听。', '出院了还打电话问恢复得怎么样。'],
  },
  fair: { grades: [4, 3], reasons: [['解释清楚'], []], comments: ['挺好，就是晚上走廊有点吵。', '整体满意，电梯太挤。'] },
  annoyed: { grades: [2, 1], reasons: [['呼叫没人应'], ['没有按时答复'], ['解释不清']], comments: ['等了一下午才有人来。', '问了两个人说法不一样。'] },
  notSolved: { grades: [2, 1], reasons: [['问题没有解决']], comments: ['当天好了，第二天又漏水。', '清单改了，退款没到账。'] },
}

const NOT_SOLVED: readonly string[] = ['好了两天又出现同样的情况，请再来看看。', '答复说已处理，我到现场看没有变化。', '只处理了一部分，主要的还没有解决。', '按答复的做了，到窗口说还是不行。']

/** A rating some hours after the answer, and, where it did not hold, the words "not solved". */
export async function* ratingStory(play: CasePlay, pace: Pace, random: Random, mood: Mood): Story {
  if (mood === 'silent') return
  const verdict = (play.stage.calendar.kind === 'aroundTheClock' ? WARD : BUREAU)[mood]
  const at = pace.atHome(pace.ms, mood === 'notSolved' ? [14, 70] : [0.2, 30])
  if (at >= play.stage.now) return
  yield at
  const grade = random.pick(verdict.grades)
  const comment = random.chance(mood === 'content' ? 0.4 : 0.75) ? { comment: random.pick(verdict.comments) } : {}
  const solved = mood === 'notSolved' ? { solved: false } : random.chance(0.5) ? { solved: true } : {}
  await play.rate(grade, { reasons: random.pick(verdict.reasons), ...comment, ...solved })
  if (mood !== 'notSolved') return
  await play.sayNotSolved(random.pick(NOT_SOLVED))
  pace.meet(at)
}
