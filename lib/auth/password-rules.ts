import { z } from "zod";
import { isPasswordLength } from "@/lib/auth/password-length";

/** A password somebody chooses. */
export const newPassword = z.string().refine(isPasswordLength);

/** A sign-in name: an e-mail address without the spaces around it, in lower case. */
export const emailAddress = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** The name of a person or a company. */
export const properName = z.string().trim().min(1).max(120);
