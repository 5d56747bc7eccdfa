/**
 * A refusal meant for whoever starts the program: the message is one complete sentence that says what is wrong and
 * what to do. Print the message alone; a stack trace adds nothing.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
}
