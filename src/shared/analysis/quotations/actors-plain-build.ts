import { getLanguage } from '../languages/index.ts'
import type { Token } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { Recent } from '../text/recent.ts'
import { wordTest } from '../text/word-test.ts'
import { type Actor, type ActorScene, isCapital } from './actors.ts'

const POSSESSIVE = /['’]s?$/
/** "Harry B. Harris Jr.": a person is known by the surname before it. */
const JUNIOR = /,? (?:Jr|Sr|II|III|IV)\.?$/
/** Words that open a clause as well as a phrase: "after the minister resigned". */
const TIME_CLAUSES = /^(?:after|before|since|until|till)$/

/** Ends in an apostrophe, with or without an s; told without a pattern, for this is asked of every word. */
export const isOwner = (text: string): boolean => {
  const code = text.charCodeAt(text.length - (text.endsWith('s') ? 2 : 1))
  return code === 39 || code === 0x2019
}

/** The actor that a noun phrase of a language without cases names; `phraseFrom` is where its determiner stands. */
export function build(
  scene: ActorScene,
  from: number,
  to: number,
  nameFrom: number,
  kind: Actor['kind'],
  role: string | null,
  phraseFrom: number,
  owner = false,
): Actor {
  const { document } = scene
  const { tokens } = document
  const last = tokens[to - 1]!
  const governor = governorOf(document, phraseFrom)
  const before = tokens[governor]
  const governed =
    before !== undefined &&
    before.sentence === tokens[phraseFrom]!.sentence &&
    document.reading(governor).pos === 'preposition' &&
    before.norm !== 'as' &&
    before.norm !== 'while' &&
    before.norm !== 'because' &&
    // "the case, in which students said": the preposition is the relative's.
    !/^(?:which|whom)$/.test(tokens[phraseFrom - 1]?.norm ?? '') &&
    !(TIME_CLAUSES.test(before.norm) && document.reading(to)?.pos === 'verb')
  const full =
    kind === 'thing' && to - nameFrom === 1 && !isOwner(last.text)
      ? last.text
      : getLanguage(document.language).nominative(tokens, nameFrom, to)

  const name = /[rIV.]$/.test(full) ? full.replace(JUNIOR, '') : full
  const gender =
    kind === 'person' || kind === 'unnamed' ? genderOf(document.language, name, role, last) : null
  const plural = kind !== 'person' && isPlural(last)
  return {
    name,
    span: {
      start: tokens[nameFrom]!.start,
      end: last.end - (isOwner(last.text) ? (POSSESSIVE.exec(last.text)?.[0].length ?? 0) : 0),
    },
    from: phraseFrom,
    to,
    nameFrom,
    kind,
    pronoun: null,
    gender,
    number: plural ? 'plural' : 'singular',
    role,
    subject: !governed && !owner,
    quoted: scene.quoted[from] === 1,
  }
}

const isPlural = wordTest(
  ({ norm }) =>
    /^(?:police|people|men|women|children|media|staff|others|many|some)$/.test(norm) ||
    (/s$/.test(norm) && !/(?:ss|us|is|ws)$/.test(norm)),
)

const FEMININE_ROLE =
  /(?:woman|wife|mother|sister|daughter|aunt|widow|queen|princess|actress|nun|girl|mrs|ms|miss|lady|dame|baroness|grandmother|duchess)$/
const MASCULINE_ROLE =
  /(?:(?<!wo)man|husband|father|brother|son|uncle|king|prince|actor|monk|boy|mr|sir|lord|priest|bishop|pope|imam|grandfather|duke|policeman)$/

const isMasculine = (title: string): boolean =>
  MASCULINE_ROLE.test(title) && !/^(?:person|human|german|roman)$/.test(title)
const isWoman = wordTest(FEMININE_ROLE)
const isMan = wordTest(({ norm }) => isMasculine(norm))

function genderOf(language: string, name: string, role: string | null, head: Token): Actor['gender'] {
  const title = role === null ? null : fold(role).replace(/\s*\.$/, '')
  if (title === null ? isWoman(head) : FEMININE_ROLE.test(title)) return 'feminine'
  if (title === null ? isMan(head) : isMasculine(title)) return 'masculine'
  return genderOfName(language, name)
}

const NOT_TOLD = 'none'
const genders = new Map<string, Recent<string, NonNullable<Actor['gender']> | typeof NOT_TOLD>>()

/** What a name tells of its bearer's gender, remembered. */
function genderOfName(language: string, name: string): Actor['gender'] {
  let known = genders.get(language)
  if (known === undefined) {
    known = new Recent()
    genders.set(language, known)
  }
  let gender = known.get(name)
  if (gender === undefined) {
    gender = getLanguage(language).genderOfName(fold(name).split(' ')) ?? NOT_TOLD
    known.set(name, gender)
  }
  return gender === NOT_TOLD ? null : gender
}

/** Token before a phrase; before its owners where it is owned: "on the parents' page". */
function governorOf(document: ActorScene['document'], phraseFrom: number): number {
  const { tokens } = document
  let at = phraseFrom - 1
  // "for the Nov. 8 election"
  while (at > 1 && tokens[at]!.text === '.' && tokens[at + 1]!.sentence === tokens[at]!.sentence) {
    at--
    while (at > 0 && ['determiner', 'numeral', 'name'].includes(document.reading(at).pos)) at--
  }
  if (
    at < 1 ||
    (tokens[at]!.text !== "'" && tokens[at]!.text !== '’') ||
    tokens[at]!.start !== tokens[at - 1]!.end
  )
    return at
  at--
  while (at > 0 && ['determiner', 'adjective', 'noun', 'name'].includes(document.reading(at).pos)) at--
  return at
}

/** Whose a noun at token `noun` is: "the minister's promise", "Mira Dahl’s own account". Null when nobody's stands there. */
export function possessorOf(scene: ActorScene, noun: number, from: number): Actor | null {
  const { document } = scene
  const { tokens } = document
  for (let at = noun - 1; at >= Math.max(from, noun - 3); at--) {
    const { text } = tokens[at]!
    if (tokens[at]!.kind !== 'word' || document.reading(at).pos === 'verb') return null
    if (!isOwner(text)) continue
    let start = at
    const name = isCapital(text)
    while (
      start > from &&
      isCapital(tokens[start - 1]!.text) === name &&
      tokens[start - 1]!.kind === 'word'
    ) {
      const { pos } = document.reading(start - 1)
      if (!name && pos !== 'noun' && pos !== 'adjective') break
      if (name && pos === 'determiner') break
      start--
    }
    return build(scene, start, at + 1, start, name ? 'person' : 'unnamed', null, start, true)
  }
  return null
}
