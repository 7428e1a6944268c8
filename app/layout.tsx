import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/shell/client-messages";
import { Providers } from "@/components/shell/providers";
import { requestTheme } from "@/lib/request-theme";
import "./globals.css";

export const metadata: Metadata = { title: { default: "OutSmart", template: "%s · OutSmart" }, robots: { index: false, follow: false } };
export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f7f6f3" },
    { media: "(prefers-color-scheme: dark)", color: "#131211" },
  ],
};

/** The document: language, theme and fonts. Who is asking is for each page to check. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme] = await Promise.all([getLocale(), requestTheme()]);
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme} className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <body>
        <ClientMessages namespaces={[]}>
          <Providers>{children}</Providers>
        </ClientMessages>
      </body>
    </html>
  );
}
