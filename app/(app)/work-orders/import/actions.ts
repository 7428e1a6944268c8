"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { announceExport } from "@/inngest/request-export";
import { plannerAction } from "@/lib/actions/action-client";
import { problemSentence } from "@/lib/api/problem-sentence";
import { database } from "@/lib/db";
import { separatorOf } from "@/lib/intake/csv-dialect";
import { foresee, importPortion } from "@/lib/intake/import-file";
import { previewFile } from "@/lib/intake/preview-file";
import { writeWrongRows } from "@/lib/intake/wrong-rows";

const chosen = z.object({ file: z.instanceof(File) });
const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());

/** What an import of the file would do; nothing is stored. */
export const previewFileAction = plannerAction
  .metadata({ action: "work-order.file-imported" })
  .inputSchema(chosen)
  .action(async ({ parsedInput: { file }, ctx: { session } }) => previewFile(database(), { accountId: session.accountId, bytes: await bytesOf(file) }));

/** Stores the next portion of the file. In: how many work orders the portions before have done. */
export const importFileAction = plannerAction
  .metadata({ action: "work-order.file-imported" })
  .inputSchema(chosen.extend({ from: z.number().int().min(0) }))
  .action(async ({ parsedInput: { file, from }, ctx: { session, audit } }) => {
    const { accountId, name } = session;
    const bytes = await bytesOf(file);
    if (from === 0) await audit(file.name, { ...(await foresee(database(), { accountId, bytes })) });
    const imported = await importPortion(database(), { accountId, actor: name, bytes, from });
    if ("problem" in imported) return imported;
    const { dueIn, ...portion } = imported;
    await Promise.all(dueIn.map(announceExport));
    revalidatePath("/work-orders");
    return portion;
  });

/** The rows of the wrong work orders as a CSV file, with what is wrong in the person's language. */
export const wrongRowsAction = plannerAction
  .metadata({ action: "work-order.file-imported" })
  .inputSchema(chosen)
  .action(async ({ parsedInput: { file }, ctx: { session } }) => {
    const [t, problems] = await Promise.all([getTranslations("intake.import.wrong"), getTranslations("intake.problem")]);
    const words = { separator: separatorOf(session.locale), row: t("row"), problem: t("problem"), sentence: (problem: Parameters<typeof problemSentence>[1]) => problemSentence(problems, problem) };
    return { text: await writeWrongRows(database(), { accountId: session.accountId, bytes: await bytesOf(file), words }) };
  });
