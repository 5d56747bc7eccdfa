type Given<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> }

/** The fields that say something: one that is undefined says nothing, like one left out; null is a value. */
export function given<Fields extends object>(fields: Fields | undefined): Given<Fields> {
  return Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== undefined)) as Given<Fields>
}
