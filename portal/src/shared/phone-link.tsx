/** A number to touch; an extension written 转 8012 is dialled after a pause. */
export function PhoneLink({ number }: { number: string }) {
  const [line = '', extension = ''] = number.split(/转|分机|ext\.?|#/i)
  const dialled = line.replace(/[^0-9+]/g, '') + (/\d/.test(extension) ? `,${extension.replace(/\D/g, '')}` : '')
  return <a class="phone" href={`tel:${dialled}`}>{number}</a>
}
