"use server";

import { createEditAction } from "@/lib/catalogue/edit-action";
import { createLookUpAction } from "@/lib/look-up/look-up-action";

export const editRelation = createEditAction("relations");
export const lookUpRelation = createLookUpAction("relations");
