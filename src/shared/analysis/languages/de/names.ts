import type { GrammaticalCase, Token } from '../../text/document.ts'
import { englishGenderOfName } from '../en/names.ts'
import type { Gender } from '../language.ts'

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

// Given names that are common in news in German; those common in English stand in the English list.
const MEN =
  list(`andreas achim alfons anton armin arne axel bastian bernd bernhard björn boris burkhard carsten christoph claus clemens detlef dieter dietmar dirk eberhard eckart emre
  erich ernst erwin fabian falk felix ferdinand florian frank franz friedrich fritz georg gerd gerhard gero götz gregor günter günther gustav hannes harald hartmut
  hauke heiko heiner heinrich heinz helge helmut hendrik henning heribert hermann holger horst hubert ingo jakob jan jannik jens joachim jochen johannes jonas jörg jörn josef
  julian jürgen kai karl karsten kaspar klaus knut konrad kurt lars leon leonhard lorenz lothar ludwig lukas lutz malte manfred manuel marcel marius markus martin matthias max
  maximilian mehmet michael moritz mustafa nico niklas nils norbert olaf oliver oskar otto pascal paul peter philipp rainer ralf reiner reinhard rené robert robin roland rolf
  rüdiger rudolf sascha sebastian siegfried simon stefan steffen stephan sven theo thilo thomas thorsten till tilo tim tobias torben torsten udo ulf ulrich uli urs uwe
  valentin veit viktor volker walter werner wilhelm willi winfried wolf wolfgang jonte beat reto ueli`)
const WOMEN =
  list(`alexandra andrea angela angelika anja anke anna anne annegret annette antje astrid ayşe babette barbara beate bettina birgit birte brigitte carla carolin charlotte
  christa christiane christina claudia cornelia dagmar daniela dorothea doris edith elena elisabeth elke ella emilia emma erika esther eva fatma franziska frauke friederike gabriele
  gerda gesa gisela greta gudrun hanna hannah hannelore heide heidi heike helga henriette hilde ilse imke ina ines inga ingrid irene iris irmgard jana janina jasmin jennifer johanna
  judith julia jutta karin karla karoline katarina katharina kathrin katja katrin kerstin kirsten klara kristina laura lea lena leonie lina linda lisa lotte louisa luise maike manuela
  mareike margarete maria marianne marie marina marlene marta martina meike melanie merle mia michaela miriam monika nadine nadja natalie nele nicole nina nora olga petra pia
  regina renate rike rita rosa ruth sabine sandra sara sarah saskia sibylle sigrid silke silvia simone sina sonja sophie stefanie steffi susanne svenja tanja tatjana theresa tina
  ulla ulrike ursula uta ute vera verena veronika viola waltraud wiebke yvonne regula`)

/** Whether a folded word is a given name. */
export const isGivenName = (norm: string): boolean =>
  MEN.has(norm) || WOMEN.has(norm) || englishGenderOfName([norm, '']) !== null

/** A man's or a woman's name by its given name or its "Herr", "Frau"; null when it does not tell. */
export function germanGenderOfName(names: readonly string[]): Gender | null {
  const first = names[0]
  if (first === undefined || names.length < 2) return null
  if (first === 'herr' || first === 'herrn') return 'masculine'
  if (first === 'frau') return 'feminine'
  if (MEN.has(first) && !WOMEN.has(first)) return 'masculine'
  if (WOMEN.has(first) && !MEN.has(first)) return 'feminine'
  return englishGenderOfName(names)
}

/** Only the genitive changes a name: "Kellers" is Keller's; a name in s keeps it. */
export const germanNameStem = (norm: string): string =>
  norm.length > 3 ? norm.replace(/(?:'s?|s)$/, '') : norm

/** The words as they stand, without a genitive's s where one is said to stand there. */
export function germanNominative(
  tokens: readonly Token[],
  from: number,
  to: number,
  given?: GrammaticalCase,
): string {
  const name = tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ')
    .replace(/ (?=[.,])/g, '')
  return given === 'genitive' ? name.replace(/(?<=\p{Ll}{2})(?:'|’|s)$/u, '') : name
}
