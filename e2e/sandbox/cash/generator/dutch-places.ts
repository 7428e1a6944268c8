import { place, type Place } from "../../core/generator/place";

/** Dutch places with the range of their postal codes and their dialling code, with the zero. */
export const dutchPlaces: readonly [Place, ...Place[]] = [
  place("AMSTERDAM", 1011, 1098, "020"),
  place("ROTTERDAM", 3011, 3089, "010"),
  place("'S-GRAVENHAGE", 2491, 2597, "070"),
  place("UTRECHT", 3511, 3585, "030"),
  place("EINDHOVEN", 5611, 5658, "040"),
  place("GRONINGEN", 9711, 9747, "050"),
  place("TILBURG", 5011, 5049, "013"),
  place("ALMERE", 1311, 1363, "036"),
  place("BREDA", 4811, 4839, "076"),
  place("NIJMEGEN", 6511, 6546, "024"),
  place("APELDOORN", 7311, 7339, "055"),
  place("HAARLEM", 2011, 2037, "023"),
  place("ENSCHEDE", 7511, 7549, "053"),
  place("ARNHEM", 6811, 6846, "026"),
  place("AMERSFOORT", 3811, 3829, "033"),
  place("ZAANDAM", 1501, 1509, "075"),
  place("'S-HERTOGENBOSCH", 5211, 5237, "073"),
  place("ZWOLLE", 8011, 8043, "038"),
  place("LEIDEN", 2311, 2334, "071"),
  place("ZOETERMEER", 2711, 2729, "079"),
  place("LEEUWARDEN", 8911, 8941, "058"),
  place("MAASTRICHT", 6211, 6229, "043"),
  place("DORDRECHT", 3311, 3329, "078"),
  place("EDE", 6711, 6718, "0318"),
  place("ALPHEN AAN DEN RIJN", 2401, 2409, "0172"),
  place("DELFT", 2611, 2629, "015"),
  place("ALKMAAR", 1811, 1827, "072"),
  place("EMMEN", 7811, 7828, "0591"),
  place("VENLO", 5911, 5928, "077"),
  place("DEVENTER", 7411, 7429, "0570"),
  place("HILVERSUM", 1211, 1223, "035"),
  place("HEERLEN", 6411, 6422, "045"),
  place("ROOSENDAAL", 4701, 4709, "0165"),
  place("OSS", 5341, 5349, "0412"),
  place("HOOGEVEEN", 7901, 7909, "0528"),
  place("MIDDELBURG", 4331, 4339, "0118"),
  place("ASSEN", 9401, 9408, "0592"),
  place("KAPELLE", 4421, 4421, "0113"),
  place("SÚDWEST-FRYSLÂN", 8601, 8608, "0515"),
  place("BERGEN OP ZOOM", 4611, 4625, "0164"),
];

export interface ForeignAddress {
  readonly street: string;
  readonly postcode: string;
  readonly place: string;
  readonly country: string;
  readonly countryCode: string;
}

/** Addresses outside the Netherlands, complete in the form of their country. */
export const foreignAddresses: readonly [ForeignAddress, ...ForeignAddress[]] = [
  { street: "Meir 18", postcode: "2000", place: "ANTWERPEN", country: "BELGIE", countryCode: "BE" },
  { street: "Veldstraat 61", postcode: "9000", place: "GENT", country: "BELGIE", countryCode: "BE" },
  { street: "Königsallee 92a", postcode: "40212", place: "DÜSSELDORF", country: "DUITSLAND", countryCode: "DE" },
  { street: "Hafenstraße 7", postcode: "48153", place: "MÜNSTER", country: "DUITSLAND", countryCode: "DE" },
  { street: "Rue de la Gare 14", postcode: "L-1611", place: "LUXEMBOURG", country: "LUXEMBURG", countryCode: "LU" },
  { street: "1 Deansgate", postcode: "M3 1AZ", place: "MANCHESTER", country: "GROOT-BRITTANNIE", countryCode: "GB" },
];

export const dutchStreets: readonly [string, ...string[]] = [
  "Dorpsstraat", "Kerkstraat", "Molenweg", "Stationsweg", "Hoofdstraat", "Julianastraat", "Wilhelminalaan", "Beatrixplein",
  "Industrieweg", "Ambachtsweg", "Nijverheidsweg", "Handelskade", "Havenstraat", "Parallelweg", "Schoolstraat", "Nieuwstraat",
  "Burg. Jansenlaan", "Prins Hendrikkade", "Van Goghstraat", "Rembrandtlaan", "Vondelstraat", "Eikenlaan", "Beukenhof", "Lindelaan",
  "Kastanjedreef", "Meidoornstraat", "De Zwaluw", "Reigerstraat", "Bovenkamp", "Oude Rijksweg", "Gasthuisring", "Markt",
  "Kanaaldijk Noord", "Zuiderzeestraat", "Korenmolen", "Lange Nering", "De Corridor", "Energieweg", "Techniekweg", "Edisonstraat",
];
