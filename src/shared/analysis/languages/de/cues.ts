import { type Cues, words } from '../../quotations/cue-types.ts'
import { compounds, compoundsWithFeminine } from './compounds.ts'
import { NAMING, PROMISING, URGING, VERBS, WEAK } from './verbs.ts'

const set = (text: string): ReadonlySet<string> => new Set(words(text))
const phrases = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((one) => words(one))

export const germanCues: Cues = {
  verbs: VERBS,
  weak: WEAK,
  bare: new Set(),
  bareSure: new Set(),
  promising: PROMISING,
  urging: URGING,
  naming: NAMING,
  impersonal: new Set(),
  states: new Set(),
  nouns: compounds(
    `behauptung aussage erklärung mitteilung meldung ankündigung vorwurf ansicht meinung auffassung überzeugung vermutung hoffnung sorge
    befürchtung warnung zusage zusicherung versprechen drohung forderung eingeständnis feststellung bericht gerücht these einschätzung
    hinweis nachricht eindruck verdacht anschuldigung versicherung`,
  ),
  openers: set('dass ob'),
  questions: set(
    'warum wieso weshalb wie wann wo wohin woher wer wen wem was welche welcher welches welchen',
  ),
  // What the grammar looks for; a postposition and "so" are told there.
  sourcePhrases: phrases(`laut
    gemäß
    nach angaben
    nach worten
    nach ansicht
    nach meinung
    nach auffassung
    nach einschätzung
    nach darstellung
    nach überzeugung
    nach aussage
    nach aussagen
    nach auskunft
    nach informationen
    nach erkenntnissen
    nach berichten
    nach schätzungen
    nach mitteilung
    aus sicht
    in den augen
    den angaben
    unter berufung auf`),
  joiners: set('und aber doch oder sondern'),
  roles:
    compoundsWithFeminine(`minister präsident kanzler sprecher chef leiter direktor vorsitzende bürgermeister gouverneur general oberst major leutnant hauptmann
    kommandeur kommandant offizier beamte beamter polizist abgeordnete abgeordneter senator botschafter gesandte diplomat berater staatssekretär sekretär richter anwalt
    staatsanwalt verteidiger kläger professor wissenschaftler forscher soziologe politologe historiker ökonom experte analyst beobachter autor
    schriftsteller journalist reporter korrespondent redakteur kolumnist blogger aktivist organisator freiwillige helfer arzt ärzt krankenschwester
    chirurg lehrer student schüler arbeiter bergmann fahrer bäcker bauer händler unternehmer geschäftsführer manager inhaber besitzer anwohner bewohner
    einwohner zeuge augenzeuge nachbar mutter vater bruder schwester sohn tochter witwe ehefrau ehemann demonstrant teilnehmer
    quelle insider vermittler unterhändler bischof priester imam papst könig königin trainer spieler sänger schauspieler künstler rentner veteran
    soldat ermittler inspektor kommissar mitglied vertreter politiker oppositionsführer führer anführer gründer mitarbeiter kollege kritiker gegner anhänger
    flüchtling migrant kandidat wähler koordinator beauftragte ombudsmann fischer kapitän matrose pfarrer pastor rabbiner verkäufer
    wirt landwirt feuerwehrmann sanitäter psychologe biologe physiker meteorologe klimaforscher ingenieur techniker gewerkschafter
    dekan rektor intendant stadtrat landrat gemeinderat ratsherr ratsmitglied amtsinhaber herr frau frauen leute augenzeugen kurator archivar bibliothekar hausmeister`),
  epithets: compoundsWithFeminine(
    `minister präsident kanzler sprecher chef leiter direktor bürgermeister gouverneur general politiker experte
    abgeordnete botschafter anwalt professor forscher historiker ökonom politologe soziologe aktivist kandidat richter arzt`,
  ),
  definite: set('der die das'),
  generic: compoundsWithFeminine('experte politiker wissenschaftler forscher'),
  synonyms: new Map(),
  organisations:
    compounds(`ministerium amt gewerkschaften regierung behörde polizei armee militär ausschuss kommission parlament bundestag bundesrat gericht gerichtshof partei gewerkschaft verband
    vereinigung bündnis organisation stiftung unternehmen firma konzern bank institut universität hochschule schule krankenhaus klinik büro verwaltung sekretariat
    dienst geheimdienst bundesamt landesamt rathaus opposition koalition allianz botschaft konsulat kreml medien zeitung blatt sender rundfunk fernsehen agentur
    nachrichtenagentur magazin staatsanwaltschaft verteidigung mannschaft verein kirche kammer netzwerk betreiber hersteller kontingent
    stadtverwaltung fraktion senat kabinett führung stab generalstab gemeinde stadtrat gemeinderat feuerwehr rettungsdienst grenzschutz zentrale
    vorstand redaktion portal initiative kreise ortskreise sicherheitskreise regierungskreise bundeswehr nato eu uno un ard zdf dpa afp taz truppe`),
  documents: compounds(
    `bericht brief erklärung dokument studie umfrage urteil beschluss verordnung verfassung mitteilung pressemitteilung schreiben text artikel kommentar
    protokoll gutachten gesetz vertrag resolution aufruf flugblatt plakat`,
  ),
  pronouns: new Map([
    ['er', { gender: 'masculine', number: 'singular' }],
    ['sie', { gender: 'feminine', number: 'singular' }],
  ]),
  possessives: new Map([
    ['seinen', { gender: 'masculine', number: 'singular' }],
    ['seiner', { gender: 'masculine', number: 'singular' }],
    ['ihren', { gender: 'feminine', number: 'singular' }],
    ['ihrer', { gender: 'feminine', number: 'singular' }],
  ]),
  namedThings:
    compounds(`zeitung tageszeitung wochenzeitung magazin zeitschrift blatt portal kanal sendung serie film roman buch lied album gruppe schiff frachter fähre yacht
    boot trawler tanker zug festival ausstellung partei bewegung stiftung agentur radio sender restaurant hotel theater kino klub verein marke preis projekt kampagne
    zentrum konzern fabrik werk bergwerk schule bataillon brigade regiment oper gedicht geschichte podcast bündnis gemälde hymne drama komödie café gaststätte`),
  slogans: compounds(
    'parole losung ruf rufe sprechchor slogan plakat transparent banner schild spruch motto graffiti hashtag',
  ),
  bearers: compounds('plakat transparent banner schild aufkleber flugblatt'),
  times:
    set(`montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags dienstags mittwochs donnerstags freitags samstags sonntags januar jänner februar märz april
    mai juni juli august september oktober november dezember ostern pfingsten weihnachten morgen vormittag mittag nachmittag abend nacht mitternacht ende anfang mitte woche
    jahr jahre jahren monat stunden tagen uhr prozent euro dollar montagabend dienstagabend mittwochabend donnerstagabend freitagabend samstagabend sonntagabend
    montagmorgen dienstagmorgen mittwochmorgen donnerstagmorgen freitagmorgen samstagmorgen sonntagmorgen wochenende`),
  turns: set(
    'zuvor später inzwischen unterdessen derweil zuletzt anderswo gleichzeitig indes dagegen seitdem gestern',
  ),
  places: new Set(),
  inflected: false,
  capitalNouns: true,
}
