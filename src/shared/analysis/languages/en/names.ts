import type { Token } from '../../text/document.ts'
import type { Gender } from '../language.ts'

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

// Given names that are common in news in English, home and abroad. A name that both sexes bear stands in neither list.
const MEN =
  list(`james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald
  steven paul andrew joshua kenneth kevin brian george timothy ronald jason edward jeffrey ryan jacob gary nicholas eric jonathan stephen
  larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry
  zachary douglas peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence
  jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley
  philip eugene bill barack joe bernie ted mike jim tom bob dan ben sam tim greg steve jeff ron don ken rick chuck mitch newt rand marco
  boris vladimir sergei sergey dmitry dmitri alexei alexey ivan igor oleg yuri viktor nikolai mikhail pavel andrei andrey anton kirill
  roman ruslan timur nursultan kassym-jomart kasim-jomart kasim-zhomart ramzan aslan artem artyom maxim maksim denis konstantin stanislav
  vyacheslav gennady valery vitaly vitali volodymyr petro oleksandr andriy serhiy mykola taras bohdan emmanuel francois nicolas jean pierre
  jacques louis olivier bruno laurent hans klaus jens olaf angelo giuseppe matteo mario silvio luigi marco antonio carlos luis miguel
  fernando diego pedro rafael hugo javier pablo alejandro jorge ahmed mohammed muhammad mohamed mahmoud hassan hussein ali omar osama
  abdul ibrahim yusuf khalid recep narendra rahul imran nawaz xi li hu shinzo junichiro kim jong-un moon ban kofi nelson jacob cyril
  robert uhuru paul lars nils sven erik johan anders magnus ole jan piet willem dirk tomas mikal temir stepan leo ivo ruben dean janko hugh
  nigel keir rishi gordon tony winston clement neil ed simon graham stuart ian colin derek trevor barry howard stanley leonard fred
  frederick ernest alfred herbert clarence cecil edwin martin max felix oscar otto emil anatoly eduard semyon lev ilya nikita leonid arkady
  boyko karl otto amir imran reza abbas hamid samir tariq jamal hamza bilal faisal nasser majid saeed javad arif rashid salim anwar georgi stoyan rumen petar
  nikol armen arman tigran vahan aram gevorg davit giorgi irakli zurab levan temur otabek bakhtiyar nurlan aidar timur olzhas marat milos zoran dragan goran slobodan aleksandar radovan ratko vojislav polat mansur mukhtar karim ermek azamat zhanat dauren biysultan`)
const WOMEN =
  list(`mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly
  emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda
  pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce
  virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison
  frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana
  natalie brittany charlotte marie kayla alexis lori hillary nancy condoleezza madeleine sonia nikki kamala ivanka melania michelle elena
  irina olga natalia natalya tatiana tatyana svetlana ekaterina marina galina lyudmila valentina vera nadezhda yulia yuliya daria darya
  polina ksenia oksana larisa tamara alla anastasia evgenia alexandra aleksandra zhanna dinara gulnara aigul asel saule hanne orla petra ada
  lena sela olena agnes carla maud rika kate theresa ursula angela christine marine segolene brigitte simone claire camille isabelle sophie
  giorgia federica laura chiara carmen dolores isabel lucia pilar rosa cristina dilma michelle fatima aisha malala benazir indira sonia
  aung yoko park tsai jacinda julia gillian nicola priti liz kaja sanna mette erna ellen joyce tove ingrid astrid greta kirsten karin
  amal leila layla yasmin zainab maryam mariam nadia salma rania queen lady lucy chloe ella mia amelia isla ava poppy lily daisy rosie
  phyllis edith ethel florence gertrude harriet josephine lillian mabel marjorie mildred minnie pauline rita sally sylvia vivian wendy`)

// Given names that are as often surnames: alone they tell nothing.
const SURNAMES_TOO =
  list(`james john thomas lewis kelly jordan scott lee allen martin george henry grant morgan taylor kim paul simon dean
  russell bradley lawrence gordon stanley leonard howard barry neil clement winston graham stuart craig ryan tyler jack frank dennis raymond
  patrick joseph samuel benjamin alexander douglas peter keith roger austin gerald carl harold arthur jesse bruce vincent mason ralph grace
  rose joyce hillary li moon ban park tsai xi hu long imran malik khan ali hassan hussein omar ahmed ibrahim madison virginia victoria
  amber max felix wendy logan kenneth edward edwin robert roberto walter cyril hugh dylan jean park hugo reza abbas hamid jamal nasser`)

/** A man's or a woman's name by its given name; null when it does not tell. */
export function englishGenderOfName(words: readonly string[]): Gender | null {
  const first = words[0]!
  if (words.length < 2 && SURNAMES_TOO.has(first)) return null
  if (MEN.has(first) && !WOMEN.has(first)) return 'masculine'
  if (WOMEN.has(first) && !MEN.has(first)) return 'feminine'
  return null
}

/** The words from token `from` up to `to` as a name: no space before a comma or a full stop, no possessive at the end. */
export function englishName(tokens: readonly Token[], from: number, to: number): string {
  let name = from < to ? tokens[from]!.text : ''
  for (let at = from + 1; at < to; at++) {
    const { text } = tokens[at]!
    const first = text.charCodeAt(0)
    name += first === COMMA || first === DOT ? text : ` ${text}`
  }
  const end = name.length - (name.endsWith('s') ? 2 : 1)
  return isApostrophe(name.charCodeAt(end)) ? name.slice(0, end) : name
}

const COMMA = 44
const DOT = 46
const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019
