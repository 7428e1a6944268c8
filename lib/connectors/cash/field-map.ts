import { z } from "zod";

/**
 * Everything about Cash's notation that this connector stands on, in one place. Cash publishes no specification, so each entry
 * carries how sure it is: **C** confirmed by a public client or manual, **I** inferred, **U** unknown and assumed. Every entry
 * can be replaced through the environment variable CASH_FIELD_MAP (JSON with these names), so that a first real
 * administration settles an assumption without a new version.
 */
export type Certainty = "C" | "I" | "U";

const field = (certainty: Certainty, number: string) =>
  z.string().regex(/^[FZ]\d{4}$/, 'is not a field such as "F2262"').default(number).meta({ certainty });
const record = (certainty: Certainty, number: string) =>
  z.string().regex(/^R\d{4}$/, 'is not a record such as "R0101"').default(number).meta({ certainty });
const command = (certainty: Certainty, text: string) =>
  z.string().regex(/^\d{4}[A-Z]*$/, 'is not a command such as "2260AZ"').default(text).meta({ certainty });
const text = (certainty: Certainty, value: string) => z.string().default(value).meta({ certainty });
const length = (certainty: Certainty, characters: number) => z.number().int().min(1).max(1000).default(characters).meta({ certainty });
const decimals = (certainty: Certainty, digits: number) => z.number().int().min(0).max(4).default(digits).meta({ certainty });
const texts = (certainty: Certainty, values: string[]) => z.array(z.string()).default(values).meta({ certainty });
const pattern = (certainty: Certainty, source: string) =>
  z.string().refine(isPattern, "is not a regular expression").default(source).meta({ certainty });

function isPattern(source: string): boolean {
  try {
    new RegExp(source, "i");
    return true;
  } catch {
    return false;
  }
}

export const fieldMapSchema = z.strictObject({
  // Relations (R0101)
  relationRecord: record("C", "R0101"),
  relationNumber: field("C", "F0101"),
  relationSearchName: field("C", "F0102"),
  relationName: field("C", "F0103"),
  relationAttention: field("C", "F0104"),
  /** Street and number in one. */
  relationAddress: field("C", "F0105"),
  /** Postal code and place in one. */
  relationPostalCodeAndCity: field("C", "F0107"),
  relationPhone: field("C", "F0108"),
  relationPaymentTerm: field("C", "F0111"),
  relationVatNumber: field("C", "F0116"),
  relationEmail: field("C", "F0120"),
  relationCountry: field("C", "F0125"),
  relationCountryCode: field("C", "F0130"),
  relationPostalCode: field("C", "F0438"),
  relationMobile: field("C", "F1197"),
  relationChamberNumber: field("C", "F1479"),
  relationBlocked: field("C", "F1487"),
  relationStreet: field("C", "F1833"),
  relationHouseNumber: field("C", "F1834"),
  relationCity: field("C", "F1837"),

  // Customers (R2220): a relation is a customer when it has one (I)
  customerRecord: record("I", "R2220"),
  customerRelation: field("C", "F0101"),
  customerBlocked: field("C", "F2226"),

  // Delivery addresses (R2229); their address fields have the numbers of the relation's
  deliveryAddressRecord: record("C", "R2229"),
  deliveryAddressRelation: field("C", "F0101"),
  deliveryAddressSerial: field("C", "F2228"),
  deliveryAddressDescription: field("C", "F2229"),

  // Articles (R2260)
  articleRecord: record("C", "R2260"),
  articleCode: field("C", "F2260"),
  articleSearchName: field("C", "F2261"),
  articleDescription: field("C", "F2001"),
  articleGroup: field("C", "F2208"),
  articlePrice: field("C", "F2267"),
  articleStock: field("C", "F2273"),
  articleType: field("U", "F2262"),
  articleVatCode: field("U", "F2422"),
  articleUnit: field("U", "F2266"),
  articleBlocked: field("U", "F2280"),
  materialTypes: texts("C", ["A", "M", "E", "S"]),
  hourTypes: texts("C", ["K"]),

  // Warehouses (R2209) and employees (R2205)
  warehouseRecord: record("C", "R2209"),
  warehouseCode: field("C", "F2209"),
  warehouseName: field("C", "F2001"),
  warehouseBlocked: field("C", "F2280"),
  employeeRecord: record("C", "R2205"),
  employeeCode: field("C", "F2205"),
  employeeName: field("C", "F2001"),
  employeeEmail: field("C", "F0120"),
  employeeBlocked: field("C", "F2280"),

  // Sales orders (R2400): Cash numbers the head (U), so its number is never sent, and read back by the reference
  orderRecord: record("C", "R2400"),
  orderNumber: field("C", "F2400"),
  orderDate: field("C", "F2401"),
  orderDescription: field("C", "F2405"),
  /** Where the description goes on. */
  orderMoreDescription: field("C", "F2408"),
  orderReference: field("C", "F2406"),
  orderCustomer: field("C", "F2220"),
  orderInvoiceRelation: field("C", "F2227"),
  orderDeliveryAddress: field("C", "F2419"),

  // Order lines (R2410): those without a number of the order belong to the head before them
  orderLineRecord: record("C", "R2410"),
  orderLineOrder: field("C", "F2400"),
  orderLineNumber: field("C", "F2426"),
  orderLineArticle: field("C", "F2260"),
  /** A line of text has this alone (U). */
  orderLineText: field("U", "F2001"),
  orderLineQuantity: field("C", "F2410"),
  orderLinePrice: field("C", "F2267"),
  /** Per cent. */
  orderLineDiscount: field("C", "F2002"),
  orderLineWarehouse: field("C", "F2209"),

  // Lengths in characters, and decimals
  relationNumberLength: length("C", 6),
  deliveryAddressSerialLength: length("I", 3),
  searchNameLength: length("C", 10),
  /** Names, attention, addresses, postal code and place. */
  nameLength: length("C", 35),
  phoneLength: length("U", 15),
  emailLength: length("U", 80),
  countryCodeLength: length("U", 3),
  articleCodeLength: length("U", 20),
  /** F2001, of articles and of order lines. */
  articleDescriptionLength: length("U", 35),
  unitLength: length("U", 6),
  orderDescriptionLength: length("C", 25),
  referenceLength: length("U", 25),
  warehouseCodeLength: length("U", 6),
  /** Digits before the separator; an amount is I12,2. */
  wholeDigits: length("I", 9),
  priceDecimals: decimals("C", 2),
  discountDecimals: decimals("I", 2),
  /** More than an amount has; after booking an order is read back and compared, so that a quantity Cash had cut would be seen. */
  quantityDecimals: decimals("U", 4),

  // New relations and articles
  /** What makes an article material, and what an hour type. */
  newMaterialType: text("I", "M"),
  newHourType: text("C", "K"),
  /** Group and VAT code of a new article; empty: Cash's own default. */
  newArticleGroup: text("U", ""),
  newArticleVatCode: text("U", ""),

  // Commands. One export returns the whole table (I). W: changed in the last n days, where Cash knows it.
  allRelations: command("C", "0101"),
  changedRelations: command("C", "0101W"),
  oneRelation: command("C", "0101"),
  allCustomers: command("C", "2220"),
  allDeliveryAddresses: command("C", "2229"),
  /** A: not only web-shop articles, Z: without images. Add V to read the stock, which changes often. */
  allArticles: command("C", "2260AZ"),
  changedArticles: command("C", "2260AZW"),
  allWarehouses: command("C", "2209"),
  allEmployees: command("C", "2205"),
  oneCustomer: command("C", "2220"),
  /** With the number of a relation: its delivery addresses. */
  addressesOfRelation: command("I", "2229"),
  oneArticle: command("C", "2260AZ"),
  /** The next free relation number. Never 2050R, which writes a record. */
  nextRelationNumber: z.literal("2050N").default("2050N").meta({ certainty: "C" satisfies Certainty }),
  nextNumberRecord: record("C", "R2050"),
  nextNumber: field("C", "Z0101"),
  allOrders: command("C", "2400"),
  changedOrders: command("U", "2400W"),
  /** With the number of an order: its lines. */
  linesOfOrder: command("I", "2410"),
  /** An export that answers little, to find out whether the API user may read at all. */
  rightsProbe: z.string().default("0101|1").meta({ certainty: "I" satisfies Certainty }),

  // Notations
  /** What a "blocked" field holds when the record is not blocked; an empty one is not blocked either. */
  notBlocked: texts("C", ["N"]),
  decimalSeparator: z.enum([",", "."]).default(",").meta({ certainty: "C" satisfies Certainty }),
  /** Every character that Cash keeps; others are written otherwise before they are sent. */
  keptCharacters: pattern("U", "^[\\x20-\\x7b\\x7d\\x7e\\u00a0-\\u00ff]$"),
  /** An amount that comes without a separator: whole units, or cents. */
  plainAmounts: z.enum(["units", "cents"]).default("units").meta({ certainty: "U" satisfies Certainty }),

  // Calls
  /** Where operations are looked for that the configured WSDL lacks, relative to it; empty: nowhere. */
  fallbackWsdl: text("I", "?api/wsdl"),
  /** The name under which Authenticate is asked (only the WSDL of 2015 wants it). */
  service: text("U", "outsmart"),
  format: text("C", "0"),
  /** Element names in the list of administrations. */
  administrationCode: texts("I", ["admCode"]),
  administrationDirectory: texts("I", ["admMap"]),
  administrationName: texts("I", ["admName", "admNaam", "name", "naam", "omschrijving"]),
  /** Where a person sees an order: an address with {number} and {administration} in it; empty: nowhere. */
  orderUrl: text("U", ""),
  /** The text of a refused value: the field's number and the value. */
  refusedValue: pattern("C", "^\\s*Ongeldige waarde (\\d{3,4})=(.*)$"),
  /** Words in the text of a refused export (800) that mean the API user lacks a right. */
  missingRights: pattern("U", "rechten|bevoegd|toegang|permission|authori[sz]ed"),
  /** Words in a fault that mean the limit of requests a minute. */
  tooManyRequests: pattern("U", "too many requests|te veel (requests|verzoeken|aanvragen)"),
  /** Words in a fault that mean an operation does not exist. */
  unknownOperation: pattern("U", "not a valid method|procedure .* not present|unknown operation"),
});

export type FieldMap = z.infer<typeof fieldMapSchema>;

/**
 * Reads overrides over the assumptions.
 * @throws Error with one sentence per wrong entry
 */
export function readFieldMap(overrides: unknown): FieldMap {
  const result = fieldMapSchema.safeParse(overrides);
  if (result.success) return result.data;
  const sentences = result.error.issues.map((issue) => `${issue.path.join(".") || "The value"}: ${issue.message}.`);
  throw new Error(`CASH_FIELD_MAP is not right:\n  ${sentences.join("\n  ")}`);
}
