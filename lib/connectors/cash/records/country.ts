/** Countries by ISO 3166 code, with the names Cash users write in Dutch, German, English, French or Portuguese, without accents. */
const namesByCode: Readonly<Record<string, readonly string[]>> = {
  AT: ["OOSTENRIJK", "OSTERREICH", "AUSTRIA"],
  AW: ["ARUBA"],
  BE: ["BELGIE", "BELGIEN", "BELGIUM", "BELGIQUE"],
  BG: ["BULGARIJE", "BULGARIA", "BULGARIEN"],
  CH: ["ZWITSERLAND", "SCHWEIZ", "SWITZERLAND", "SUISSE"],
  CN: ["CHINA"],
  CW: ["CURACAO"],
  CY: ["CYPRUS", "ZYPERN"],
  CZ: ["TSJECHIE", "TSJECHISCHE REPUBLIEK", "TSCHECHIEN", "CZECHIA", "CZECH REPUBLIC"],
  DE: ["DUITSLAND", "DEUTSCHLAND", "GERMANY", "ALLEMAGNE", "ALEMANHA"],
  DK: ["DENEMARKEN", "DANEMARK", "DENMARK", "DANMARK"],
  EE: ["ESTLAND", "ESTONIA"],
  ES: ["SPANJE", "SPANIEN", "SPAIN", "ESPANA", "ESPANHA"],
  FI: ["FINLAND", "FINNLAND", "SUOMI"],
  FR: ["FRANKRIJK", "FRANKREICH", "FRANCE", "FRANCA"],
  GB: ["GROOT-BRITTANNIE", "GROOT BRITTANNIE", "VERENIGD KONINKRIJK", "ENGELAND", "SCHOTLAND", "WALES", "UNITED KINGDOM", "GREAT BRITAIN", "ENGLAND", "GROSSBRITANNIEN"],
  GR: ["GRIEKENLAND", "GRIECHENLAND", "GREECE"],
  HR: ["KROATIE", "KROATIEN", "CROATIA"],
  HU: ["HONGARIJE", "UNGARN", "HUNGARY"],
  IE: ["IERLAND", "IRLAND", "IRELAND"],
  IT: ["ITALIE", "ITALIEN", "ITALY", "ITALIA"],
  LT: ["LITOUWEN", "LITAUEN", "LITHUANIA"],
  LU: ["LUXEMBURG", "LUXEMBOURG"],
  LV: ["LETLAND", "LETTLAND", "LATVIA"],
  MA: ["MAROKKO", "MOROCCO"],
  MT: ["MALTA"],
  NL: ["NEDERLAND", "NIEDERLANDE", "NETHERLANDS", "THE NETHERLANDS", "HOLLAND", "PAYS-BAS", "PAISES BAIXOS"],
  NO: ["NOORWEGEN", "NORWEGEN", "NORWAY", "NORGE"],
  PL: ["POLEN", "POLAND", "POLSKA"],
  PT: ["PORTUGAL"],
  RO: ["ROEMENIE", "RUMANIEN", "ROMANIA"],
  SE: ["ZWEDEN", "SCHWEDEN", "SWEDEN", "SVERIGE"],
  SI: ["SLOVENIE", "SLOWENIEN", "SLOVENIA"],
  SK: ["SLOWAKIJE", "SLOWAKEI", "SLOVAKIA"],
  SR: ["SURINAME"],
  TR: ["TURKIJE", "TURKEI", "TURKEY", "TURKIYE"],
  US: ["VERENIGDE STATEN", "USA", "UNITED STATES", "VS"],
};

/** The letters on cars and other old codes that bookkeeping still uses, where they are not ISO codes of another country. */
const otherCodes: ReadonlyMap<string, string> = new Map(
  Object.entries({ A: "AT", B: "BE", D: "DE", DK: "DK", E: "ES", F: "FR", FL: "LI", GBR: "GB", UK: "GB", H: "HU", I: "IT", L: "LU", N: "NO", NED: "NL", NLD: "NL", BEL: "BE", DEU: "DE", FRA: "FR", LUX: "LU", P: "PT", S: "SE", EL: "GR" }),
);

const codesByName = new Map(Object.entries(namesByCode).flatMap(([code, names]) => names.map((name) => [name, code])));

/**
 * ISO 3166 code of a country, from Cash's code or else its name; null where neither is known. Cash leaves both empty for addresses
 * at home, and so does this.
 */
export function countryCodeOf(code: string | null, name: string | null): string | null {
  const written = code?.toUpperCase() ?? "";
  const known = otherCodes.get(written) ?? (Object.hasOwn(namesByCode, written) ? written : undefined);
  if (known !== undefined) return known;
  const plain = name?.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
  const named = plain === undefined ? undefined : codesByName.get(plain);
  return named ?? (/^[A-Z]{2}$/.test(written) ? written : null);
}
