import { z } from 'zod'

/** In an archive: the cluster's files at the top, everything else of the data folder below this. */
export const BESIDE = 'daodi'
export const INFORMATION = `${BESIDE}/backup.json`

/** The first entry: what has to be known before anything is unpacked. */
export const BackupInformation = z.object({
  daodi: z.literal('backup'), format: z.literal(1),
  /** When it was begun. */
  at: z.string(),
  /** Major release of PostgreSQL. */
  postgres: z.string(),
  /** How many migrations the database has had. */
  migrations: z.number().int(),
})
export type BackupInformation = z.output<typeof BackupInformation>
