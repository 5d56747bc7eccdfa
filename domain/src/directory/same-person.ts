const MOBILE = /^1\d{10}$/

/** One for each mobile phone: whoever has the same name and the same mobile is the same person. */
export function personKeys(name: string, phones: readonly string[]): string[] {
  const digits = phones.map((phone) => phone.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, ''))
  return [...new Set(digits.filter((number) => MOBILE.test(number)))].map((number) => `${name.trim()}/${number}`)
}
