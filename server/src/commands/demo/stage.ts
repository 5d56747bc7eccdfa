import type { z } from 'zod'
import type { Operation } from '@daodi/contract/operation.ts'
import type { Calendar } from '@daodi/domain/calendar/calendar.ts'
import type { Axis } from './working-axis.ts'

export interface Input<Op extends Operation> { params: z.input<Op['params']>; body: z.input<Op['body']> }
/** `caseId` where the operation is about one case. */
export interface Done<Op extends Operation> { reply: z.output<Op['reply']>; caseId: string | undefined }

/** Where the stories of one institution play: the operations of the contract, under people's names and at the stage's time. */
export interface Stage {
  calendar: Calendar
  /** Office hours, or the hours in which a ward's people are awake. */
  axis: Axis
  /** The last moment that may be played, in ms. */
  now: number
  institutionId: string
  unitId(name: string): string
  personId(name: string): string
  matterId(name: string): string
  /** Of the desk at which somebody sits. */
  deskId(person: string): string | null
  /** What somebody on the staff does. Throws when it is refused: a story knows the rules. */
  staff<Op extends Operation>(who: string, operation: Op, input: Input<Op>): Promise<Done<Op>>
  /** What the person asking does. */
  public<Op extends Operation>(operation: Op, input: Input<Op>): Promise<Done<Op>>
}

/** Yields the moment, in ms, at which it goes on; between two of them it acts at the stage's time. */
export type Story = AsyncGenerator<number, void, void>
