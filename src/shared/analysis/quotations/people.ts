import type { Person } from '#shared/domain/quotation.ts'
import { getLanguage } from '../languages/index.ts'
import { fold } from '../text/fold.ts'
import { Recent } from '../text/recent.ts'
import type { Actor } from './actors.ts'

interface Entry {
  name: string
  readonly aliases: Set<string>
  role: string | null
  readonly kind: Person['kind']
  readonly gender: Actor['gender']
  /** The name stood as a subject, so its form is the nominative. */
  sure: boolean
  /** Tokens at which the full name stands. */
  readonly places: number[]
}

/** The article's people: one entry for all forms of a name, under the fullest one in the nominative. */
export class People {
  private readonly list: Entry[] = []
  private readonly byKey = new Map<string, number>()
  private readonly bySurname = new Map<string, number[]>()
  private readonly language: string

  constructor(language: string, actors: readonly Actor[]) {
    this.language = language
    const named = actors.filter((one) => one.pronoun === null && one.kind !== 'thing')
    // Full names first, so that a surname alone finds its owner; sure forms before doubtful ones.
    const order = [...named].sort(
      (a, b) => wordsOf(b.name).length - wordsOf(a.name).length || Number(b.subject) - Number(a.subject),
    )
    for (const one of order) this.add(one)
  }

  private add(actor: Actor): number {
    const found = this.find(actor.name, actor.kind === 'thing' ? 'unnamed' : actor.kind)
    if (found === null) {
      this.list.push({
        name: actor.name,
        aliases: new Set(),
        role: actor.role,
        kind: actor.kind === 'thing' ? 'unnamed' : actor.kind,
        gender: actor.gender,
        sure: actor.subject,
        places: [actor.from],
      })
      const index = this.list.length - 1
      this.byKey.set(this.key(actor.name), index)
      if (actor.kind === 'person') {
        const surname = this.surname(actor.name)
        const others = this.bySurname.get(surname)
        if (others !== undefined) others.push(index)
        else if (surname.length > 2) this.bySurname.set(surname, [index])
      }
      return index
    }
    const entry = this.list[found]!
    if (wordsOf(actor.name).length > 1) entry.places.push(actor.from)
    entry.role ??= actor.role
    if (!entry.sure && actor.subject && wordsOf(entry.name).length <= wordsOf(actor.name).length) {
      entry.aliases.add(entry.name)
      entry.name = actor.name
      entry.sure = true
    } else if (entry.name !== actor.name) entry.aliases.add(actor.name)
    return found
  }

  /** Index of the person that a name means, or null. */
  find(name: string, kind: Person['kind'] = 'person', at = 0): number | null {
    const exact = this.byKey.get(this.key(name))
    if (exact !== undefined && (kind !== 'person' || name.includes(' '))) return exact
    if (kind !== 'person') return null
    const ours = wordsOf(name)
    // Two people of one surname: given names must not contradict, and a surname alone is the one named last.
    const fits = (this.bySurname.get(this.surname(name)) ?? []).filter((index) => {
      const theirs = wordsOf(this.list[index]!.name)
      return ours.length < 2 || theirs.length < 2 || ours[0]![0] === theirs[0]![0]
    })
    const last = (index: number) => this.list[index]!.places.findLast((place) => place < at) ?? -1
    if (fits.length === 0) return exact ?? null
    return fits.length < 2 ? fits[0]! : fits.reduce((best, one) => (last(one) > last(best) ? one : best))
  }

  /** The index of an actor, who is added when the list does not hold them yet. */
  indexOf(actor: Actor): number {
    const found = this.find(actor.name, actor.kind === 'thing' ? 'unnamed' : actor.kind, actor.from)
    if (found === null) return this.add(actor)
    const entry = this.list[found]!
    if (
      (actor.certain === true || (!entry.sure && actor.subject)) &&
      wordsOf(actor.name).length >= wordsOf(entry.name).length
    ) {
      entry.name = actor.name
      entry.sure = true
    }
    return found
  }

  entry(index: number): Readonly<Entry> {
    return this.list[index]!
  }

  toPersons(): Person[] {
    return this.list.map(({ name, aliases, role, kind }) => ({ name, aliases: [...aliases], role, kind }))
  }

  private key(name: string): string {
    const { nameStem } = getLanguage(this.language)
    return wordsOf(name).map(nameStem).join(' ')
  }

  private surname(name: string): string {
    return getLanguage(this.language).nameStem(wordsOf(name).at(-1) ?? '')
  }
}

const remembered = new Recent<string, readonly string[]>()

function wordsOf(name: string): readonly string[] {
  let words = remembered.get(name)
  if (words === undefined) {
    words = fold(name)
      .replace(/dzh/g, 'j')
      .replace(/[«»“”"]/g, '')
      .split(/[\s.]+/)
      .filter(Boolean)
    remembered.set(name, words)
  }
  return words
}
