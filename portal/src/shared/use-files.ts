import { useEffect, useRef, useState } from 'preact/hooks'
import type { Texts } from '../texts.zh.ts'
import { refusalText } from './faults.ts'
import { usePortal } from './portal-context.ts'
import { uploadFile } from './upload.ts'
import type { FileLimits } from './wire.ts'

/** `refused`: not taken, now or later; `failed`: may be tried again. */
export interface ChosenFile { id: number; file: File; state: 'waiting' | 'sending' | 'done' | 'failed' | 'refused'; share: number; fault: string }
export type Files = ReturnType<typeof useFiles>

const MEGABYTE = 1024 * 1024
/** By name or by type: phones leave out the one or the other. */
const TAKEN = /\.(jpe?g|png|webp|pdf)$|^(image\/(jpeg|png|webp)|application\/pdf)$/i
let nextId = 0

/** The files that the person has chosen and what has become of each; one that fails takes no other with it. */
export function useFiles() {
  const { texts } = usePortal()
  const [chosen, setChosen] = useState<ChosenFile[]>([])
  const [busy, setBusy] = useState(false)
  const chosenRef = useRef(chosen)
  const busyRef = useRef(false)
  const put = (files: ChosenFile[]) => { chosenRef.current = files; setChosen(files) }
  const change = (id: number, part: Partial<ChosenFile>) => put(chosenRef.current.map((one) => (one.id === id ? { ...one, ...part } : one)))
  useEffect(() => {
    if (!busy) return undefined
    const warn = (event: BeforeUnloadEvent) => { event.preventDefault(); event.returnValue = '' }
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [busy])

  const add = (files: readonly File[], limits: NonNullable<FileLimits>) => {
    const all = [...chosenRef.current]
    for (const file of files) {
      const room = limits.left - all.filter(({ state }) => state === 'waiting' || state === 'failed').length
      const fault = faultOf(file, { room, megabytes: limits.megabytes }, texts)
      all.push({ id: nextId++, file, state: fault ? 'refused' : 'waiting', share: 0, fault })
    }
    put(all)
  }
  /** One after the other, so that a poor line is not shared. Says whether everything that was still to be sent has arrived. */
  const sendAll = async (known: { number: string; code: string }): Promise<boolean> => {
    if (busyRef.current) return false
    busyRef.current = true
    setBusy(true)
    let arrived = true
    for (const { id, file } of chosenRef.current.filter(isPending)) {
      change(id, { state: 'sending', share: 0, fault: '' })
      const answer = await uploadFile(known, file, (share) => change(id, { share }))
      if (answer.kind === 'done') change(id, { state: 'done' })
      else {
        arrived = false
        change(id, answer.kind === 'unclear' ? { state: 'failed', fault: texts.files.unclear } : { state: answer.waitSeconds === null && answer.status !== 503 ? 'refused' : 'failed', fault: faultIn(answer, texts) })
      }
    }
    busyRef.current = false
    setBusy(false)
    return arrived
  }
  return {
    chosen, busy, add, sendAll, pending: chosen.filter(isPending).length,
    remove: (id: number) => put(chosenRef.current.filter((one) => one.id !== id)),
    clear: () => put([]),
  }
}

function isPending({ state }: ChosenFile): boolean {
  return state === 'waiting' || state === 'failed'
}

function faultIn({ code, waitSeconds }: { code: string; waitSeconds: number | null }, texts: Texts): string {
  return code === 'too-fast' && waitSeconds !== null ? texts.send.wait(waitSeconds) : refusalText(code, texts)
}

function faultOf({ name, type, size }: File, { room, megabytes }: { room: number; megabytes: number }, { files }: Texts): string {
  if (!TAKEN.test(type) && !(type === '' && TAKEN.test(name))) return files.type
  if (size === 0) return files.empty
  if (size > megabytes * MEGABYTE) return files.large(megabytes)
  return room > 0 ? '' : files.many
}
