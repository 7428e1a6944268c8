/** What a correct import does with a relation: bring it in, or leave it out for one reason. */
export type SkipReason = "notCustomer" | "blocked" | "missingName" | "missingStreet" | "missingPostalCode" | "missingCity";

/** `duplicate` rows repeat the number of the row before them, so they are neither a relation of their own nor left out. */
export type RelationOutcome = "imported" | "duplicate" | SkipReason;

interface RelationKindDefinition {
  /** Relations of this kind in every hundred. */
  readonly share: number;
  readonly outcome: RelationOutcome;
}

/** Every kind of relation, in the order in which a block of a hundred is dealt out. The rest of the block is `plain`. */
export const relationKinds = {
  duplicateNumber: { share: 1, outcome: "duplicate" },
  blockedRelation: { share: 3, outcome: "blocked" },
  blockedCustomer: { share: 2, outcome: "blocked" },
  prospect: { share: 8, outcome: "notCustomer" },
  missingName: { share: 1, outcome: "missingName" },
  missingStreet: { share: 2, outcome: "missingStreet" },
  missingPostalCode: { share: 2, outcome: "missingPostalCode" },
  missingCity: { share: 2, outcome: "missingCity" },
  foreignAddress: { share: 4, outcome: "imported" },
  ampersandName: { share: 3, outcome: "imported" },
  accentName: { share: 3, outcome: "imported" },
  pipeName: { share: 1, outcome: "imported" },
  quotesName: { share: 2, outcome: "imported" },
  lineBreakName: { share: 1, outcome: "imported" },
  overlongValues: { share: 1, outcome: "imported" },
  splitAddress: { share: 4, outcome: "imported" },
  combinedPostcodeAndPlace: { share: 4, outcome: "imported" },
  emptyEmail: { share: 3, outcome: "imported" },
  malformedEmail: { share: 2, outcome: "imported" },
  plain: { share: 51, outcome: "imported" },
} as const satisfies Record<string, RelationKindDefinition>;

export type RelationKind = keyof typeof relationKinds;

function isRelationKind(name: string): name is RelationKind {
  return Object.hasOwn(relationKinds, name);
}

export const relationKindNames: readonly RelationKind[] = Object.keys(relationKinds).filter(isRelationKind);

const dealtOut: readonly RelationKind[] = relationKindNames.flatMap((kind) =>
  Array.from({ length: relationKinds[kind].share }, () => kind),
);

/**
 * The kind of the relation at this place. Steps of 37 spread the kinds over each hundred; with them the row before a duplicate
 * is always a plain one, so a duplicate never hides behind a second flaw.
 */
export function relationKindAt(index: number): RelationKind {
  if (index === 0) return "plain";
  return dealtOut[(index * 37 + 50) % dealtOut.length] ?? "plain";
}

/** An object with one number for every kind. */
export function mapRelationKinds(numberOf: (kind: RelationKind) => number): Record<RelationKind, number> {
  return {
    duplicateNumber: numberOf("duplicateNumber"),
    blockedRelation: numberOf("blockedRelation"),
    blockedCustomer: numberOf("blockedCustomer"),
    prospect: numberOf("prospect"),
    missingName: numberOf("missingName"),
    missingStreet: numberOf("missingStreet"),
    missingPostalCode: numberOf("missingPostalCode"),
    missingCity: numberOf("missingCity"),
    foreignAddress: numberOf("foreignAddress"),
    ampersandName: numberOf("ampersandName"),
    accentName: numberOf("accentName"),
    pipeName: numberOf("pipeName"),
    quotesName: numberOf("quotesName"),
    lineBreakName: numberOf("lineBreakName"),
    overlongValues: numberOf("overlongValues"),
    splitAddress: numberOf("splitAddress"),
    combinedPostcodeAndPlace: numberOf("combinedPostcodeAndPlace"),
    emptyEmail: numberOf("emptyEmail"),
    malformedEmail: numberOf("malformedEmail"),
    plain: numberOf("plain"),
  };
}
