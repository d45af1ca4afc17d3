/** So many words a generation holds: more than the common words of a language. */
const GENERATION = 10_000

/**
 * What was computed of words, for as long as they keep coming up. Bounded in two generations: when the younger is full the
 * older is dropped, and whatever is asked for passes into the younger, so common words stay and rare ones go. A map that
 * is emptied when full would forget the common ones too.
 */
export class Recent<Key, Value extends NonNullable<unknown>> {
  private young = new Map<Key, Value>()
  private old = new Map<Key, Value>()
  private readonly most: number

  constructor(most = GENERATION) {
    this.most = most
  }

  get(key: Key): Value | undefined {
    const known = this.young.get(key)
    if (known !== undefined) return known
    const before = this.old.get(key)
    if (before !== undefined) this.set(key, before)
    return before
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined
  }

  set(key: Key, value: Value): void {
    if (this.young.size >= this.most) {
      this.old = this.young
      this.young = new Map()
    }
    this.young.set(key, value)
  }

  clear(): void {
    this.young.clear()
    this.old.clear()
  }
}
