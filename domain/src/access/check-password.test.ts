import { describe, expect, it } from 'vitest'
import { checkPassword } from './check-password.ts'
import { WEAK_PASSWORDS } from './weak-passwords.ts'

const owner = { login: 'zhangw', names: ['张伟', 'zhangwei'] }

describe('a password', () => {
  it.each([
    'password123', 'Password1!', 'P@ssw0rd2026', 'woaini1314', 'woaini5201314', 'a123456789', 'A1234567890', 'qq123456789', '1qaz2wsx3edc', 'qwertyuiop', '!qwertyuiop!', 'admin888888', 'iloveyou520',
    '1234567890', '13812345678', '19880808123', 'lw19880808', '19880808lw', 'abcdefghijk', 'abcabcabcabc', '8888888888', 'zyxwvutsrq', 'zhongguo2026', '２０２６０１０１０１', 'Ａdmin123456', 'shouwenfuze1',
    '1234567890-', 'mima20260101', 'wodemima123', 'm1y2l3o4v5e6',
  ])('%s is refused, because it would be tried first', (password) => {
    expect(checkPassword(password, owner)).toBe('password-common')
  })

  it.each(['zhangw-2026-xx', 'my.ZHANGW.key', '张伟的密码很长', 'zhangwei@2026'])('%s is refused, because it holds the login or the name', (password) => {
    expect(checkPassword(password, owner)).toBe('password-has-login')
  })

  it.each([
    'correct horse battery', '规划科-清水-2026', 'tulip7-Kernel', 'ma3shang4dao4', '一二三四五六七八九十', 'xk7Qp2mZ9t', 'the password of my goat', '7391824650173926', '床前明月光疑是地上霜', 'l 0 v e m n q z x', '规划科-清水-hi-2026',
  ])('%s is accepted', (password) => {
    expect(checkPassword(password, owner)).toBeNull()
  })

  it('may hold what is too short to be the name of somebody', () => {
    expect(checkPassword('lantern-liquid', { login: 'li', names: ['李', 'li'] })).toBeNull()
  })

  it('is held against at least five hundred that people choose, all in small letters', () => {
    expect(WEAK_PASSWORDS.size).toBeGreaterThanOrEqual(500)
    for (const entry of WEAK_PASSWORDS) expect(entry).toBe(entry.normalize('NFKC').toLowerCase())
  })
})
