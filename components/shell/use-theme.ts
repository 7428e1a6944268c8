"use client";

import { useState } from "react";
import { isTheme, themeCookie, type Theme } from "@/lib/theme";

const aYear = 365 * 24 * 60 * 60;

/** The theme and how to change it. Kept in a cookie, so that the first paint of the next page is right. */
export function useTheme(theme: Theme) {
  const [chosen, setChosen] = useState(theme);
  const choose = (value: string) => {
    if (!isTheme(value)) return;
    setChosen(value);
    applyTheme(value);
  };
  return { chosen, choose };
}

function applyTheme(theme: Theme) {
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${aYear}; samesite=lax`;
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
