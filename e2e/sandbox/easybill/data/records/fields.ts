import { z } from "zod";

/** Types of fields by the vendor's description. What a body leaves out takes the default: a PUT replaces the whole record. */
export const text = z.string().default("");
export const nullableText = z.string().nullable().default(null);
export const nullableNumber = z.number().nullable().default(null);
export const nullableId = z.number().int().nullable().default(null);
export const flag = z.boolean().default(false);
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "must be a date, Y-m-d");
export const nullableDate = date.nullable().default(null);
/** 0 = nothing, 1 = Mr, 2 = Mrs, 3 = Company, 4 = Mr & Mrs, 5 = Married couple, 6 = Family. */
export const salutation = z.number().int().min(0).max(6).default(0);
/** At most three. */
export const emails = z.array(z.string()).max(3).default([]);
export const identity = z.number().int();
