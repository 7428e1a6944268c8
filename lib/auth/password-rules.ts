import { z } from "zod";

/** Characters. The upper limit keeps the cost of hashing what a stranger sends within bounds. */
export const passwordLength = { min: 10, max: 200 } as const;

/** A password somebody chooses. Length is what counts; rules on kinds of characters only make people write them down. */
export const newPassword = z.string().min(passwordLength.min).max(passwordLength.max);

/** A sign-in name: an e-mail address without the spaces around it, in lower case. */
export const emailAddress = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** The name of a person or a company. */
export const properName = z.string().trim().min(1).max(120);
