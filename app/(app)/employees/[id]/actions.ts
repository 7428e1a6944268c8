"use server";

import { createEditAction } from "@/lib/catalogue/edit-action";
import { createLookUpAction } from "@/lib/look-up/look-up-action";

export const editEmployee = createEditAction("employees");
export const lookUpEmployee = createLookUpAction("employees");
