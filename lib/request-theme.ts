import { cookies } from "next/headers";
import { isTheme, themeCookie, type Theme } from "@/lib/theme";

/** The theme the person has chosen on this device. */
export async function requestTheme(): Promise<Theme> {
  const chosen = (await cookies()).get(themeCookie)?.value;
  return isTheme(chosen) ? chosen : "system";
}
