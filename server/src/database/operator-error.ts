/**
 * A refusal meant for whoever starts the program: each language is one complete sentence that says what is wrong and
 * what to do. Print both, Chinese first, and no stack trace. `message` is the English one, for the log.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
  readonly zh: string
  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(en, options)
    this.zh = zh
  }
}
