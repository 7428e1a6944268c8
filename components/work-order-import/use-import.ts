"use client";

import { useState } from "react";
import type { ImportActions, Portion } from "@/components/work-order-import/import-actions";
import type { PublicError } from "@/lib/actions/public-error";
import { fileSizeLimit } from "@/lib/intake/file-size-limit";
import type { FilePreview } from "@/lib/intake/preview-file";
import type { FileProblem } from "@/lib/intake/read-file";

/** How far the import of a file is. */
type ImportState =
  | { step: "choose" }
  | { step: "reading"; file: File }
  | { step: "unreadable"; file: File; problem: FileProblem }
  | { step: "failed"; error: PublicError }
  | { step: "preview"; file: File; preview: FilePreview }
  | { step: "importing"; file: File; preview: FilePreview; soFar: Portion }
  | { step: "broken"; file: File; preview: FilePreview; soFar: Portion; error: PublicError }
  | { step: "done"; file: File; preview: FilePreview; soFar: Portion };

const notReached: PublicError = { code: "unexpected", kind: "system", params: {} };

/** Runs an action and gives its answer, or the error that stands for whatever went wrong. */
async function ask<Data>(answer: Promise<{ data?: Data; serverError?: PublicError }>): Promise<{ data: Data } | { error: PublicError }> {
  const { data, serverError } = await answer.catch(() => ({ data: undefined, serverError: notReached }));
  return data === undefined ? { error: serverError ?? notReached } : { data };
}

/** Chooses a file, previews it, and imports it portion by portion. */
export function useImport({ preview: askPreview, importPortion }: ImportActions) {
  const [state, setState] = useState<ImportState>({ step: "choose" });

  const choose = async (file: File) => {
    if (file.size > fileSizeLimit) return setState({ step: "unreadable", file, problem: { code: "tooLarge" } });
    setState({ step: "reading", file });
    const answer = await ask(askPreview({ file }));
    if ("error" in answer) return setState({ step: "failed", error: answer.error });
    setState("problem" in answer.data ? { step: "unreadable", file, problem: answer.data.problem } : { step: "preview", file, preview: answer.data.preview });
  };

  /** From the beginning, or from where it broke off. */
  const importFile = async (file: File, preview: FilePreview, begun: Portion = nothingYet(preview)) => {
    let soFar = begun;
    do {
      setState({ step: "importing", file, preview, soFar });
      const answer = await ask(importPortion({ file, from: soFar.done }));
      if ("error" in answer) return setState({ step: "broken", file, preview, soFar, error: answer.error });
      if ("problem" in answer.data) return setState({ step: "unreadable", file, problem: answer.data.problem });
      soFar = together(soFar, answer.data);
    } while (soFar.done < soFar.total);
    setState({ step: "done", file, preview, soFar });
  };

  return { state, choose, importFile, startOver: () => setState({ step: "choose" }) };
}

function nothingYet({ counts }: FilePreview): Portion {
  return { done: 0, total: counts.created + counts.updated + counts.unchanged, counts: { created: 0, updated: 0, unchanged: 0, wrong: 0 }, refused: [] };
}

function together(one: Portion, next: Portion): Portion {
  const { created, updated, unchanged, wrong } = next.counts;
  const counts = { created: one.counts.created + created, updated: one.counts.updated + updated, unchanged: one.counts.unchanged + unchanged, wrong: one.counts.wrong + wrong };
  return { ...next, counts, refused: [...one.refused, ...next.refused] };
}
