import type { Abbreviations, NegationLimits } from '../language.ts'

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** With all compounds of "Str.": "Hafenstr. 7". */
const withStreets = (text: string): ReadonlySet<string> =>
  new (class extends Set<string> {
    override has(word: string): boolean {
      return super.has(word) || /\p{L}{3}str$/u.test(word)
    }
  })(list(text))

// Without their full stop, folded; a pair ("z b") is written with one space.
export const ABBREVIATIONS: Abbreviations = {
  joining: new Set([
    ...list(`dr prof hr fr frl st gen oberst hptm lt ltd. dipl ing mag med phil jur h.c z d u vgl bzw ca evtl ggf inkl exkl sog bes insb
      insbes geb gest verh ev kath röm griech lat engl franz ital span russ dt österr schweiz städt staatl stellv vors sen. hl v n
      s.o s.u z.b d.h u.a o.ä i.d.r z.t v.a u.u i.a m.e a.d b. op abt z.zt zt max min mind allg eigtl ehem einschl gegr urspr p.a v.l v.r`),
    'z b',
    'd h',
    'u a',
    'i d',
    'd r',
    'z t',
    'v a',
    'u u',
    'a d',
    'h c',
    'm e',
    'z zt',
    'o g',
  ]),
  beforeNumber: withStreets(
    'nr nrn abs art kap bd bde s abb tab anm aufl ziff hs bl § par tel jan feb mrz apr jun jul aug sept sep okt nov dez',
  ),
  mayEnd: new Set([
    ...list(
      'usw etc usf ff mio mrd tsd std min. sek jh jhd jhdt str co ag gmbh jr sr uhr o.ä u.ä u.v.m v.chr n.chr eur',
    ),
    'n chr',
    'v chr',
    'u v',
    'v m',
  ]),
  // Every noun has a capital, so only a small word's capital shows that a sentence begins.
  needsStarter: list('co ag gmbh jr sr str jh jhd jhdt mio mrd tsd usw etc usf ff std sek eur uhr'),
  afterNumber: new Set(),
  ordinals: true,
}

export const SENTENCE_STARTERS =
  list(`der die das ein eine er sie es wir ihr ich in im an am auf aus bei beim mit nach seit von vom zu zum zur für durch gegen ohne um
  unter über vor zwischen wegen trotz laut als wenn weil obwohl während bevor nachdem da damit dass ob wie wo wer was wann warum wieso
  welche welcher welches aber doch und oder denn sondern jedoch allerdings dennoch trotzdem deshalb daher darum dann danach dort hier
  heute gestern morgen jetzt nun später zuvor inzwischen bisher zunächst schließlich auch noch nur schon nicht kein keine keiner niemand
  nichts alle viele einige manche mehrere beide jeder jede dieser diese dieses jener jene man sein seine seinen ihre ihren unser unsere
  den dem des einen einem so ist sind war waren hat haben wird werden kann können muss müssen soll sollen zudem außerdem dabei damals`)

export const SPEECH_VERBS =
  list(`sagte sagt sagten fragte fragt rief ruft antwortete antwortet schrie erklärte erklärt meinte meint schrieb
  schreibt erwiderte entgegnete ergänzte betonte wiederholte flüsterte forderte warnte klagte erzählte`)

export const NEGATIONS = list(
  'nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden niemandem nichts weder noch ohne nirgends keineswegs kaum',
)

export const NEGATION_LIMITS: NegationLimits = {
  turns: list('aber sondern doch jedoch obwohl außer weil dass der welche welcher welches'),
  unless: list('nur bloß allein lediglich zuletzt zweifel umsonst wenige selten mehr'),
  light: list('sein haben werden bleiben handeln geben'),
}

export const SO_CALLED =
  /(?:so\s?genannt(?:e[nmrs]?)?|selbst\s?ernannt(?:e[nmrs]?)?|angeblich(?:e[nmrs]?)?|vermeintlich(?:e[nmrs]?)?|vorgeblich(?:e[nmrs]?)?)\s*$/iu

/** Verbs that give somebody a name. */
export const CALLING_VERBS: ReadonlySet<string> = new Set(
  'nennen bezeichnen titulieren taufen schimpfen beschimpfen bezeichne benennen'.split(' '),
)
