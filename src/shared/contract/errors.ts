/** Codes of errors that a call may answer. `message` is a plain English sentence; the front may say it in the reader's language by the code. */
export const ERROR_CODES = [
  'unknown-call',
  'bad-input',
  'bad-expression',
  'too-slow',
  'too-many',
  'not-found',
  'conflict',
  'cannot-read-file',
  'library-too-new',
  'library-damaged',
  'library-locked',
  'cancelled',
  'internal',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** An error that is meant for the person: a code for the program and a sentence for the reader. */
export class ParallaxError extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ParallaxError'
    this.code = code
  }
}
