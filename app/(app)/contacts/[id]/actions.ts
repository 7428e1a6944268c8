"use server";

import { createEditAction } from "@/lib/catalogue/edit-action";

export const editContact = createEditAction("contacts");
