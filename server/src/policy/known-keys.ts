import { z } from 'zod'

/** The keys a schema allows at a place in a document; none where the place is no group or lies outside the schema. */
export function knownKeysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const place = path.reduce<z.ZodType | null>((at, key) => (at === null ? null : below(at, key)), schema)
  const bare = place && unwrapped(place)
  return bare instanceof z.ZodObject ? Object.keys(bare.shape) : []
}

function below(schema: z.ZodType, key: PropertyKey): z.ZodType | null {
  const bare = unwrapped(schema)
  if (bare instanceof z.ZodArray) return bare.element as z.ZodType
  if (bare instanceof z.ZodObject) return (bare.shape as Record<string, z.ZodType>)[String(key)] ?? null
  return null
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return unwrapped(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodLazy) return unwrapped(schema.def.getter() as z.ZodType)
  return schema
}
