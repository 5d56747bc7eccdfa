import type { Actor } from '@daodi/domain/cases/actor.ts'
import { capacities } from '@daodi/domain/cases/standing-in.ts'
import type { Decided, Scene } from './scene.ts'
import { newTexts } from './texts.ts'

export interface Tried<Refusal extends string> { scene: Scene; outcome: Decided<Refusal>; inPlaceOf: string | null }

/** As oneself, and where that is refused in the place of a colleague who is away; what was refused in the last capacity is the answer. The words of an attempt go with it. */
export async function inCapacity<Refusal extends string>(opened: Scene, actor: Actor, decide: (scene: Scene, by: Actor) => Promise<Decided<Refusal>> | Decided<Refusal>): Promise<Tried<Refusal>> {
  const [own, ...others] = capacities(actor, opened.state)
  let tried: Tried<Refusal> = { scene: opened, outcome: await decide(opened, own?.by ?? actor), inPlaceOf: null }
  for (const { by, inPlaceOf } of others) {
    if (tried.outcome.ok) return tried
    const scene = { ...opened, texts: newTexts(opened.services) }
    tried = { scene, outcome: await decide(scene, by), inPlaceOf }
  }
  return tried
}
