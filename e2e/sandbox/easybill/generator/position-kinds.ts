import type { Position } from "../data/records/position";

type PositionType = Position["type"];

/** Seven products, two services and a text in every ten. */
export function positionTypeAt(index: number): PositionType {
  const place = index % 10;
  if (place === 9) return "TEXT";
  return place === 3 || place === 6 ? "SERVICE" : "PRODUCT";
}

/** Gross prices: three in twenty. */
export function isGross(index: number): boolean {
  return [4, 13, 17].includes(index % 20);
}

export function isPositionArchived(index: number): boolean {
  return index % 25 === 11;
}

export function isPositionWithoutNumber(index: number): boolean {
  return index % 100 === 42;
}

export function isPositionWithoutDescription(index: number): boolean {
  return index % 100 === 65;
}

/** 7 % instead of 19 %: one in five. */
export function isReduced(index: number): boolean {
  return index % 5 === 2;
}
