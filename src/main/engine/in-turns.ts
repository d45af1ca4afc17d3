/** So long a computation may keep other calls waiting. */
const TURN_MS = 15

/** Lets waiting calls be answered. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Runs a computation that pauses, with every waiting call answered in between. */
export async function inTurns<Value>(steps: Generator<undefined, Value>): Promise<Value> {
  let begun = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() - begun < TURN_MS) continue
    await breathe()
    begun = performance.now()
  }
}
