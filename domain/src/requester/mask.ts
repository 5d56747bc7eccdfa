/** Masking by default: 张*三, 138****5678, an address down to its first characters. */
export function maskName(name: string | null): string | null {
  if (name === null) return null
  const characters = [...name]
  if (characters.length <= 1) return name
  return characters.length === 2 ? `${characters[0]}*` : `${characters[0]}${'*'.repeat(Math.min(characters.length - 2, 2))}${characters.at(-1)}`
}

export function maskPhone(phone: string | null): string | null {
  if (phone === null) return null
  const digits = phone.replace(/\D/g, '')
  return digits.length < 7 ? '*'.repeat(digits.length) : `${digits.slice(0, 3)}${'*'.repeat(digits.length - 7)}${digits.slice(-4)}`
}

export function maskEmail(email: string | null): string | null {
  if (email === null) return null
  const [name = '', host = ''] = email.split('@')
  return `${name.slice(0, 1)}***@${host}`
}

export function maskAddress(address: string | null): string | null {
  if (address === null) return null
  const characters = [...address]
  return characters.length <= 4 ? address : `${characters.slice(0, Math.min(6, Math.ceil(characters.length / 2))).join('')}****`
}
