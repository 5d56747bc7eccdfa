import { useMutation } from '@tanstack/react-query'
import type { FetchedFile } from '../shared/call.ts'

export interface Download { readonly start: () => void; readonly pending: boolean; readonly error: Error | null }

/** Fetches a file that has to be asked for with words of its own, and hands it to the browser to keep. */
export function useDownload(fetchFile: () => Promise<FetchedFile>): Download {
  const fetching = useMutation({
    mutationFn: fetchFile, gcTime: 0,
    onSuccess: ({ blob, name }) => {
      const address = URL.createObjectURL(blob)
      const link = document.createElement('a')
      link.href = address
      link.download = name
      link.click()
      // The browser has read it by then; kept, every download would stay in memory.
      setTimeout(() => URL.revokeObjectURL(address), 10_000)
    },
  })
  return { start: () => { if (!fetching.isPending) fetching.mutate() }, pending: fetching.isPending, error: fetching.error }
}
