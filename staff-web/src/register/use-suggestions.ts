import { suggestAtRegister } from '@daodi/contract/staff/register/suggest.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../shared/call.ts'
import { cleanLine } from '../shared/clean-text.ts'
import { useDebounced } from '../shared/use-debounced.ts'
import { type Draft, nameOf, phoneOf } from './draft.ts'
import { readLine } from './read-line.ts'

const WHOLE_PHONE = /^\+?[0-9][0-9 ()-]{4,28}$/

/** What the server makes of the line so far; the last answer stays until the next has come. */
export function useSuggestions(draft: Draft) {
  const phone = phoneOf(draft)
  const name = cleanLine(nameOf(draft)) ?? ''
  // An everyday request that was chosen says whose it is: nothing comes in late and pushes what waits for Enter out of sight.
  const chosen = draft.matter?.everyday === true && draft.line === draft.matter.name
  const now = JSON.stringify({
    text: chosen ? undefined : cleanLine(readLine(draft.line).subject)?.slice(0, 200), phone: WHOLE_PHONE.test(phone) ? phone : undefined, name: name.length < 2 ? undefined : name,
  })
  const asked = useDebounced(now, 150)
  const query = JSON.parse(asked) as { text?: string; phone?: string; name?: string }
  const empty = Object.keys(query).length === 0
  const suggestions = useQuery({
    queryKey: ['suggestions', asked], enabled: !empty, placeholderData: keepPreviousData, staleTime: 30_000,
    queryFn: ({ signal }) => call(suggestAtRegister, { query, signal }),
  })
  return {
    data: empty ? undefined : suggestions.data,
    failed: !empty && suggestions.isError,
    /** The answer belongs to what is typed now, not to what was typed a moment ago. */
    settled: now === asked && !suggestions.isPlaceholderData && !suggestions.isFetching,
  }
}
