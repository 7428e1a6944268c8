"use server";

import { createEditAction } from "@/lib/catalogue/edit-action";
import { createLookUpAction } from "@/lib/look-up/look-up-action";

export const editCategory = createEditAction("categories");
export const lookUpCategory = createLookUpAction("categories");
