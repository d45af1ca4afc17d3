import type { Abbreviations, NegationLimits } from '../language.ts'

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

// Without their full stop, folded.
export const ABBREVIATIONS: Abbreviations = {
  joining:
    list(`mr mrs ms mx messrs dr prof rev hon st mt ft fr sr. gen col lt maj capt cmdr sgt cpl pvt adm brig gov sen rep
    pres supt insp det ofc amb sec vs v cf e.g i.e eg ie viz al approx est ca c incl resp ph`),
  beforeNumber: list(
    'no nos p pp fig figs art arts ch sec vol para pt eq jan feb mar apr jun jul aug sep sept oct nov dec',
  ),
  mayEnd:
    list(`etc inc ltd co corp llc plc jr sr bros ave blvd rd sq hwy dept univ assn a.m p.m am pm u.s u.k u.n e.u d.c
    ph.d m.a b.a m.d`),
  needsStarter: list('inc ltd co corp llc plc jr sr bros ave blvd rd sq hwy dept univ assn'),
  afterNumber: new Set(),
  ordinals: false,
}

export const SENTENCE_STARTERS =
  list(`the a an he she it they we you i his her its their our my your this that these those there
  here in on at by for from with without as if when while after before since until although though because but and or so yet
  however meanwhile still then now later earlier today yesterday no not nobody none some many most all both each every few several
  what who why how where which is are was were do does did has have had will would can could should may might must let bring
  according another other one two three nothing everyone everybody anyone only even just once police officials people others`)

export const SPEECH_VERBS =
  list(`said says asked asks replied cried shouted wondered added told answered exclaimed inquired called
  continued demanded wrote yelled whispered muttered joked quipped tweeted insisted noted recalled snapped retorted`)

export const NEGATIONS = list(`not no never neither nor none nobody nothing without cannot hardly barely`)

export const NEGATION_LIMITS: NegationLimits = {
  turns: list('but although though except because that which who'),
  unless: list('only just merely doubt longer'),
  light: list('be have do become'),
}

export const SO_CALLED = /(?:so-called|self-styled|self-proclaimed|so called)\s*$/iu

/** Verbs that give somebody a name. */
export const CALLING_VERBS: ReadonlySet<string> = new Set(
  'call dub label brand term name style nickname christen describe portray depict characterise characterize denounce condemn refer'.split(
    ' ',
  ),
)
