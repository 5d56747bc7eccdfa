import { createInterface } from 'node:readline/promises'
import { maskName, maskPhone } from '@daodi/domain/requester/mask.ts'
import { removeErasedFiles, removeErasedFilesOf } from '../attachments/purge-attachments.ts'
import { caseKeeper } from '../cases/keeper.ts'
import { OperatorError } from '../database/operator-error.ts'
import { removeForgottenExports } from '../exports/purge-exports.ts'
import type { Services } from '../http/route.ts'
import { eraseRequester, eraseUnnamedCase, type Erased } from '../requester/erase.ts'
import { caseByNumber, requesterById, requestersByPhone, type KeptRequester, type UnnamedCase } from '../requester/store.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { withServices } from './real-services.ts'

export const requesterErase: Command = {
  words: 'requester erase', usage: '(--phone NUMBER | --id UUID | --case NUMBER) [--yes]',
  zh: '依申请删除一位来访人的个人信息和所有原文；办理过程与台账保留，仍可核对',
  en: 'erases a person’s data and every word of their cases; the course of the cases and the ledger stay and still verify',
  more: [
    '--phone NUMBER  这个号码登记过的所有人 / everybody registered under this number',
    '--id UUID       只删这一位 / this one only',
    '--case NUMBER   没有留下姓名和联系方式的一件 / one case whose asker left no name or contacts',
    '--yes           不再询问 / do not ask',
    '删除后办件里又写入的内容，可用 --id 再次删除。 / What is written into the cases afterwards can be erased again by --id.',
    '别人的办件里提到此人的文字不会被找到。 / Words about the person in other people’s cases are not found.',
    '备份须另行处理。 / Backups have to be dealt with separately.',
  ],
  options: { phone: { type: 'string' }, id: { type: 'string' }, case: { type: 'string' }, yes: { type: 'boolean' } },
  examples: ['requester erase --phone 13800000000', 'requester erase --case JS-20260105-001 --yes', 'requester erase --id 01890000-0000-7000-8000-000000000000'],
  takes: { least: 0, most: 0 },
  run: (given) => withServices((services) => run(given, services, askOnTerminal)),
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** `ask` resolves to whether whoever sits there agrees; null: nobody sits there. */
export async function run({ values }: Given, services: Services, ask: () => Promise<boolean | null>): Promise<ExitCode> {
  const found = await find(values, services)
  if (found.length === 0) {
    print('没有找到可删除的来访人或内容。 / Nobody and nothing to erase was found.')
    return 1
  }
  print('将永久删除（不可恢复）： / To be erased for good:')
  for (const one of found) print(one.words)
  if (values['yes'] !== true) {
    const agreed = await ask()
    if (agreed === null) print('未删除：请加 --yes 确认。 / Nothing was erased: add --yes to confirm.')
    else if (!agreed) print('已取消，未删除。 / Nothing was erased.')
    if (agreed !== true) return 1
  }
  for (const one of found) await one.erase()
  return 0
}

/** Something to be erased, in words, and how. */
interface Found { words: string; erase(): Promise<void> }

async function find(values: Given['values'], services: Services): Promise<Found[]> {
  if ([values['phone'], values['id'], values['case']].filter((value) => value !== undefined).length !== 1) throw new OperatorError('--phone 电话、--id 编号、--case 办件号，三者请给出一个。', 'Give one of --phone NUMBER, --id UUID and --case NUMBER.')
  const { case: number } = values
  if (typeof number === 'string') {
    const unnamed = await findCase(number, services)
    return unnamed ? [{ words: describeCase(unnamed), erase: () => eraseCase(unnamed, services) }] : []
  }
  const people = (await findPeople(values, services)).filter((person) => person.erased_at === null || person.texts + person.attachments > 0)
  return people.map((person) => ({ words: describe(person), erase: () => erase(person, services) }))
}

async function findCase(number: string, { db }: Services): Promise<UnnamedCase | null> {
  const found = await caseByNumber(db, number.trim().toUpperCase())
  if (found?.requester_id) throw new OperatorError(`这件事登记有来访人，请按来访人删除：--id ${found.requester_id}`, `Somebody is recorded as having asked; erase them: --id ${found.requester_id}`)
  return found && found.texts + found.attachments > 0 ? found : null
}

async function findPeople({ phone, id }: Given['values'], { db }: Services): Promise<KeptRequester[]> {
  if (typeof id === 'string') {
    if (!UUID.test(id)) throw new OperatorError('--id 应为来访人页面地址里的那串编号（UUID）。', '--id must be a UUID, as in the address of the person’s page.')
    return requesterById(db, id.toLowerCase())
  }
  if (typeof phone !== 'string' || phone.replace(/\D/g, '').length < 4) throw new OperatorError('--phone 应为至少四位数字的电话号码。', '--phone must be a phone number of at least four digits.')
  return requestersByPhone(db, phone)
}

function describe({ id, institution, name, phone, cases, open, texts, attachments, first_number: first, last_number: last }: KeptRequester): string {
  const numbers = first === null ? '' : first === last ? ` (${first})` : ` (${first} … ${last})`
  const warning = open > 0 ? `\n      注意：${open} 件尚未办结，删除后将无法联系此人。 / ${open} still open: nobody will be able to reach this person.` : ''
  return `  ${id}  ${institution}  ${maskName(name) ?? '—'}  ${maskPhone(phone) ?? '—'}\n      办件 ${cases}${numbers}，文字 ${texts} 段，附件 ${attachments} 个 / ${cases} cases, ${texts} texts, ${attachments} attachments${warning}`
}

function describeCase({ number, institution, texts, attachments, is_open: isOpen }: UnnamedCase): string {
  return `  ${number}  ${institution}\n      文字 ${texts} 段，附件 ${attachments} 个${isOpen ? '，尚未办结' : ''} / ${texts} texts, ${attachments} attachments${isOpen ? ', still open' : ''}`
}

/** The jobs that remove the files are queued; doing it here as well means that they are gone when the command says so. */
async function erase(person: KeptRequester, services: Services): Promise<void> {
  const erased = await eraseRequester(services, caseKeeper, { institutionId: person.institution_id, requesterId: person.id })
  if (!erased) return
  await removeErasedFilesOf(services, { institutionId: person.institution_id, requesterId: person.id })
  await removeForgottenExports(services)
  services.log.info({ msg: 'a requester was erased', requester: person.id, ...erased })
  tellErased(person.id, erased)
}

async function eraseCase({ institution_id: institutionId, id: caseId, number }: UnnamedCase, services: Services): Promise<void> {
  const erased = await eraseUnnamedCase(services, caseKeeper, { institutionId, caseId })
  if (!erased) return
  await removeErasedFiles({ institutionId, caseId }, services)
  await removeForgottenExports(services)
  services.log.info({ msg: 'a case was erased', case: caseId, ...erased })
  tellErased(number, erased)
}

function tellErased(what: string, { cases, texts, attachments, exports }: Erased): void {
  print(`已删除 / erased: ${what}（办件 ${cases} cases，文字 ${texts} texts，附件 ${attachments} attachments，导出文件 ${exports} exports）`)
}

async function askOnTerminal(): Promise<boolean | null> {
  if (!process.stdin.isTTY) return null
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return /^(?:删除|erase)$/i.test((await terminal.question('输入“删除”或 erase 确认： / Type erase to confirm: ')).trim())
  } finally {
    terminal.close()
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
