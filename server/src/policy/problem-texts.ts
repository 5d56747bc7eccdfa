import { postName } from '@daodi/contract/shared/post-names.ts'
import type { Bilingual } from './problem.ts'
import type { Fault } from './schema.ts'

export interface Finding { message: Bilingual; remedy: Bilingual }

const KINDS: Record<string, Bilingual> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组设定', en: 'a group of settings' },
  null: { zh: '空值', en: 'nothing' },
}

/** What stands in the document, short enough for a sentence. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? `“${value}”` : value === undefined ? 'undefined' : JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function kindOf(name: string): Bilingual {
  return KINDS[name] ?? { zh: name, en: name }
}

export function missing(expected: string): Finding {
  const kind = kindOf(expected)
  return {
    message: { zh: '缺少这一项。', en: 'This setting is missing.' },
    remedy: { zh: `请补上，应为${kind.zh}；含义见 docs/policy.md。`, en: `Add it; it must be ${kind.en}. docs/policy.md says what it means.` },
  }
}

export function wrongType(expected: string, value: unknown): Finding {
  const kind = kindOf(expected)
  const quotes = expected === 'string' && typeof value === 'number'
  return {
    message: { zh: `${shown(value)} 的类型不对，应为${kind.zh}。`, en: `${shown(value)} is of the wrong kind; ${kind.en} is expected.` },
    remedy: quotes
      ? { zh: '请加上引号，使它成为文字。', en: 'Put it in quotes, so that it is text.' }
      : { zh: `请改为${kind.zh}。`, en: `Write ${kind.en} instead.` },
  }
}

export function unknownKey(key: string, suggestion: string | null, known: readonly string[]): Finding {
  return {
    message: { zh: `没有“${key}”这项设定。`, en: `There is no setting called “${key}”.` },
    remedy: suggestion === null
      ? { zh: `请删除它。这里可用的有：${known.join('、')}。`, en: `Remove it. Known here: ${known.join(', ')}.` }
      : { zh: `是否想写“${suggestion}”？否则请删除它。`, en: `Did you mean “${suggestion}”? Otherwise remove it.` },
  }
}

export function notInList(value: unknown, suggestion: string | null, allowed: readonly string[]): Finding {
  const list = { zh: `可用的值：${allowed.join('、')}。`, en: `Allowed: ${allowed.join(', ')}.` }
  return {
    message: { zh: `${shown(value)} 不是可用的值。`, en: `${shown(value)} is not a known value.` },
    remedy: suggestion === null ? list : { zh: `是否想写“${suggestion}”？${list.zh}`, en: `Did you mean “${suggestion}”? ${list.en}` },
  }
}

/** `bound` is the smallest or largest number allowed; for lists and texts, of entries or characters. */
export function outOfRange(value: unknown, side: 'least' | 'most' | 'above', bound: number): Finding {
  const many = Array.isArray(value)
  const is = many ? `${value.length}` : shown(value)
  const zh = { least: `不少于 ${bound}`, most: `不超过 ${bound}`, above: `大于 ${bound}` }[side]
  const en = { least: `at least ${bound}`, most: `at most ${bound}`, above: `more than ${bound}` }[side]
  return many
    ? { message: { zh: `列表有 ${is} 条，应${zh} 条。`, en: `The list has ${is} entries; it must have ${en}.` }, remedy: { zh: '请增减列表内容。', en: 'Add or remove entries.' } }
    : { message: { zh: `${is} 超出范围，应${zh}。`, en: `${is} is out of range; it must be ${en}.` }, remedy: { zh: `请写${zh}的数。`, en: `Write a number that is ${en}.` } }
}

/** What a document as a whole, or a text of it, cannot be read as. */
export function unreadable(why: string): Finding {
  return {
    message: { zh: `无法读取：${why}。`, en: `This cannot be read: ${why}.` },
    remedy: { zh: '请检查文件路径、缩进、冒号和引号。', en: 'Check the path of the file, its indentation, colons and quotes.' },
  }
}

export function wrongFormat(value: unknown, format: string): Finding {
  return {
    message: { zh: `${shown(value)} 的写法不对。`, en: `${shown(value)} is not written as expected.` },
    remedy: format === 'date'
      ? { zh: '日期请写成 YYYY-MM-DD。', en: 'Write a date as YYYY-MM-DD.' }
      : { zh: `请按格式填写（${format}）。`, en: `Follow the format (${format}).` },
  }
}

/** A text that cannot be stored, or would be read otherwise than it is written. */
export function unfitText(fault: string): Finding {
  if (fault === 'text-too-long') return { message: { zh: '这段文字太长。', en: 'This text is too long.' }, remedy: { zh: '请缩短。', en: 'Shorten it.' } }
  return {
    message: { zh: '这里有看不见、改变阅读方向或无法保存的字符。', en: 'This holds characters that cannot be seen, turn the direction of reading, or cannot be stored.' },
    remedy: { zh: '请删去后重新输入这段文字。', en: 'Remove them and type this text again.' },
  }
}

/** `detail` is what the schema reported along: the repeated entry, or the number (from 1) of the rule or rung. */
export function faultText(fault: Fault, value: unknown, detail: string): Finding {
  switch (fault) {
    case 'blank': return {
      message: { zh: '这里是空白。', en: 'This is blank.' }, remedy: { zh: '请填写文字。', en: 'Write some text.' },
    }
    case 'twice': return {
      message: { zh: `“${detail}”写了两次。`, en: `“${detail}” is listed twice.` }, remedy: { zh: '请删除重复的一条。', en: 'Remove one of the two.' },
    }
    case 'whole-days': return {
      message: { zh: `天数 ${shown(value)} 不是整数。`, en: `${shown(value)} is not a whole number of days.` },
      remedy: { zh: '请写整数，或改用小时（workingHours / naturalHours）。', en: 'Write a whole number, or use workingHours or naturalHours.' },
    }
    case 'too-long': return {
      message: { zh: `${shown(value)} 超过十年。`, en: `${shown(value)} is longer than ten years.` }, remedy: { zh: '请写较短的期限。', en: 'Write a shorter limit.' },
    }
    case 'day-end-without-days': return {
      message: { zh: 'dayEnd 只用于按天计算的期限。', en: 'dayEnd is for limits in days only.' }, remedy: { zh: '请删除 dayEnd，或改用天。', en: 'Remove dayEnd, or count in days.' },
    }
    case 'session-end-without-hours': return {
      message: { zh: 'sessionEnd 只用于按工作小时或工作分钟计算的期限。', en: 'sessionEnd is for limits in working hours or minutes only.' }, remedy: { zh: '请删除 sessionEnd，或改用工作小时。', en: 'Remove sessionEnd, or count in working hours.' },
    }
    case 'no-rule-that-always-holds': return {
      message: { zh: '最后一条规则带有条件，有些诉求将没有办理期限。', en: 'The last rule has conditions, so some requests would have no limit.' },
      remedy: { zh: '请在末尾加一条不带 category、urgency 和 channel、只有 limit 的规则。', en: 'End the list with a rule that has neither category nor urgency nor channel, only a limit.' },
    }
    case 'rule-never-reached': return {
      message: { zh: `第 ${detail} 条规则已包含这一条，它永远用不上。`, en: `Rule ${detail} already covers this one, so it never applies.` },
      remedy: { zh: '请把条件更具体的规则移到前面，或删除它。', en: 'Move the more specific rule up, or remove it.' },
    }
    case 'rungs-out-of-order': return {
      message: { zh: `第 ${detail} 级不比前一级晚。`, en: `Rung ${detail} is not later than the one before it.` },
      remedy: { zh: '请按时间先后排列；同一时间上报的角色写在同一级的 tell 里。', en: 'Put the rungs in order of time; roles told at the same time belong in one rung’s tell.' },
    }
    case 'not-a-phone': return {
      message: { zh: `${shown(value)} 不像电话号码。`, en: `${shown(value)} is not a phone number.` },
      remedy: { zh: '请写 4 到 29 位数字、空格、括号或连字符；没有监督电话时写 null。', en: 'Write 4 to 29 digits, spaces, brackets or hyphens, or null if there is no line.' },
    }
  }
}

/** A role that would be asked, told or charged in so many places, and that is nobody. */
export function nobodyHolds({ role, units, everywhere }: { role: { of: string; post: string } | null; units: readonly string[]; everywhere: boolean }, places: number): Finding {
  const [zhPost, enPost] = [postName(role?.post ?? '', 'zh'), postName(role?.post ?? '', 'en')]
  const some = units.slice(0, 5).join('、')
  return everywhere
    ? {
      message: {
        zh: `没有人担任“${zhPost}”这一职务，${places === 1 ? '到这一步' : `有 ${places} 处`}将无人可找。`,
        en: `Nobody holds the post “${enPost}”, so ${places === 1 ? 'this step would reach nobody' : `${places} steps would reach nobody`}.`,
      },
      remedy: { zh: '请先在“管理—机构”里为该科室或其上级安排此职务的人员，或改写为已有人担任的职务。', en: 'Name somebody for the post under Administration, Units, in the unit or above it, or write a post that somebody holds.' },
    }
    : {
      message: { zh: `在 ${units.length} 个科室（${some}${units.length > 5 ? '…' : ''}）及其上级，所列职务都没有人担任${places === 1 ? '' : `（共 ${places} 处）`}。`, en: `In ${units.length} units (${some}${units.length > 5 ? ' …' : ''}) and above them nobody holds any of these posts${places === 1 ? '' : ` (${places} places)`}.` },
      remedy: { zh: '请为这些科室安排人员，或加上全单位都有人担任的职务作为兜底。', en: 'Name somebody there, or add a post that is held for the whole institution.' },
    }
}
