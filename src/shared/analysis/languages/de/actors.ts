import {
  type Actor,
  type ActorScene,
  isAbbreviation,
  isCapital,
  startsSentence,
} from '../../quotations/actors.ts'
import type { Cues } from '../../quotations/cue-types.ts'
import type { Token } from '../../text/document.ts'
import { germanCueVerbAt } from './cue-verbs.ts'
import { germanGenderOfName, germanNameStem, germanNominative, isGivenName } from './names.ts'

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))
const PARTICLES = set('von van de der den zu vom zum zur ter al el bin ibn da di du la le dos')
const TITLES = set('dr prof herr herrn frau dipl ing med h.c st graf freiherr')
/** After these a noun is no subject; "der" is told apart by the noun's gender. */
const OBLIQUE =
  set(`den dem des einen einem einer eines keinen keinem keiner keines seinen seinem seiner seines ihren ihrem ihrer ihres diesen diesem
  dieses jenen jenem unseren unserem unserer unseres allen beiden vielen einigen mehreren welchen welchem deren dessen`)
const PREPOSITIONS =
  set(`in im ins an am ans auf aus bei beim mit nach seit von vom zu zum zur für durch gegen ohne um unter über vor zwischen wegen trotz
  laut gemäß hinter neben bis während innerhalb außerhalb statt gegenüber angesichts aufgrund dank per pro binnen`)
const GENITIVE = set('der des eines einer seines seiner ihres ihrer dieser dieses unserer')
const TAIL_PREPOSITIONS = set('von vom für bei beim im in aus')
const FEMININE =
  /(?:in|innen|ung|heit|keit|schaft|tion|tät|ei|kunft|sicht|zentrale|frau|mutter|tochter|schwester|witwe|quelle)$/
const FEMININE_BODIES =
  /(?:polizei|regierung|partei|behörde|armee|agentur|bank|kammer|kirche|schule|klinik|firma|truppe|fraktion|feuerwehr|bundeswehr|nato|eu|uno|initiative|presse|taz)$/
const NEUTER =
  /(?:ium|amt|gericht|parlament|militär|unternehmen|haus|büro|institut|bündnis|netzwerk|portal|magazin|blatt|kabinett|kontingent|mitglied)$/
const PLURAL_ONLY =
  /^(?:leute|medien|kreise|behörden|truppen|\p{L}+(?:kreise|medien|behörden|leute|truppen|kräfte))$/u

/** The actors of a German text: nouns by their capital, their case by what stands before them. */
export function germanActors(scene: ActorScene, cues: Cues): Actor[] {
  const { document, names } = scene
  const { tokens } = document
  const surnames = surnamesOf(scene, cues)
  const actors: Actor[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    const marked = names.get(index)
    if (marked !== undefined) {
      actors.push({
        ...build(scene, index + 1, Math.max(index + 2, marked - 1), index + 1, 'organisation', null),
        from: index,
        to: marked,
      })
      index = marked - 1
      continue
    }
    if (token.kind !== 'word') continue
    const pronoun = cues.pronouns.get(token.norm)
    if (pronoun !== undefined && (!isCapital(token.text) || startsSentence(document, index))) {
      const plural = token.norm === 'sie' && isPluralVerbBeside(scene, index)
      actors.push({
        name: token.text,
        span: { start: token.start, end: token.end },
        from: index,
        to: index + 1,
        nameFrom: index,
        kind: 'person',
        pronoun: plural ? { gender: null, number: 'plural' } : pronoun,
        gender: plural ? null : pronoun.gender,
        number: plural ? 'plural' : pronoun.number,
        role: null,
        subject: true,
        quoted: scene.quoted[index] === 1,
      })
      continue
    }
    const actor = actorAt(scene, index, cues, surnames)
    if (actor === null) continue
    actors.push(actor)
    index = actor.to - 1
  }
  return actors
}

function actorAt(scene: ActorScene, index: number, cues: Cues, surnames: ReadonlySet<string>): Actor | null {
  const { document } = scene
  const { tokens } = document
  if (!isNominal(scene, index, cues)) return null
  // A run of capitals: offices, then a name.
  let end = index
  while (same(scene, index, end) && (isNominal(scene, end, cues) || joins(scene, end, index))) end++
  let name = index
  while (
    name < end &&
    (cues.roles.has(tokens[name]!.norm) ||
      isTitle(tokens[name]!) ||
      tokens[name]!.text === '.' ||
      cues.organisations.has(tokens[name]!.norm) ||
      cues.documents.has(tokens[name]!.norm))
  )
    name++
  const head = Math.max(index, name - 1)
  const phrase = phraseStart(scene, index)
  const one = (at: number) => tokens[at]!
  const isOffice = cues.roles.has(one(head).norm) || isTitle(one(head))
  const isBody = !isOffice && (cues.organisations.has(one(head).norm) || cues.documents.has(one(head).norm))
  if (name > index && name < end && looksPersonal(scene, name, end, surnames, true)) {
    // "Außenministerin Lea Brandt", "Polizei-Sprecher Krone".
    const role = textOf(tokens, index, name).replace(/^(?:Herrn?|Frau)$/, '')
    return build(scene, index, end, name, 'person', role === '' ? null : role, phrase)
  }
  if (name > index) {
    const to = name
    const tail = tailEnd(scene, to, cues, surnames)
    // "der Sprecher der Klinik Anna Keller", "Anna Keller" without a comma.
    let last = tail
    while (same(scene, index, last) && (isNominal(scene, last, cues) || joins(scene, last, tail))) last++
    if (isOffice && last > tail && tail > to && looksPersonal(scene, tail, last, surnames, false))
      return build(scene, index, last, tail, 'person', textOf(tokens, index, tail), phrase)
    return build(scene, index, tail, index, isOffice ? 'unnamed' : 'organisation', null, phrase, head)
  }
  if (looksPersonal(scene, index, end, surnames, false)) {
    return build(scene, index, end, index, 'person', null, phrase)
  }
  // A lone capital beside a cue, without a determiner, is a name.
  if (
    end - index === 1 &&
    phrase === index &&
    !PREPOSITIONS.has(tokens[index - 1]?.norm ?? '') &&
    (germanCueVerbAt(document, index - 1, cues) !== null ||
      germanCueVerbAt(document, index + 1, cues) !== null) &&
    !/(?:en|ung|er|e)$/.test(one(index).norm)
  )
    return build(
      scene,
      index,
      end,
      index,
      isAbbreviation(one(index).text) ? 'organisation' : 'person',
      null,
      phrase,
    )
  if (isAbbreviation(one(index).text))
    return build(scene, index, index + 1, index, 'organisation', null, phrase)
  return build(scene, index, isBody ? end : index + 1, index, 'thing', null, phrase)
}

/** Both tokens stand in one sentence. */
const same = (scene: ActorScene, a: number, b: number): boolean =>
  scene.document.tokens[a]?.sentence === scene.document.tokens[b]?.sentence

const isTitle = (token: Token): boolean => TITLES.has(token.norm)
const textOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map((one) => one.text)
    .join(' ')
    .replace(/ (?=[.,])/g, '')

/** A capitalised word that is a noun or a name; "the beginning of a sentence" makes no noun of a small word. */
function isNominal(scene: ActorScene, index: number, cues: Cues): boolean {
  const token = scene.document.tokens[index]
  if (token === undefined || token.kind !== 'word' || scene.names.has(index)) return false
  if (/^@/.test(token.text)) return true
  if (!isCapital(token.text) || cues.times.has(token.norm)) return false
  return ['noun', 'name'].includes(scene.document.reading(index).pos)
}

/** Initials, titles' full stops and "von" inside a name. */
function joins(scene: ActorScene, index: number, from: number): boolean {
  const { tokens } = scene.document
  const token = tokens[index]
  const before = tokens[index - 1]
  if (token === undefined || index <= from || before === undefined) return false
  if (!isCapital(tokens[index + 1]?.text ?? '') || tokens[index + 1]!.sentence !== tokens[from]!.sentence)
    return (
      PARTICLES.has(token.norm) &&
      token.norm !== 'der' &&
      PARTICLES.has(tokens[index + 1]?.norm ?? '') &&
      isGivenName(before.norm)
    )
  if (token.text === '.') return /^\p{Lu}$/u.test(before.text) || isTitle(before)
  return PARTICLES.has(token.norm) && (isGivenName(before.norm) || PARTICLES.has(before.norm))
}

/** First token of the phrase: its determiner and adjectives. */
function phraseStart(scene: ActorScene, index: number): number {
  const { document } = scene
  let at = index
  while (at > 0 && document.tokens[at - 1]!.sentence === document.tokens[index]!.sentence) {
    const { pos } = document.reading(at - 1)
    if (pos === 'adjective' || pos === 'participle' || pos === 'numeral') at--
    else if (pos === 'determiner') return at - 1
    else break
  }
  return at
}

/** Genitives and places that belong to an office or a body: "der Leiter des Krankenhauses in Lannau". */
function tailEnd(scene: ActorScene, from: number, cues: Cues, surnames: ReadonlySet<string>): number {
  const { document } = scene
  const { tokens } = document
  let end = from
  for (let rounds = 0; rounds < 3; rounds++) {
    const token = tokens[end]
    if (token === undefined || token.sentence !== tokens[from - 1]!.sentence) break
    if (!GENITIVE.has(token.norm) && !TAIL_PREPOSITIONS.has(token.norm)) break
    let at = end + 1
    while (at < tokens.length && ['determiner', 'adjective', 'participle'].includes(document.reading(at).pos))
      at++
    if (!isNominal(scene, at, cues)) break
    at++
    while (
      isNominal(scene, at, cues) &&
      !surnames.has(tokens[at]!.norm) &&
      !isGivenName(tokens[at]!.norm) &&
      cues.organisations.has(tokens[at - 1]!.norm)
    )
      at++
    // "der Stadt Lannau": a place after what it is.
    if (
      isNominal(scene, at, cues) &&
      !isNominal(scene, at + 1, cues) &&
      /^(?:stadt|provinz|gemeinde|republik|region|insel|hafens?|staates)$/.test(tokens[at - 1]!.norm)
    )
      at++
    end = at
  }
  return end
}

/** Whether a run of capitals is a person's name: a given name first, or a surname that the text knows. */
function looksPersonal(
  scene: ActorScene,
  from: number,
  to: number,
  surnames: ReadonlySet<string>,
  afterOffice: boolean,
): boolean {
  const { document } = scene
  const { tokens } = document
  const first = tokens[from]!
  if (/^@/.test(first.text)) return true
  if (isGivenName(first.norm) && to > from) return true
  if (surnames.has(germanNameStem(tokens[to - 1]!.norm)) && to - from <= 3) return true
  if (isAbbreviation(first.text)) return false
  if (afterOffice) return !/(?:ung|heit|keit|schaft|tion)$/.test(first.norm)
  // Two capitals in a row without a determiner before them.
  const before = tokens[from - 1]
  return (
    to - from >= 2 &&
    phraseStart(scene, from) === from &&
    !(before !== undefined && /^(?:im|am|vom|zum|zur|beim|ins)$/.test(before.norm)) &&
    !/(?:ung|heit|keit|schaft|tion)$/.test(first.norm)
  )
}

/** Last words of what are surely names, without a genitive's s. */
function surnamesOf(scene: ActorScene, cues: Cues): ReadonlySet<string> {
  const { document } = scene
  const { tokens } = document
  const found = new Set<string>()
  for (let index = 0; index < tokens.length; index++) {
    if (!isNominal(scene, index, cues)) continue
    const token = tokens[index]!
    if (!isGivenName(token.norm) && !isTitle(token)) {
      const next = tokens[index + 1]
      // "Bürgermeisterin Krone": the name after an office.
      if (
        !cues.roles.has(token.norm) ||
        next === undefined ||
        !isNominal(scene, index + 1, cues) ||
        !same(scene, index, index + 1) ||
        isNominal(scene, index + 2, cues) ||
        cues.roles.has(next.norm) ||
        cues.organisations.has(next.norm) ||
        isGivenName(next.norm)
      )
        continue
      found.add(germanNameStem(next.norm))
      continue
    }
    let end = index + 1
    while (same(scene, index, end) && (isNominal(scene, end, cues) || joins(scene, end, index))) end++
    const last = tokens[end - 1]!
    if (
      end - index >= 2 &&
      end - index <= 4 &&
      !cues.roles.has(last.norm) &&
      !cues.organisations.has(last.norm)
    )
      found.add(germanNameStem(last.norm))
    index = end - 1
  }
  return found
}

const isPluralVerbBeside = (scene: ActorScene, index: number): boolean => {
  const { document } = scene
  for (const at of [index - 1, index + 1]) {
    const reading = document.reading(Math.max(0, Math.min(at, document.tokens.length - 1)))
    if (reading.pos === 'verb') return /(?:en|eln|ern)$/.test(document.tokens[at]!.norm)
  }
  return false
}

function build(
  scene: ActorScene,
  from: number,
  to: number,
  nameFrom: number,
  kind: Actor['kind'],
  role: string | null,
  phraseFrom = from,
  head = from,
): Actor {
  const { document } = scene
  const { tokens } = document
  const norm = tokens[head]!.norm
  const determiner = phraseFrom < from ? tokens[phraseFrom]!.norm : null
  const before = tokens[phraseFrom - 1]
  const name = germanNominative(tokens, nameFrom, to)
  const words = name.toLowerCase().split(/\s+/)
  const gender = genderOf(kind, words, role, norm)
  const governed =
    before !== undefined && before.sentence === tokens[phraseFrom]!.sentence && PREPOSITIONS.has(before.norm)
  const oblique =
    determiner !== null &&
    (OBLIQUE.has(determiner) || (/^(?:der|dieser|jener)$/.test(determiner) && gender === 'feminine'))
  return {
    name,
    span: { start: tokens[nameFrom]!.start, end: tokens[to - 1]!.end },
    from: phraseFrom,
    to,
    nameFrom,
    kind,
    pronoun: null,
    gender,
    number: isPlural(kind, norm, determiner, gender) ? 'plural' : 'singular',
    role,
    subject: !governed && !oblique,
    quoted: scene.quoted[nameFrom] === 1,
  }
}

function isPlural(
  kind: Actor['kind'],
  norm: string,
  determiner: string | null,
  gender: Actor['gender'],
): boolean {
  if (kind === 'person') return false
  if (PLURAL_ONLY.test(norm)) return true
  if (/innen$/.test(norm)) return true
  if (
    determiner !== null &&
    /^(?:der|das|des|dem|ein|eine|einen|einem|einer|eines|kein|dieses|sein|ihr)$/.test(determiner)
  )
    return false
  if (gender === 'feminine') return false
  if (
    determiner !== null &&
    /^(?:die|viele|einige|mehrere|alle|beide|zwei|drei|vier|fünf|zahlreiche|diese)$/.test(determiner)
  )
    return true
  return determiner === null && kind === 'unnamed' && /(?:en|er|e|n)$/.test(norm)
}

function genderOf(
  kind: Actor['kind'],
  words: readonly string[],
  role: string | null,
  head: string,
): Actor['gender'] {
  if (kind === 'person') {
    const office = role?.toLowerCase().split(/\s+/)[0] ?? null
    if (office !== null && /(?:in|frau)$/.test(office)) return 'feminine'
    const known = germanGenderOfName(words)
    if (known !== null) return known
    return office !== null && /(?:er|ist|or|chef|mann|präsident)$/.test(office) ? 'masculine' : null
  }
  if (/innen$/.test(head)) return null
  if (FEMININE.test(head) || FEMININE_BODIES.test(head)) return 'feminine'
  if (NEUTER.test(head)) return 'neuter'
  return kind === 'unnamed' ? 'masculine' : null
}
