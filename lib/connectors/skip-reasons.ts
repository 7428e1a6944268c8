/**
 * Why a record is not imported, and what that does to one that was imported before:
 * `deactivates` – it no longer meets the rules; `keepsLast` – it has become incomplete, the last good version stays.
 * `quiet` ones are by design and need nobody: the log does not mark them as errors.
 * Each has a sentence below `sync.reason` in the message files.
 */
export const skipReasons = {
  notCustomer: { effect: "deactivates", quiet: true },
  blocked: { effect: "deactivates", quiet: true },
  archived: { effect: "deactivates", quiet: true },
  withoutRelation: { effect: "deactivates", quiet: true },
  missingName: { effect: "keepsLast", quiet: false },
  missingStreet: { effect: "keepsLast", quiet: false },
  missingPostalCode: { effect: "keepsLast", quiet: false },
  missingCity: { effect: "keepsLast", quiet: false },
  missingCode: { effect: "keepsLast", quiet: false },
  unknownType: { effect: "deactivates", quiet: false },
  relationNotImported: { effect: "deactivates", quiet: true },
  duplicate: { effect: "keepsLast", quiet: false },
  ownedByOtherConnection: { effect: "keepsLast", quiet: false },
  invalidValue: { effect: "keepsLast", quiet: false },
} as const satisfies Record<string, { effect: "deactivates" | "keepsLast"; quiet: boolean }>;
export type SkipReason = keyof typeof skipReasons;

/** Why a record here is inactive: a reason that deactivates, or one of the engine's own. Sentences below `sync.reason`. */
export type InactiveReason = SkipReason | "gone" | "otherAdministration";
