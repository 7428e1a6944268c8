import { recordKinds, type RecordKind } from "@/lib/connectors/record-kinds";
import { recordContents, type RecordContent } from "@/lib/connectors/records";

/** A field of any kind; each has a name below `sync.field` in the message files. */
export type RecordField = { [Kind in RecordKind]: keyof RecordContent<Kind> }[RecordKind];

const isField = (name: string): name is RecordField => recordKinds.some((kind) => Object.hasOwn(recordContents[kind].shape, name));

export const recordFields: readonly RecordField[] = [...new Set(recordKinds.flatMap((kind) => Object.keys(recordContents[kind].shape)))].filter(isField);
