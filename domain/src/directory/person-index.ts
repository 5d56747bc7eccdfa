import type { KnownPerson, SheetRow } from './import-shape.ts'

/** Everybody there is or would be, by login and by a name that only one has. */
export class PersonIndex {
  private readonly byLogin = new Map<string, KnownPerson | null>()
  private readonly logins = new Map<string, Set<string>>()
  private readonly byId = new Map<string, string>()

  constructor(people: readonly KnownPerson[], rows: readonly SheetRow[]) {
    for (const person of people) {
      this.byLogin.set(person.login, person)
      this.byId.set(person.id, person.login)
    }
    const renamed = new Map(rows.map((row) => [(row.cells['login'] ?? '').toLowerCase(), row.cells['name'] ?? '']))
    for (const person of people) if (!person.disabled) this.name(renamed.get(person.login) ?? person.name, person.login)
    for (const [login, name] of renamed) {
      if (login === '' || this.byLogin.has(login)) continue
      this.byLogin.set(login, null)
      this.name(name, login)
    }
  }

  private name(name: string, login: string): void {
    const known = this.logins.get(name)
    if (known) known.add(login)
    else this.logins.set(name, new Set([login]))
  }

  /** What is written in a cell: a login, or the name of one person only. */
  loginOf(word: string, fault: (code: 'person-unknown' | 'person-ambiguous' | 'person-left') => void): string[] {
    const person = this.byLogin.get(word.toLowerCase())
    if (person?.disabled) { fault('person-left'); return [] }
    if (person !== undefined) return [word.toLowerCase()]
    const named = [...this.logins.get(word) ?? []]
    if (named.length === 1) return named
    fault(named.length > 1 ? 'person-ambiguous' : 'person-unknown')
    return []
  }

  known(login: string): KnownPerson | null {
    return this.byLogin.get(login) ?? null
  }

  loginById(id: string): string {
    return this.byId.get(id) ?? ''
  }
}
