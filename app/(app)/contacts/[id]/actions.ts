"use server";

import { createEditAction } from "@/lib/catalogue/edit-action";
import { createLookUpAction } from "@/lib/look-up/look-up-action";

export const editContact = createEditAction("contacts");
export const lookUpContact = createLookUpAction("contacts");
