/** Which field a refusal is about, by the name of the field; every code whose field is called the same wherever it is refused. */
const FIELDS: Readonly<Record<string, RegExp>> = {
  'no-such-unit': /unitId$/i, 'nobody-in-unit': /unitId$/i, 'same-unit': /unitId$/i, 'no-such-person': /(?:person|deputy|manager|coordinator)Ids?$/i, 'same-person': /personId$/i, 'not-in-your-unit': /personId$/i,
  'no-such-post': /postId$/i, 'no-such-desk': /deskId$/i, 'no-such-matter': /matterId$/i, 'matter-not-in-force': /matterId$/i, 'no-such-institution': /institutionId$/i, 'no-such-custody': /custodyId$/i,
  'no-such-case': /caseId$/i, 'same-case': /caseId$/i, 'no-such-main-case': /caseId$/i, 'no-such-deputy': /deputyId$/i, 'deputy-is-holder': /deputyId$/i, 'no-such-successor': /successorId$/i, 'successor-is-self': /successorId$/i,
  'successor-is-leaver': /successorId$/i, 'no-such-first-contact': /firstContactId$/i, 'no-such-shift-kind': /kindId$/i, 'no-such-version': /^restores$/, 'not-that-version': /^restores$/, 'no-such-preset': /^preset$/, 'no-such-occasion': /^occasion$/,
  'no-such-part': /^part$/, 'promise-in-past': /promisedAt$|dueAt$/, 'promise-beyond-limit': /promisedAt$|dueAt$/, 'due-in-past': /^(?:dueAt|at|until)$/, 'due-too-far': /^(?:dueAt|at|until)$/, 'pause-too-long': /^until$/,
  'extension-too-long': /^until$/, 'extension-not-later': /^until$/, 'expected-in-past': /^expectedAt$/, 'call-in-future': /At$/, 'absence-reversed': /^(?:to|until)$/, 'category-not-used': /^category$/, 'channel-not-used': /^channel$/, 'reception-step-not-used': /^receptionSteps$/,
  'citation-needed': /^citation$/, 'reason-needed': /^reason$/, 'merge-needs-reason': /^reason$/, 'skip-needs-reason': /^(?:reason|skipReason)$/, 'requester-missing': /^requester$/, 'url-private': /^url$/, 'url-not-https': /^url$/,
  'url-with-login': /^url$/, 'password-common': /^(?:password|next)$/, 'password-has-login': /^(?:password|next)$/, 'password-same': /^next$/, 'wrong-credentials': /^(?:current|password)$/, 'reason-not-offered': /^reasons$/,
  'limit-not-computable': /^limit$/,
}

/** The JSON pointer of that field in this body, or null where none of that name was sent, or more than one. */
export function meantField(code: string, body: unknown): string | null {
  const name = FIELDS[code]
  if (!name) return null
  const found = pointersTo(name, body, '')
  return found.length === 1 ? found[0] ?? null : null
}

function pointersTo(name: RegExp, value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const pointer = `${at}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`
    return [...(!Array.isArray(value) && name.test(key) && inner !== null ? [pointer] : []), ...pointersTo(name, inner, pointer)]
  })
}
