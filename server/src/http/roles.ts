import type { z } from 'zod'
import type { Role as RoleCode } from '@daodi/contract/shared/codes.ts'

export type Role = z.infer<typeof RoleCode>
