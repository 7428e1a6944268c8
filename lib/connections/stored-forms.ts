import { z } from "zod";

/** How the JSON columns of a connection look; read back through these. */
export const storedLogin = z.record(z.string(), z.string());
/** Field name → ciphertext. */
export const storedSecrets = z.record(z.string(), z.string());
/** Null: the vendor does not say whose login it is. */
export const storedPerson = z.object({ name: z.string(), email: z.string() }).nullable();
export const storedAdministrations = z.array(z.object({ code: z.string(), name: z.string() }));
