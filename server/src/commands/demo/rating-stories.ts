import type { CasePlay } from './case-play.ts'
import type { Pace } from './pace.ts'
import type { Random } from './random.ts'
import type { Story } from './stage.ts'

/** What the person makes of it; `silent`: no rating, as mostly. */
export type Mood = 'silent' | 'content' | 'fair' | 'annoyed' | 'late' | 'notSolved'

/** Reasons out of the regulation's list, and words that go with them. */
interface Verdict { grades: number[]; said: [reasons: string[], comment: string][] }
type Verdicts = Record<Exclude<Mood, 'silent'>, Verdict>

const BUREAU: Verdicts = {
  content: {
    grades: [5, 5, 5, 4],
    said: [
      [['态度热情'], '老人家腿脚不便，特意送到门口，谢谢。'], [['答复及时', '一次说清'], '跑一趟就问明白了。'], [['主动跟进'], '没想到还会主动打电话告诉我结果。'],
      [['一次说清'], '姑娘很有耐心，把要带的材料写在纸上。'], [['结果满意'], '处理得仔细，满意。'], [['答复及时', '结果满意'], '在手机上能看到在谁手里，心里踏实。'],
    ],
  },
  fair: { grades: [4, 4, 3], said: [[['答复及时'], '还可以，就是大厅人多，等得久了点。'], [['一次说清'], '答复清楚，停车不太好找。'], [[], '基本满意，希望大厅多放几把椅子。']] },
  annoyed: { grades: [2, 2, 1], said: [[['没有一次说清'], '第一次没说要复印件，又跑了一趟。'], [['态度冷淡'], '接电话的口气不太好。'], [['态度冷淡', '没有一次说清'], '问三句答一句，回家还是糊里糊涂。']] },
  late: { grades: [3, 2, 2, 1], said: [[['超过承诺时间'], '比说好的日子晚了几天，也没人先打个招呼。'], [['超过承诺时间'], '事情办了，就是拖得太久。'], [['推诿扯皮', '超过承诺时间'], '打电话问了两次，都说在催。']] },
  notSolved: { grades: [2, 1], said: [[['问题没有解决'], '刚修好两天又坏了。'], [['问题没有解决', '答非所问'], '回复是回复了，现场没有变化。'], [['问题没有解决'], '只弄了一半。']] },
}
const WARD: Verdicts = {
  content: {
    grades: [5, 5, 4, 5],
    said: [[['态度和蔼'], '护士说话慢，老人听得懂。'], [['随叫随到'], '半夜按铃也很快就来了。'], [['解释清楚'], '把每一项都讲给我们听。'], [['主动巡视'], '不叫也来看，放心。'], [['问题解决了'], '当场就给办了。']],
  },
  fair: { grades: [4, 3], said: [[['解释清楚'], '挺好，就是晚上走廊有点吵。'], [[], '整体满意，电梯太挤。']] },
  annoyed: { grades: [2, 1], said: [[['呼叫没人应'], '按了三次铃才有人来。'], [['解释不清'], '问了两个人说法不一样。']] },
  late: { grades: [3, 2], said: [[['没有按时答复'], '等了一下午才有回音。'], [['没有按时答复'], '说是当天，拖到第三天。']] },
  notSolved: { grades: [2, 1], said: [[['问题没有解决'], '当天好了，第二天又是老样子。'], [['问题没有解决'], '答复了，实际没有变。']] },
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
  const [reasons, words] = random.pick(verdict.said)
  const comment = random.chance(mood === 'content' ? 0.4 : 0.75) ? { comment: words } : {}
  const solved = mood === 'notSolved' ? { solved: false } : random.chance(0.5) ? { solved: true } : {}
  await play.rate(grade, { reasons, ...comment, ...solved })
  if (mood !== 'notSolved') return
  await play.sayNotSolved(random.pick(NOT_SOLVED))
  pace.meet(at)
}
