"use server";

import { createEditAction } from "@/lib/catalogue/edit-action";

export const editMaterial = createEditAction("materials");
