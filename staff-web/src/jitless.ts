import { config } from 'zod'

// The pages forbid code made from text; asked not to try, the schemas raise no alarm about it. Imported before any schema.
config({ jitless: true })
