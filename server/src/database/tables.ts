import type { Generated } from 'kysely';

/** One row per migration that has run; `number` is the NNNN of its file, `checksum` the SHA-256 of its text. */
interface SchemaMigrationsTable {
  number: number;
  name: string;
  checksum: string;
  applied_at: Generated<string>;
}

/** Every table Kysely may name. Column types are what `connect` delivers: see column-values.ts. */
export interface Tables {
  schema_migrations: SchemaMigrationsTable;
}
