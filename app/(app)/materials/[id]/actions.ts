"use server";

import { createEditAction } from "@/lib/catalogue/edit-action";
import { createLookUpAction } from "@/lib/look-up/look-up-action";

export const editMaterial = createEditAction("materials");
export const lookUpMaterial = createLookUpAction("materials");
