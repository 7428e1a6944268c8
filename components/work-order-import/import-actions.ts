import type { ServerAction } from "@/components/actions/use-server-action";
import type { ImportedPortion } from "@/lib/intake/import-file";
import type { FilePreview } from "@/lib/intake/preview-file";
import type { FileProblem } from "@/lib/intake/read-file";

export type Portion = Omit<ImportedPortion, "dueIn">;

/** What the import page can do; the page hands it in. */
export type ImportActions = {
  preview: ServerAction<{ file: File }, { preview: FilePreview } | { problem: FileProblem }>;
  importPortion: ServerAction<{ file: File; from: number }, Portion | { problem: FileProblem }>;
  wrongRows: ServerAction<{ file: File }, { text: string }>;
};
