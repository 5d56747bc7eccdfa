import type { SchemaNode } from './settings-schema.ts'

export interface FieldProps<Value = unknown> {
  /** Of the control, so that its label finds it. */
  readonly id: string
  /** The setting’s last name, by which codes find their words. */
  readonly name: string
  readonly label: string
  readonly node: SchemaNode
  readonly value: Value
  readonly onChange: (value: unknown) => void
}

export interface Limit { readonly amount: number; readonly unit: string; readonly dayEnd?: 'business' | 'midnight'; readonly sessionEnd?: 'same' | 'next' }
export interface Role { readonly of: string; readonly post: string }
