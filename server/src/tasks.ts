import { removeErasedFiles } from './attachments/purge-attachments.ts'
import { REMOVE_ERASED_FILES } from './attachments/store.ts'
import { removeForgottenExports } from './exports/purge-exports.ts'
import { REMOVE_FORGOTTEN_EXPORTS } from './exports/store.ts'
import { WRITE_EXPORT, writeExport } from './exports/write-export.ts'
import { SEND_MAIL, DELIVER_WEBHOOK } from './outbox/store.ts'
import { sendMail } from './mail/send-mail.ts'
import { deliverWebhook } from './webhooks/deliver-webhook.ts'
import { ringForHelp } from './roster/ring-for-help.ts'
import { RING_FOR_HELP } from './roster/store-bells.ts'
import type { Task } from './jobs/run-jobs.ts'

/** Every kind of job the worker does, by the name it is queued under. */
export const tasks: Readonly<Record<string, Task>> = {
  [REMOVE_ERASED_FILES]: removeErasedFiles,
  [WRITE_EXPORT]: writeExport,
  [REMOVE_FORGOTTEN_EXPORTS]: (_payload, services) => removeForgottenExports(services),
  [SEND_MAIL]: sendMail,
  [DELIVER_WEBHOOK]: deliverWebhook,
  [RING_FOR_HELP]: ringForHelp,
}
