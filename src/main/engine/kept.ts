/** Values that are kept while the library stays as it is; the oldest goes first. */
export class Kept<Value> {
  #version = -1
  readonly #values = new Map<string, Value>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  of(version: number, key: string, make: () => Value): Value {
    if (version !== this.#version) {
      this.#values.clear()
      this.#version = version
    }
    const before = this.#values.get(key)
    const value = before ?? make()
    this.#values.delete(key)
    this.#values.set(key, value)
    for (const oldest of this.#values.keys()) {
      if (this.#values.size <= this.#most) break
      this.#values.delete(oldest)
    }
    return value
  }
}
