export interface Place {
  readonly name: string;
  /** First and last of its postal codes; of a Dutch one the digits. */
  readonly postcodes: readonly [number, number];
  /** Dialling code. */
  readonly areaCode: string;
}

export function place(name: string, first: number, last: number, areaCode: string): Place {
  return { name, postcodes: [first, last], areaCode };
}
