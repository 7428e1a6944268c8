"use server";

import { createEditAction } from "@/lib/catalogue/edit-action";
import { createLookUpAction } from "@/lib/look-up/look-up-action";

export const editWarehouse = createEditAction("warehouses");
export const lookUpWarehouse = createLookUpAction("warehouses");
