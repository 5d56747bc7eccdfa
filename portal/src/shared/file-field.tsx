import { usePortal } from './portal-context.ts'
import type { Files } from './use-files.ts'
import type { FileLimits } from './wire.ts'

const ACCEPT = 'image/jpeg,image/png,image/webp,application/pdf'

/** Photos and PDF files to go with the words: from the gallery, or taken now where the device is a phone. */
export function FileField({ files, limits }: { files: Files; limits: FileLimits }) {
  const { texts } = usePortal()
  const words = texts.files
  if (!limits) return null
  const full = limits.left - files.pending <= 0
  const choose = (event: { currentTarget: HTMLInputElement }) => {
    const field = event.currentTarget
    files.add(Array.from(field.files ?? []), limits)
    // The same file may be chosen again after it was removed.
    field.value = ''
  }
  return (
    <fieldset class="field files">
      <legend>{words.label}<small>{texts.send.optional}</small></legend>
      <p class="hint">{words.hint(limits.left, limits.megabytes)}</p>
      <FileList files={files} />
      <div class="chips">
        <label class="pick option"><input type="file" accept={ACCEPT} multiple disabled={full || files.busy} onChange={choose} /><span>{words.pick}</span></label>
        {isPhone() && <label class="pick option"><input type="file" accept="image/*" capture="environment" disabled={full || files.busy} onChange={choose} /><span>{words.shoot}</span></label>}
      </div>
      {full && <p class="hint">{words.full}</p>}
    </fieldset>
  )
}

export function FileList({ files }: { files: Files }) {
  const words = usePortal().texts.files
  return (
    <ul class="chosen" aria-live="polite">
      {files.chosen.map((one) => (
        <li key={one.id} data-state={one.state}>
          <span class="name">{one.file.name} <small>{sizeOf(one.file.size)}</small></span>
          <span class={one.fault ? 'fault' : 'hint'}>{one.fault || words.states[one.state](Math.round(one.share * 100))}</span>
          {one.state === 'sending' && <progress max={1} value={one.share} aria-label={one.file.name} />}
          {one.state !== 'sending' && one.state !== 'done' && <button type="button" class="link" aria-label={words.removeOne(one.file.name)} onClick={() => files.remove(one.id)}>{words.remove}</button>}
        </li>
      ))}
    </ul>
  )
}

function sizeOf(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`
}

function isPhone(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches
}
