"use server";

import { z } from "zod";
import { plannerAction } from "@/lib/actions/action-client";
import { createEditAction } from "@/lib/catalogue/edit-action";
import { createLookUpAction } from "@/lib/look-up/look-up-action";
import { setBillable } from "@/lib/catalogue/set-billable";
import { database } from "@/lib/db";

export const editHourType = createEditAction("hourTypes");
export const lookUpHourType = createLookUpAction("hourTypes");

export const setHourTypeBillable = plannerAction
  .metadata({ action: "hour-type.billable-changed" })
  .inputSchema(z.object({ id: z.uuid(), billable: z.boolean() }))
  .action(async ({ parsedInput: { id, billable }, ctx: { session, audit } }) => {
    const { code } = await setBillable(database(), { accountId: session.accountId, id, billable, editedBy: session.name });
    await audit(code, { billable: { before: !billable, after: billable } });
    return { billable };
  });
