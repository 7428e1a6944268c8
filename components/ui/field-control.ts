"use client";

import { createContext, useContext } from "react";

/** What a field tells the control inside it, so that label, help and error are read out with it. */
export type FieldControl = { id: string; labelId: string; describedBy: string | undefined; invalid: boolean };

export const FieldControlContext = createContext<FieldControl | null>(null);

/** The attributes a control takes from the field around it; none outside a field. */
export function useFieldControl() {
  const field = useContext(FieldControlContext);
  if (!field) return {};
  return { id: field.id, "aria-describedby": field.describedBy, "aria-invalid": field.invalid || undefined };
}

/** The same for groups, which a label cannot point to. */
export function useFieldGroup() {
  const field = useContext(FieldControlContext);
  if (!field) return {};
  return { id: field.id, "aria-labelledby": field.labelId, "aria-describedby": field.describedBy };
}
