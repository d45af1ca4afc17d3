const lines = (text: string): readonly string[] =>
  text
    .trim()
    .split(/[,\n]/)
    .map((one) => one.trim())
    .filter(Boolean)

/**
 * Countries, capitals, American states and large cities that stand for those who govern there, folded: "China said it …".
 * A country speaks, but is no "he". Names that people bear as well (Jordan, Georgia, Austin, Charlotte) are left out.
 */
export const PLACES: ReadonlySet<string> = new Set(
  lines(`afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan, bahrain,
  bangladesh, belarus, belgium, benin, bolivia, bosnia, botswana, brazil, britain, bulgaria, burma, burundi, cambodia, cameroon,
  canada, chile, china, colombia, congo, costa rica, croatia, cuba, cyprus, czech republic, czechia, denmark, djibouti,
  dominican republic, east timor, ecuador, egypt, el salvador, england, eritrea, estonia, ethiopia, fiji, finland, france, gabon,
  gambia, germany, ghana, great britain, greece, greenland, guatemala, guinea, guyana, haiti, honduras, hong kong, hungary,
  iceland, india, indonesia, iran, iraq, ireland, israel, italy, ivory coast, jamaica, japan, kazakhstan, kenya, kosovo, kuwait,
  kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg, macedonia, madagascar, malawi,
  malaysia, maldives, malta, mauritania, mauritius, mexico, moldova, monaco, mongolia, montenegro, morocco, mozambique, myanmar,
  namibia, nepal, netherlands, new zealand, nicaragua, niger, nigeria, north korea, northern ireland, norway, oman, pakistan,
  palestine, panama, papua new guinea, paraguay, peru, philippines, poland, portugal, puerto rico, qatar, romania, russia, rwanda,
  saudi arabia, scotland, senegal, serbia, sierra leone, singapore, slovakia, slovenia, somalia, south africa, south korea,
  south sudan, soviet union, spain, sri lanka, sudan, suriname, swaziland, sweden, switzerland, syria, taiwan, tajikistan, tanzania,
  thailand, tibet, togo, tunisia, turkey, turkmenistan, uganda, ukraine, united arab emirates, united kingdom, united states,
  uruguay, uzbekistan, vanuatu, vatican, venezuela, vietnam, wales, yemen, zambia, zimbabwe, crimea, chechnya, kurdistan, gaza,
  america, europe, asia, africa, latin america, north america, south america, middle east, balkans, caucasus, scandinavia,
  abu dhabi, addis ababa, algiers, amsterdam, ankara, athens, baghdad, baku, bangkok, beijing, beirut, belgrade, berlin, bern,
  bogota, brasilia, bratislava, brussels, bucharest, budapest, buenos aires, cairo, canberra, caracas, chisinau, copenhagen,
  damascus, delhi, new delhi, dhaka, doha, dublin, geneva, hague, hanoi, havana, helsinki, islamabad, istanbul, jakarta,
  jerusalem, kabul, kathmandu, khartoum, kiev, kyiv, kuala lumpur, lagos, lima, lisbon, ljubljana, london, luanda, madrid, manila,
  minsk, mogadishu, montevideo, moscow, mumbai, nairobi, nicosia, oslo, ottawa, paris, prague, pretoria, pyongyang, quito, riga,
  riyadh, rome, sarajevo, seoul, shanghai, skopje, sofia, stockholm, tallinn, tashkent, tbilisi, tehran, tel aviv, tirana, tokyo,
  tripoli, tunis, ulan bator, vienna, vientiane, vilnius, warsaw, washington, yerevan, zagreb, zurich, saint petersburg,
  st. petersburg, barcelona, milan, munich, hamburg, frankfurt, marseille, lyon, manchester, birmingham, liverpool, leeds,
  glasgow, edinburgh, belfast, cardiff, toronto, montreal, vancouver, melbourne, auckland, johannesburg, cape town, karachi,
  lahore, calcutta, osaka, mosul, aleppo, donetsk, luhansk, mariupol, odessa, kharkiv, lviv, rio de janeiro, sao paulo,
  alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois, indiana, iowa,
  kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri, nebraska, nevada,
  new hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania,
  rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, west virginia, wisconsin, wyoming, new york city,
  chicago, los angeles, san francisco, san diego, san jose, philadelphia, phoenix, detroit, boston, seattle, atlanta, miami, dallas,
  denver, las vegas, new orleans, baltimore, cleveland, cincinnati, milwaukee, minneapolis, memphis, nashville, tampa, orlando,
  sacramento, pittsburgh, st. louis, kansas city, honolulu, hollywood, silicon valley, wall street, capitol hill, manhattan, brooklyn`),
)
