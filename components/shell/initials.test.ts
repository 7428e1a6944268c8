import { expect, it } from "vitest";
import { initialsOf } from "@/components/shell/initials";

it.each([
  ["De Vries Installatie", "DV"],
  ["'t Hoekje", "H"],
  ["École & Zn.", "ÉZ"],
  ["cash", "C"],
  ["3D Techniek", "3T"],
  ["&", ""],
])("the mark of %s is %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
