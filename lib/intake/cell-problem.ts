import type { FieldProblem } from "@/lib/api/field-problems";

/** A wrong cell: where it stands as a spreadsheet numbers it, what is in it, and why it is wrong. */
export type CellProblem = Pick<FieldProblem, "code" | "params"> & { row: number; column: string; value: string; number: string };
