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
    const named: { readonly actor: Actor; readonly name: Name }[] = []
    for (const actor of actors)
      if (actor.pronoun === null && actor.kind !== 'thing')
        named.push({ actor, name: nameOf(language, actor.name) })
    // Full names first, so that a surname alone finds its owner; sure forms before doubtful ones.
    named.sort(
      (a, b) =>
        b.name.words.length - a.name.words.length || Number(b.actor.subject) - Number(a.actor.subject),
    )
    for (const { actor, name } of named) this.add(actor, name)
  }

  private add(actor: Actor, name: Name): number {
    const found = this.find(actor.name, actor.kind === 'thing' ? 'unnamed' : actor.kind, 0, name)
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
      this.byKey.set(name.key, index)
      if (actor.kind === 'person') {
        const { surname } = name
        const others = this.bySurname.get(surname)
        if (others !== undefined) others.push(index)
        else if (surname.length > 2) this.bySurname.set(surname, [index])
      }
      return index
    }
    const entry = this.list[found]!
    if (name.words.length > 1) entry.places.push(actor.from)
    entry.role ??= actor.role
    if (!entry.sure && actor.subject && this.wordsOf(entry.name).length <= name.words.length) {
      entry.aliases.add(entry.name)
      entry.name = actor.name
      entry.sure = true
    } else if (entry.name !== actor.name) entry.aliases.add(actor.name)
    return found
  }

  /** Index of the person that a name means, or null. */
  find(
    name: string,
    kind: Person['kind'] = 'person',
    at = 0,
    known: Name = nameOf(this.language, name),
  ): number | null {
    const { key, surname, words: ours } = known
    const exact = this.byKey.get(key)
    if (exact !== undefined && (kind !== 'person' || name.includes(' '))) return exact
    if (kind !== 'person') return null
    // Two people of one surname: given names must not contradict, and a surname alone is the one named last.
    const fits = (this.bySurname.get(surname) ?? []).filter((index) => {
      const theirs = this.wordsOf(this.list[index]!.name)
      return ours.length < 2 || theirs.length < 2 || ours[0]![0] === theirs[0]![0]
    })
    const last = (index: number) => this.list[index]!.places.findLast((place) => place < at) ?? -1
    if (fits.length === 0) return exact ?? null
    return fits.length < 2 ? fits[0]! : fits.reduce((best, one) => (last(one) > last(best) ? one : best))
  }

  /** The index of an actor, who is added when the list does not hold them yet. */
  indexOf(actor: Actor): number {
    const found = this.find(actor.name, actor.kind === 'thing' ? 'unnamed' : actor.kind, actor.from)
    if (found === null) return this.add(actor, nameOf(this.language, actor.name))
    const entry = this.list[found]!
    if (
      (actor.certain === true || (!entry.sure && actor.subject)) &&
      this.wordsOf(actor.name).length >= this.wordsOf(entry.name).length
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

  private wordsOf(name: string): readonly string[] {
    return nameOf(this.language, name).words
  }
}

/** A name by its words, and by what its forms have in common. */
interface Name {
  readonly words: readonly string[]
  readonly key: string
  readonly surname: string
}

const remembered = new Map<string, Recent<string, Name>>()

/** Names come up again and again in an article, so they are remembered. */
function nameOf(language: string, name: string): Name {
  let names = remembered.get(language)
  if (names === undefined) {
    names = new Recent()
    remembered.set(language, names)
  }
  let known = names.get(name)
  if (known === undefined) {
    const words = fold(name)
      .replace(/dzh/g, 'j')
      .replace(/[«»“”"]/g, '')
      .split(/[\s.]+/)
      .filter(Boolean)
    const stems = words.map(getLanguage(language).nameStem)
    known = { words, key: stems.join(' '), surname: stems.at(-1) ?? getLanguage(language).nameStem('') }
    names.set(name, known)
  }
  return known
}
