import { REMOVE_ERASED_FILES, removeErasedFiles } from './attachments/purge-attachments.ts'
import { WRITE_EXPORT, writeExport } from './exports/write-export.ts'
import type { Task } from './jobs/run-jobs.ts'

/** Every kind of job the worker does, by the name it is queued under. */
export const tasks: Readonly<Record<string, Task>> = {
  [REMOVE_ERASED_FILES]: removeErasedFiles,
  [WRITE_EXPORT]: writeExport,
}
