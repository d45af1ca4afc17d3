import type { GrammaticalCase, Token } from '../../text/document.ts'
import { Recent } from '../../text/recent.ts'
import type { Gender } from '../language.ts'
import { analyseForm } from './morphology.ts'

const NO_CASES: ReadonlySet<GrammaticalCase> = new Set()
const memory = new Recent<string, ReadonlySet<GrammaticalCase>>()

/** All cases that a form can stand in. */
export function russianCases(norm: string): ReadonlySet<GrammaticalCase> {
  let found = memory.get(norm)
  if (found === undefined) {
    const parses = analyseForm(norm)
    found = new Set(parses.flatMap((parse) => parse.cases))
    if (found.size === 0) found = NO_CASES
    memory.set(norm, found)
  }
  return found
}

const FEMININE = /(?:ова|ева|ина|ына|ская|цкая|ная|вна|ична|инична)$/
const MASCULINE = /(?:ов|ев|ин|ын|ский|цкий|ной|вич|ич)$/
/** Men's given names that end as women's do, and that the dictionary may not hold. */
const MEN_IN_A = new Set(
  'никита илья лука фома кузьма савва фока данила гаврила мустафа муса иса абдулла паша саша миша коля петя ваня вася дима юра гена леша сережа леня костя толя витя слава женя валя гоша боря гриша федя сеня митя'.split(
    ' ',
  ),
)

/** A man's or a woman's name, by given name, patronymic and ending; null when it does not tell. */
export function russianGenderOfName(words: readonly string[]): Gender | null {
  for (const word of words) {
    if (/(?:вич|ич)$/.test(word) && word.length > 5) return 'masculine'
    if (/(?:овна|евна|ична)$/.test(word)) return 'feminine'
  }
  for (const word of words.length > 1 ? words.slice(0, -1) : []) {
    if (MEN_IN_A.has(word)) return 'masculine'
    const given = analyseForm(word).filter((one) => one.name === 'given' && one.cases[0] === 'nominative')
    const genders = new Set(given.map((one) => one.gender))
    if (genders.size === 1) {
      const only = [...genders][0]
      if (only === 'masculine' || only === 'feminine') return only
    }
  }
  const surname = words.at(-1) ?? ''
  if (FEMININE.test(surname)) return 'feminine'
  if (MASCULINE.test(surname)) return 'masculine'
  const first = words[0] ?? ''
  if (words.length > 1 && /[ая]$/.test(first) && !MEN_IN_A.has(first)) return 'feminine'
  return null
}

/** What the forms of one surname share. */
export function russianNameStem(norm: string): string {
  let stem = stems.get(norm)
  if (stem === undefined) {
    stem = computeStem(norm)
    stems.set(norm, stem)
  }
  return stem
}

const stems = new Recent<string, string>()

function computeStem(norm: string): string {
  const stem = norm.replace(
    /(?:ского|скому|ским|ском|ский|ская|ской|скую)$|(?:ого|ому|ыми|ых|ую|ой|ей|ем|ом|ым|им|ий|ый|ая|а|у|е|ы|и|я|ю|ь|й)$/,
    (ending) => (ending.startsWith('ск') ? 'ск' : ''),
  )
  return stem.length >= 3 ? stem : norm
}

/** A name in the nominative: `given` is the case in which all its words stand. */
export function russianNominative(
  tokens: readonly Token[],
  from: number,
  to: number,
  given?: GrammaticalCase,
): string {
  if (to - from === 1 && (given === undefined || given === 'nominative')) return tokens[from]!.text
  const words = tokens.slice(from, to)
  const written = words.map((token) => token.text)
  if (given === undefined || given === 'nominative') return join(written)
  // Names come up again and again, and each word of one is looked up in the dictionary.
  const key = `${given} ${written.join(' ')}`
  let name = nominatives.get(key)
  if (name === undefined) {
    name = inNominative(words, given)
    nominatives.set(key, name)
  }
  return name
}

const nominatives = new Recent<string, string>()

function inNominative(words: readonly Token[], given: GrammaticalCase): string {
  const folded = words.filter((token) => token.kind === 'word').map((token) => token.norm)
  const gender = genderInCase(folded, given)
  let tail = false
  return join(
    words.map((token, index) => {
      if (token.kind !== 'word' || /^\p{Lu}{2,}$/u.test(token.text) || /^\p{Lu}$/u.test(token.text))
        return token.text
      if (tail) return token.text
      const capital = /^\p{Lu}/u.test(token.text)
      const parses = analyseForm(token.norm).filter(
        // A word in small letters is no name: «армии» is an army's.
        (one) => one.cases[0] === given && (capital || one.name === null),
      )
      const previous = words[index - 1]
      if (!capital || (index === 0 && words.length > 1 && /^\p{Ll}/u.test(words[1]!.text))) {
        // A role with what belongs to it: only the head and the adjectives before it change.
        const noun = words
          .slice(index + 1)
          .map((next) => analyseForm(next.norm).find((one) => one.pos === 'noun' && one.cases[0] === given))
          .find(Boolean)
        const agreeing =
          analyseForm(token.norm)[0]?.pos === 'adjective'
            ? parses.find((one) => one.gender === noun?.gender && one.number === noun?.number)
            : undefined
        const parse = agreeing ?? parses[0]
        if (parse === undefined) return token.text
        if (parse.pos === 'noun') tail = words[index + 1] !== undefined && !isCapital(words[index + 1]!)
        if (previous !== undefined && parse.pos === 'noun' && nounBefore(previous) && !isCapital(previous))
          return token.text
        return like(token.text, parse.nominative)
      }
      return like(token.text, bareName(token.norm, given, gender, index === words.length - 1))
    }),
  )
}

const isCapital = (token: Token) => /^\p{Lu}/u.test(token.text)
const nounBefore = (token: Token) => analyseForm(token.norm)[0]?.pos === 'noun'
function join(parts: readonly string[]): string {
  const name = parts.join(' ')
  if (!/[,.«»"„]/.test(name)) return name
  return name
    .replace(/ (?=[,.»])/g, '')
    .replace(/(["„]) (.*?) (["“])/g, '$1$2$3')
    .replace(/(?<=«) /g, '')
}

function genderInCase(words: readonly string[], given: GrammaticalCase): Gender | null {
  const surname = words.at(-1) ?? ''
  for (const word of words.slice(0, -1)) {
    if (/(?:овича|евича|ича|овичу|евичу|ичу|овичем|ичем)$/.test(word)) return 'masculine'
    if (/(?:овны|евны|ичны|овне|евне|овной|евной)$/.test(word)) return 'feminine'
  }
  if (/(?:ов|ев|ин|ын|ск|цк)ой$/.test(surname)) return 'feminine'
  if (/(?:ого|ому|ым|им)$/.test(surname)) return 'masculine'
  if ((given === 'genitive' || given === 'accusative') && /(?:ов|ев|ин|ын)а$/.test(surname))
    return 'masculine'
  const genders = new Set(
    words
      .slice(0, -1)
      .flatMap((word) => analyseForm(word))
      .filter((one) => one.name === 'given' && one.cases[0] === given)
      .map((one) => one.gender),
  )
  if (genders.size === 1) {
    const only = [...genders][0]
    if (only === 'masculine' || only === 'feminine') return only
  }
  return null
}

/** One word of a person's name out of its case, by the dictionary where it is known and by its ending where it is not. */
function bareName(norm: string, given: GrammaticalCase, gender: Gender | null, surname: boolean): string {
  const parses = analyseForm(norm).filter((one) => one.cases[0] === given && one.score > 0.1)
  const known = parses.find((one) => one.name !== null && (gender === null || one.gender === gender))
  if (known !== undefined && known.number !== 'plural') return known.nominative
  if (surname) {
    const byEnding = surnameByEnding(norm, given, gender)
    if (byEnding !== null) return byEnding
  }
  // An unknown given name: "Темира", "Мод", "Иво".
  if (given === 'genitive' || given === 'accusative') {
    if (gender !== 'feminine' && /[бвгджзклмнпрстфхцчшщ]а$/.test(norm)) return norm.slice(0, -1)
    if (gender !== 'masculine' && /(?:[бвгджзклмнпрстфхцчшщ]ы|[кгхжшчщ]и)$/.test(norm))
      return `${norm.slice(0, -1)}а`
    if (/ия$/.test(norm) && gender !== 'feminine') return `${norm.slice(0, -1)}й`
    if (/ии$/.test(norm)) return `${norm.slice(0, -1)}я`
  }
  if (given === 'dative' && gender !== 'feminine' && /[бвгджзклмнпрстфхцчшщ]у$/.test(norm))
    return norm.slice(0, -1)
  if (given === 'instrumental' && gender !== 'feminine' && /[бвгджзклмнпрстфхцчшщ]ом$/.test(norm))
    return norm.slice(0, -2)
  if (given === 'prepositional' && gender !== 'feminine' && /[бвгджзклмнпрстфхцчшщ]е$/.test(norm))
    return norm.slice(0, -1)
  // A common word as a name: «назвавшаяся Берёзой».
  const common = parses.find(
    (one) => one.pos === 'noun' && one.name === null && one.score > 0.5 && one.number !== 'plural',
  )
  if (given === 'instrumental' && common !== undefined) return common.nominative
  const animate = parses.find((one) => one.animate === true && one.number !== 'plural')
  return animate?.nominative ?? norm
}

function surnameByEnding(norm: string, given: GrammaticalCase, gender: Gender | null): string | null {
  if (/(?:ов|ев|ин|ын)ой$/.test(norm)) return `${norm.slice(0, -2)}а`
  if (/(?:ск|цк)ой$/.test(norm)) return `${norm.slice(0, -2)}ая`
  if (/(?:ск|цк)(?:ого|ому|им|ом)$/.test(norm)) return norm.replace(/(?:ого|ому|им|ом)$/, 'ий')
  if (/(?:ого|ому)$/.test(norm)) return norm.replace(/(?:ого|ому)$/, 'ый')
  if (/(?:ов|ев|ин|ын)ым$/.test(norm)) return norm.slice(0, -2)
  if (
    (given === 'genitive' || given === 'accusative') &&
    gender !== 'feminine' &&
    /[бвгджзклмнпрстфхцчшщ]а$/.test(norm)
  )
    return norm.slice(0, -1)
  if (given === 'genitive' && /[её]я$/.test(norm)) return `${norm.slice(0, -1)}й`
  if (given === 'genitive' && gender !== 'feminine' && /ля$|ря$|ня$/.test(norm))
    return `${norm.slice(0, -1)}ь`
  if (given === 'dative' && /(?:ов|ев|ин|ын|[бвгджзклмнпрстфхцчшщ])у$/.test(norm) && gender !== 'feminine')
    return norm.slice(0, -1)
  if (given === 'instrumental' && gender !== 'feminine' && /[бвгджзклмнпрстфхцчшщ]ом$/.test(norm))
    return norm.slice(0, -2)
  if (/(?:ко|о|е|э|и|у|ю|ых|их)$/.test(norm) || /[бвгджзклмнпрстфхцчшщйь]$/.test(norm)) return norm
  return null
}

/** The word with the capitals of its model. */
function like(model: string, word: string): string {
  if (!/^\p{Lu}/u.test(model)) return word
  return word.replace(
    /(^|-)(\p{Ll})/gu,
    (_all, hyphen: string, letter: string) => hyphen + letter.toUpperCase(),
  )
}
