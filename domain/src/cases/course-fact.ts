import type { Instant } from '../calendar/instant.ts'
import type { Appointment, Approval, Assist, Help, Instruction, Pause, Supervision } from './course.ts'
import type { TextRef } from './holder.ts'

/** What is recorded of a case's course besides its hand-overs. */
export type CourseAct =
  | { kind: 'approval-asked'; approval: Approval }
  /** Beyond the authority of whoever agreed to it: now with the next one. */
  | { kind: 'approval-raised'; of: Approval['of']; level: number; approvers: string[] }
  | { kind: 'approval-refused'; of: Approval['of']; reason: TextRef }
  | { kind: 'extension-granted'; from: Instant; until: Instant; estimated: boolean; originalLimitAt: Instant; count: number; reason: TextRef }
  | { kind: 'pause-begun'; pause: Pause }
  | { kind: 'pause-ended'; minutes: number }
  | { kind: 'refusal-agreed'; reason: TextRef }
  | { kind: 'assist-asked'; assists: Assist[] }
  | { kind: 'assist-given'; assistId: string; text: TextRef }
  | { kind: 'assist-waived'; assistId: string; reason: TextRef }
  | { kind: 'case-urged'; count: number; text: TextRef | null }
  | { kind: 'instruction-given'; instruction: Instruction }
  | { kind: 'instruction-reported'; instructionId: string; text: TextRef }
  | { kind: 'supervision-opened'; supervision: Supervision }
  | { kind: 'supervision-reported'; text: TextRef; count: number }
  | { kind: 'supervision-signed-off'; opinion: TextRef }
  | { kind: 'appointment-made'; appointment: Appointment }
  | { kind: 'appointment-moved'; to: Instant; reason: TextRef }
  | { kind: 'appointment-ended'; home: boolean; kept: boolean; note: TextRef | null }
  | { kind: 'help-asked'; help: Help }
  | { kind: 'help-answered'; helpId: string; of: Help['of']; text: TextRef }
  | { kind: 'person-informed'; channel: string; text: TextRef; confirmed: boolean }
  | { kind: 'receipt-confirmed'; channel: string; note: TextRef | null; round: number }
  | { kind: 'case-archived'; summary: TextRef }
