/** What an act comes to: facts to be recorded, or exactly one refusal and nothing recorded. */
export type Outcome<Fact, Refusal extends string> =
  | { readonly ok: true; readonly facts: readonly Fact[] }
  | { readonly ok: false; readonly refusal: Refusal }

export function done<Fact>(...facts: Fact[]): { readonly ok: true; readonly facts: readonly Fact[] } {
  return { ok: true, facts }
}

export function refuse<const Refusal extends string>(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal }
}
