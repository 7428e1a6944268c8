type Words = readonly [string, ...string[]];

export const surnames: Words = [
  "de Jong", "Jansen", "de Vries", "van den Berg", "Bakker", "van Dijk", "Visser", "Janssen", "Smit", "Meijer", "de Boer", "Mulder",
  "de Groot", "Bos", "Vos", "Peters", "Hendriks", "van Leeuwen", "Dekker", "Brouwer", "de Wit", "Dijkstra", "Smits", "de Graaf",
  "van der Meer", "van der Linden", "Kok", "Jacobs", "de Haan", "Vermeulen", "van den Heuvel", "van der Veen", "van den Broek",
  "de Bruijn", "van der Heijden", "Schouten", "van Beek", "Willems", "van Vliet", "Hoekstra", "Maas", "Verhoeven", "Koster",
  "van Dam", "Prins", "Blom", "Huisman", "Peeters", "de Jonge", "Kuipers", "van Veen", "Kuiper", "Postma", "Veenstra", "Kramer",
  "van den Brink", "Wolters", "Sanders", "Terpstra", "Hofman", "Timmermans", "Scholten", "van Wijk", "Bosman", "Yilmaz", "El Amrani",
];

export const firstNames: Words = [
  "Jan", "Pieter", "Kees", "Henk", "Willem", "Daan", "Sem", "Bram", "Thijs", "Ruben", "Lars", "Joost", "Maarten", "Sander", "Mohamed",
  "Anna", "Emma", "Sophie", "Julia", "Sanne", "Lotte", "Fleur", "Eva", "Iris", "Femke", "Marieke", "Ingrid", "Wendy", "Fatima", "Noor",
];

export const initials: Words = ["A.", "B.J.", "C.", "D.M.", "E.", "F.A.", "G.", "H.W.", "J.", "J.C.", "K.", "L.M.", "M.", "P.", "R.T.", "S.", "T.", "W.H."];

export const trades: Words = [
  "Bouw", "Vastgoed", "Verhuur", "Transport", "Techniek", "Schilderwerken", "Interieurbouw", "Tuinen", "Kwekerij", "Metaal",
  "Houthandel", "Automaterialen", "Bakkerij", "Slagerij", "Horeca", "Recreatie", "Tandartspraktijk", "Fysiotherapie", "Advies",
  "Accountants", "Makelaardij", "Zorg", "Kinderopvang", "Logistiek", "Elektro", "Dakwerken", "Sanitair", "Keukens", "Glashandel", "Evenementen",
];

export const legalForms: Words = ["B.V.", "B.V.", "B.V.", "V.O.F.", "V.O.F.", "", "", "Holding B.V.", "N.V.", "& Zn."];

export const associations: Words = [
  "VvE De Linde", "VvE Havenzicht", "Stichting Wonen Nu", "Basisschool De Regenboog", "Gemeentewerken", "Sportvereniging Voorwaarts",
  "Woningstichting Thuis", "Zorgcentrum Avondrust", "Hotel De Kroon", "Restaurant 't Hoekje", "Camping De Duinpan", "Kerk Sint Jan",
];

/** Names that a careless reader or writer spoils, by what is in them. */
export const difficultNames = {
  ampersand: ["Jansen & Zn. B.V.", "Peters & Co", "Bakker & Bakker Advocaten", "H&M Techniek"],
  accent: ["Café André", "Crèche Zoë", "Société Générale Énergie", "Groepspraktijk Müller-Noël", "Fryslân Ynstallaasje"],
  pipe: ["Bouw | Advies", "Van Dam|Kok Installaties"],
  quotes: ["Restaurant \"De Gouden Leeuw\"", "Bakkerij 't Stoepje", "\"Ons Huis\" Woonzorg", "D'n Hoek <catering>"],
  lineBreak: ["Stichting Beheer\nAfdeling Inkoop", "Kantoor Noord\r\nTweede verdieping"],
} as const satisfies Record<string, Words>;
