/**
 * What the roles of a unit are called that a regulation speaks of. Any other name may be used in their place: it is shown
 * as it was written.
 */
const POST_NAMES = {
  head: { zh: '负责人', en: 'Head' }, leaderInCharge: { zh: '分管领导', en: 'Leader in charge' }, office: { zh: '办公室', en: 'Office' }, principal: { zh: '主要负责人', en: 'Principal' },
  intake: { zh: '收件人', en: 'Intake' }, liaison: { zh: '联络员', en: 'Liaison' }, deputyLiaison: { zh: '副联络员', en: 'Deputy liaison' }, receptionist: { zh: '接待人', en: 'Receptionist' },
  arbiter: { zh: '裁定人', en: 'Arbiter' }, dutyOfficer: { zh: '总值班', en: 'Duty officer' }, firstContact: { zh: '指定首问责任人', en: 'Appointed first contact' },
  teamLeader: { zh: '护理组长', en: 'Team leader' }, responsibleNurse: { zh: '责任护士', en: 'Responsible nurse' }, doctorInCharge: { zh: '经管医师', en: 'Doctor in charge' },
  projectManager: { zh: '项目负责人', en: 'Project manager' }, headNurse: { zh: '护士长', en: 'Head nurse' }, nursingDirector: { zh: '护理部主任', en: 'Nursing director' },
  superior: { zh: '直接上级', en: 'Direct superior' }, medicalAffairs: { zh: '医务管理', en: 'Medical affairs' },
} as const

/** Those that every kind of organisation may have; the others belong to wards, theatres or property companies. */
export const COMMON_POSTS: readonly PostCode[] = ['head', 'leaderInCharge', 'office', 'principal', 'intake', 'liaison', 'deputyLiaison', 'receptionist', 'arbiter', 'dutyOfficer', 'firstContact']

type PostCode = keyof typeof POST_NAMES

/** Each code with its name in one language, for the text tables. */
export function postNames(language: 'zh' | 'en'): Record<PostCode, string> {
  return Object.fromEntries(Object.entries(POST_NAMES).map(([code, names]) => [code, names[language]])) as Record<PostCode, string>
}

/** The name of a post; what is no code of ours is a name already. */
export function postName(post: string, language: 'zh' | 'en'): string {
  return post in POST_NAMES ? POST_NAMES[post as PostCode][language] : post
}
