import { EMPLOYMENTS, ROLE_WORDS } from '@daodi/domain/directory/plan-people.ts'
import { MATTER_CATEGORIES, YES_NO } from '@daodi/domain/directory/plan-matters.ts'
import { PAPER_FORMS } from '@daodi/domain/directory/plan-papers.ts'
import { UNIT_KINDS } from '@daodi/domain/directory/plan-units.ts'
import type { SheetName } from '@daodi/domain/directory/import-shape.ts'

export interface Column { field: string; head: string; en: string; width: number; needed?: true; note?: string; list?: string }

const LIST = '多个用；隔开'
const FLAG = `${YES_NO.no},${YES_NO.yes}`
const WHO = '登录名；本单位内不重名的也可写姓名'

/** The sheets of the directory's workbook and their columns, in their order. English heads are understood as well. */
export const SHEETS: Readonly<Record<SheetName, { title: string; columns: readonly Column[] }>> = {
  units: {
    title: '单位', columns: [
      { field: 'id', head: '系统编号', en: 'id', width: 14, note: '导出时带出，改名时靠它认得；新增的留空' },
      { field: 'name', head: '单位名称', en: 'name', width: 22, needed: true }, { field: 'parent', head: '上级单位', en: 'parent', width: 22, needed: true, note: '名称；重名的写全路径，如 许可科/一号窗口。只有本机构一行留空' },
      { field: 'kind', head: '类型', en: 'kind', width: 10, list: `${UNIT_KINDS.department},${UNIT_KINDS.window},${UNIT_KINDS.institution}` },
      { field: 'registerCode', head: '登记代号', en: 'register code', width: 10, note: '2 至 6 个大写字母，只能在新增时给出；留空则沿用上级的登记簿' },
      { field: 'phone', head: '电话', en: 'phone', width: 16 }, { field: 'room', head: '房间', en: 'room', width: 10 }, { field: 'duties', head: '职责', en: 'duties', width: 40 },
      { field: 'authority', head: '权限', en: 'authority', width: 30 }, { field: 'head', head: '负责人', en: 'head', width: 16, note: WHO }, { field: 'liaison', head: '联络员', en: 'liaison', width: 14, note: WHO },
      { field: 'deputyLiaison', head: '副联络员', en: 'deputy liaison', width: 14, note: WHO }, { field: 'receptionist', head: '接待人', en: 'receptionist', width: 16, note: WHO },
    ],
  },
  posts: {
    title: '岗位', columns: [
      { field: 'id', head: '系统编号', en: 'id', width: 14, note: '导出时带出，改名时靠它认得；新增的留空' }, { field: 'unit', head: '单位', en: 'unit', width: 22, needed: true, note: '名称；重名的写全路径' },
      { field: 'name', head: '岗位名称', en: 'name', width: 20, needed: true }, { field: 'duties', head: '职责', en: 'duties', width: 44 }, { field: 'authority', head: '权限', en: 'authority', width: 30 },
      { field: 'limits', head: '界限', en: 'limits', width: 30, note: '到哪里为止、遇到什么要上报' }, { field: 'rank', head: '级别', en: 'rank', width: 8, note: '0 至 99，越大越高；多人同时被问时由级别最高的首问' },
      { field: 'languages', head: '要求语言', en: 'languages', width: 16, note: LIST }, { field: 'qualifications', head: '要求资格', en: 'qualifications', width: 20, note: LIST },
    ],
  },
  people: {
    title: '人员', columns: [
      { field: 'login', head: '登录名', en: 'login', width: 16, needed: true, note: '小写字母开头，3 至 32 位；靠它认人' }, { field: 'name', head: '姓名', en: 'name', width: 12, needed: true },
      { field: 'unit', head: '单位', en: 'unit', width: 22, needed: true, note: '名称；重名的写全路径' }, { field: 'posts', head: '岗位', en: 'posts', width: 24, note: `本单位的岗位名称，${LIST}；其他单位的写 单位/岗位` },
      { field: 'title', head: '职务', en: 'title', width: 14 }, { field: 'phones', head: '电话', en: 'phones', width: 22, note: `第一个为主，${LIST}` }, { field: 'rooms', head: '房间', en: 'rooms', width: 12, note: LIST },
      { field: 'languages', head: '语言', en: 'languages', width: 16, note: LIST }, { field: 'qualifications', head: '资格', en: 'qualifications', width: 20, note: LIST },
      { field: 'employment', head: '用工形式', en: 'employment', width: 10, list: Object.values(EMPLOYMENTS).join(',') },
      { field: 'roles', head: '角色', en: 'roles', width: 16, note: `${Object.values(ROLE_WORDS).join('、')}；范围为本人单位及其下级` }, { field: 'state', head: '状态', en: 'state', width: 8, note: '在职、停用；停用和启用在账号管理中办理' },
    ],
  },
  matters: {
    title: '事项', columns: [
      { field: 'id', head: '系统编号', en: 'id', width: 14, note: '导出时带出，改名时靠它认得；新增的留空' }, { field: 'name', head: '事项名称', en: 'name', width: 26, needed: true },
      { field: 'unit', head: '单位', en: 'unit', width: 22, needed: true, note: '主办单位，只有一个' }, { field: 'post', head: '岗位', en: 'post', width: 18, note: '主办单位的岗位名称' }, { field: 'person', head: '经办人', en: 'person', width: 14, note: WHO },
      { field: 'category', head: '类别', en: 'category', width: 10, list: Object.values(MATTER_CATEGORIES).filter(Boolean).join(',') }, { field: 'synonyms', head: '别名', en: 'synonyms', width: 24, note: `不与其他事项相同，${LIST}` },
      { field: 'keywords', head: '关键词', en: 'keywords', width: 24, note: LIST }, { field: 'examples', head: '问法举例', en: 'examples', width: 30, note: '每行一句，或用；隔开' }, { field: 'conditions', head: '申请条件', en: 'conditions', width: 36 }, { field: 'procedure', head: '办理流程', en: 'procedure', width: 36 },
      { field: 'fee', head: '收费', en: 'fee', width: 14 }, { field: 'feeBasis', head: '收费依据', en: 'fee basis', width: 20 }, { field: 'statutoryDays', head: '法定工作日', en: 'statutory days', width: 10 },
      { field: 'workingDays', head: '承诺工作日', en: 'working days', width: 10 }, { field: 'promised', head: '承诺时限', en: 'promised limit', width: 14, note: '不按工作日承诺的写这里：24 小时、4 工作小时、3 天（自然日）；按工作日承诺的写前一列' }, { field: 'room', head: '地点', en: 'room', width: 12 }, { field: 'phone', head: '电话', en: 'phone', width: 16 },
      { field: 'validFrom', head: '生效日期', en: 'valid from', width: 12, note: '2026-03-02' }, { field: 'validUntil', head: '失效日期', en: 'valid until', width: 12, note: '2026-12-31' }, { field: 'onSpot', head: '当场办结', en: 'on spot', width: 8, list: FLAG },
      { field: 'lenient', head: '容缺受理', en: 'lenient', width: 8, list: FLAG }, { field: 'citationRequired', head: '须引依据', en: 'citation required', width: 8, list: FLAG }, { field: 'everyday', head: '常办小事', en: 'everyday', width: 8, list: FLAG },
      { field: 'citation', head: '依据', en: 'citation', width: 24 }, { field: 'answer', head: '标准答复', en: 'answer', width: 40 },
    ],
  },
  papers: {
    title: '材料', columns: [
      { field: 'matter', head: '事项', en: 'matter', width: 26, needed: true, note: '事项名称；有这张表时，表中事项的材料以此为准' }, { field: 'name', head: '材料名称', en: 'name', width: 26, needed: true }, { field: 'copies', head: '份数', en: 'copies', width: 8 },
      { field: 'form', head: '形式', en: 'form', width: 12, list: Object.values(PAPER_FORMS).join(',') }, { field: 'note', head: '说明', en: 'note', width: 24 }, { field: 'sample', head: '样本', en: 'sample', width: 24, note: '填写样本在哪里' },
      { field: 'source', head: '何处取得', en: 'source', width: 20 },
    ],
  },
}
/** The sheet that says what each column means; importing passes over it. */
export const NOTES = '说明'

/** 单位 or units, whatever the capitals. */
export function sheetNamed(name: string): SheetName | null {
  const plain = name.trim().toLowerCase()
  return (Object.keys(SHEETS) as SheetName[]).find((sheet) => sheet === plain || SHEETS[sheet].title === plain) ?? null
}

export function titleOf(sheet: SheetName): string {
  return SHEETS[sheet].title
}

/** A, B, … Z, AA: the letter over a column, from index 0. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest > 0 ? columnLetter(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`
}
