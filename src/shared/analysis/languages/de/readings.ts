import type { PartOfSpeech, Reading, Token } from '../../text/document.ts'
import { FORMS } from './conjugate.ts'
import { germanLemmas } from './lemmas.ts'
import { isGivenName } from './names.ts'

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const CLOSED: ReadonlyMap<string, PartOfSpeech> = new Map(
  (
    [
      [
        'determiner',
        `der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines dieser diese dieses diesen diesem jener jene
        jenes jenen jenem jeder jede jedes jeden jedem mancher manche manches welcher welche welches welchen welchem solche solcher solches
        mein meine meinen meinem meiner dein deine sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren
        unserem unserer euer eure alle allen aller einige einigen einiger mehrere mehreren beide beiden viele vielen vieler etliche zahlreiche`,
      ],
      [
        'preposition',
        `in im ins an am ans auf aus bei beim mit nach seit von vom zu zum zur für fürs durch gegen ohne um unter über vor vorm zwischen wegen trotz laut gemäß
        hinter neben bis entlang während innerhalb außerhalb statt anstatt gegenüber angesichts aufgrund dank mithilfe anhand zufolge binnen rund
        je pro per samt nahe`,
      ],
      [
        'conjunction',
        `und oder aber denn sondern dass daß weil wenn als obwohl bevor nachdem falls sofern sodass damit ob indem seitdem solange sowie sobald
        weder noch entweder sowohl doch wie`,
      ],
      [
        'pronoun',
        `ich du er sie es wir ihr mich dich ihn uns euch mir dir ihm ihnen sich man wer wen wem was niemand niemanden jemand jemanden etwas nichts alles dessen
        deren denen selbst einander`,
      ],
      ['particle', 'nicht zu ja nein'],
      [
        'adverb',
        `auch noch nur schon sehr so hier dort da dann danach davor dabei dafür dagegen darauf darüber daran davon dazu darin damit heute gestern morgen jetzt nun immer nie
        niemals oft wieder bereits erst bisher zuvor später früher zudem außerdem allerdings jedoch dennoch trotzdem deshalb daher darum vielleicht wohl etwa fast kaum
        mehr weniger sogar eben gerade bald weiter weiterhin inzwischen unterdessen derweil mindestens höchstens ganz gar etwas warum wieso weshalb wann wo wohin woher
        zunächst zuletzt schließlich endlich zusammen allein ebenfalls ebenso gestern abends morgens nachts mittags hingegen vorerst demnach hin her
        mit an ab auf aus ein vor nach zu zurück hinzu fest fort weg los nieder her`,
      ],
      ['interjection', 'ach oh nein ja bitte danke'],
      [
        'numeral',
        'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig hundert tausend dutzend hunderte tausende dutzende',
      ],
      [
        'verb',
        `bin bist ist sind seid war waren wäre wären sei seien gewesen habe hast hat haben habt hatte hatten hätte hätten gehabt werde wirst wird werden werdet
        wurde wurden würde würden worden geworden kann kannst können könnt konnte konnten könne könnte könnten muss musst müssen musste mussten müsse müsste müssten
        soll sollen sollte sollten solle will wollen wollte wollten wolle darf dürfen durfte durften dürfe dürfte dürften mag mögen mochte mochten möge möchte möchten
        gebe gäbe gäben gehe komme stehe bleibe halte nehme wisse lasse sehe brauche braucht brauchen`,
      ],
    ] as const
  ).flatMap(([pos, text]) =>
    text
      .trim()
      .split(/\s+/)
      .map((word) => [word, pos] as [string, PartOfSpeech]),
  ),
)

/** Forms of "sein", "haben", "werden" and the modals. */
export const AUXILIARIES = set(
  `bin ist sind war waren wäre wären sei seien hat haben hatte hatten hätte hätten habe werde wird werden wurde wurden würde würden kann können konnte konnten
  könne könnte könnten muss müssen musste mussten müsse müsste müssten soll sollen sollte sollten solle will wollen wollte wollten wolle darf dürfen durfte durften
  dürfe dürfte dürften mag mögen möge möchte möchten`,
)

/** Subjunctives by which a whole sentence is told as somebody's; "habe" and "werde" after "ich" are none. */
export const REPORTING = set(
  'sei seien habe werde könne müsse solle wolle dürfe möge gebe gehe komme stehe bleibe wisse lasse brauche liege handle trage halte nehme drohe sehe finde fehle',
)

const ADJECTIVE = /(?:ig|lich|isch|bar|sam|los|haft|ell|iv|ös|end|voll)(?:e[nmrs]?)?$/
const PARTICIPLE = /^(?:ge\p{L}{3,}(?:t|en)|\p{L}{3,}iert|(?:be|ver|er|ent|zer)\p{L}{3,}t)$/u

/** The parts of speech of a text's words: closed classes by list, nouns by their capital, verbs by their forms and endings. */
export function germanReadings(tokens: readonly Token[], text: string): readonly Reading[] {
  void text
  return tokens.map((token, index) => {
    const pos = partOf(tokens, index)
    const form = pos === 'verb' ? FORMS.get(token.norm)?.[0] : undefined
    const lemmas = germanLemmas(token.norm)
    return {
      lemma: lemmas[0] ?? token.norm,
      pos,
      name: null,
      animate: null,
      gender: null,
      number: form?.number ?? null,
      cases: [],
      tense: form?.tense ?? (pos === 'verb' && /te[nt]?$/.test(token.norm) ? 'past' : null),
    }
  })
}

const startsSentence = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[index - 1]
  if (before === undefined || before.sentence !== tokens[index]!.sentence) return true
  return before.kind === 'punctuation' && /^[«»„“"‚‘'(–—:-]$/.test(before.text)
}

function partOf(tokens: readonly Token[], index: number): PartOfSpeech {
  const token = tokens[index]!
  if (token.kind === 'punctuation') return 'punctuation'
  if (token.kind === 'number') return 'numeral'
  const capital = /^\p{Lu}/u.test(token.text)
  const closed = CLOSED.get(token.norm)
  const first = startsSentence(tokens, index)
  if (capital && !first) return isGivenName(token.norm) ? 'name' : 'noun'
  if (closed !== undefined) {
    // "mit", "an", "aus" before a mark are parts of verbs.
    const after = tokens[index + 1]
    if (closed === 'preposition' && (after === undefined || /^[.,;:!?]$/.test(after.text))) return 'adverb'
    return closed
  }
  const verb = FORMS.get(token.norm)
  if (capital) {
    if (isGivenName(token.norm)) return 'name'
    if (ADJECTIVE.test(token.norm) && /^\p{Lu}/u.test(tokens[index + 1]?.text ?? '')) return 'adjective'
    return 'noun'
  }
  const next = tokens[index + 1]
  const nominal = next !== undefined && next.kind === 'word' && /^\p{Lu}/u.test(next.text)
  if (verb !== undefined) {
    if (verb.some((one) => one.kind === 'finite')) return 'verb'
    if (verb.some((one) => one.kind === 'infinitive')) return 'verb'
    return verb.some((one) => one.kind === 'participle') ? 'participle' : 'adjective'
  }
  if (ADJECTIVE.test(token.norm)) return 'adjective'
  if (PARTICIPLE.test(token.norm)) return 'participle'
  if (nominal && /e[nmrs]?$/.test(token.norm)) {
    // "wählten Bürger" and "alten Bürger": only the past is told by its ending.
    return /[^aeiou]te[nt]?$/.test(token.norm) &&
      tokens[index - 1]?.kind !== 'punctuation' &&
      !determined(tokens, index)
      ? 'verb'
      : 'adjective'
  }
  if (/(?:te|ten|tet)$/.test(token.norm) && token.norm.length > 4) return 'verb'
  if (/(?:en|eln|ern)$/.test(token.norm) && token.norm.length > 4) return 'verb'
  if (/[^aeiou]t$/.test(token.norm) && token.norm.length > 3) return 'verb'
  return 'adverb'
}

/** A determiner stands right before: an adjective follows it, no verb. */
const determined = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[index - 1]
  return before !== undefined && ['determiner', 'preposition'].includes(CLOSED.get(before.norm) ?? '')
}
