/** Every kind of customer with its share of a hundred, in the order in which a block of a hundred is dealt out. The rest is `plain`. */
const shares = {
  archived: 4,
  /** Neither company nor person has a name. */
  withoutName: 1,
  withoutNumber: 1,
  withoutAddress: 3,
  withoutZipCode: 1,
  abroad: 5,
  reverseCharge: 3,
  difficultName: 4,
  institution: 5,
  privatePerson: 14,
  withoutEmail: 4,
  malformedEmail: 2,
  overlong: 1,
} as const;

export type CustomerKind = keyof typeof shares | "plain";

function isKind(name: string): name is keyof typeof shares {
  return Object.hasOwn(shares, name);
}

export const customerKinds: readonly CustomerKind[] = [...Object.keys(shares).filter(isKind), "plain"];

const dealtOut: readonly CustomerKind[] = Object.keys(shares)
  .filter(isKind)
  .flatMap((kind) => Array.from({ length: shares[kind] }, (): CustomerKind => kind));

/** The kind of the customer at this place; steps of 37 spread the kinds over each hundred. The first one is plain. */
export function customerKindAt(index: number): CustomerKind {
  return dealtOut[(index * 37 + 99) % 100] ?? "plain";
}
