import type { Abbreviations, NegationLimits } from '../language.ts'

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

// Without their full stop, folded; a pair ("т е") is written with one space.
export const ABBREVIATIONS: Abbreviations = {
  joining: new Set([
    ...list(`г-н г-жа гг проф акад доц д-р им ген полк подполк майор кап серж лейт адм см ср напр св ул пр-т просп пер пл наб бул
      ш пос дер с хут обл р-н респ факс англ лат греч нем фр рус укр исп итал яп кит зам пом и.о врио т.е т.к т.н т.ч т.о
      о оз рек гор юр физ ред сост автор-сост прим илл`),
    'т е',
    'т к',
    'т н',
    'т ч',
    'т о',
    'и о',
    'в т',
    'до н',
    'т',
    'и',
  ]),
  beforeNumber: list('тел стр рис табл гл ст п пп ч разд вып кн кв корп д стр-е оф подп абз №'),
  mayEnd: new Set([
    ...list(`тел г гг в вв руб коп долл тыс млн млрд трлн чел экз шт м км см мм кг га л мин сек час янв февр апр авг сент окт нояб дек др пр
      т.д т.п н.э э проч ч`),
    'т д',
    'т п',
    'н э',
    'кв м',
    'куб м',
    'кв км',
  ]),
  needsStarter: new Set(),
  afterNumber: list('г в м км мм кг га л ч'),
  ordinals: false,
}

export const SENTENCE_STARTERS =
  list(`в на с по из за о об от до при для и а но он она оно они мы вы я это этот эта эти тот его ее их
  как что кто где когда если не нет ни потом затем позже ранее после теперь сейчас уже еще все всё также однако между тем`)

export const SPEECH_VERBS =
  list(`сказал сказала сказали спросил спросила ответил ответила заявил заявила воскликнул воскликнула добавил
  добавила написал написала отметил отметила говорит спрашивает`)

export const NEGATIONS = list('не ни нет без никто ничто никакой никогда нельзя отнюдь вовсе')

export const NEGATION_LIMITS: NegationLimits = {
  turns: list('а но хотя однако кроме который которые что'),
  unless: list('только столько просто сомненно'),
  light: list('быть являться стать'),
}

export const SO_CALLED = /(?:так называем\p{L}+|т\. ?н\.|якобы|псевдо)\s*$/iu

/** Verbs that give somebody a name. */
export const CALLING_VERBS: ReadonlySet<string> = new Set(
  'назвать называть окрестить именовать обозвать объявить объявлять охарактеризовать характеризовать величать прозвать наречь'.split(
    ' ',
  ),
)
