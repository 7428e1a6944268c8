import type { formats } from "@/lib/i18n/formats";
import type { RegionalLocale } from "@/lib/i18n/locales";
import type apiKeys from "@/lib/i18n/messages/en/apiKeys.json";
import type audit from "@/lib/i18n/messages/en/audit.json";
import type auth from "@/lib/i18n/messages/en/auth.json";
import type dashboard from "@/lib/i18n/messages/en/dashboard.json";
import type errors from "@/lib/i18n/messages/en/errors.json";
import type intake from "@/lib/i18n/messages/en/intake.json";
import type issues from "@/lib/i18n/messages/en/issues.json";
import type licences from "@/lib/i18n/messages/en/licences.json";
import type notices from "@/lib/i18n/messages/en/notices.json";
import type log from "@/lib/i18n/messages/en/log.json";
import type records from "@/lib/i18n/messages/en/records.json";
import type runs from "@/lib/i18n/messages/en/runs.json";
import type settings from "@/lib/i18n/messages/en/settings.json";
import type shell from "@/lib/i18n/messages/en/shell.json";
import type sync from "@/lib/i18n/messages/en/sync.json";
import type ui from "@/lib/i18n/messages/en/ui.json";
import type users from "@/lib/i18n/messages/en/users.json";
import type workOrderPdf from "@/lib/i18n/messages/en/workOrderPdf.json";
import type workOrders from "@/lib/i18n/messages/en/workOrders.json";
import type workStatuses from "@/lib/i18n/messages/en/workStatuses.json";
import type exports from "@/lib/i18n/messages/en/exports.json";
import type vendors from "@/lib/i18n/messages/en/vendors.json";

/** What next-intl checks keys, formats and languages against. English is the reference; a test keeps the others equal. */
declare module "next-intl" {
  interface AppConfig {
    Locale: RegionalLocale;
    Formats: typeof formats;
    Messages: {
      shell: typeof shell;
      dashboard: typeof dashboard;
      ui: typeof ui;
      auth: typeof auth;
      users: typeof users;
      licences: typeof licences;
      audit: typeof audit;
      settings: typeof settings;
      vendors: typeof vendors;
      sync: typeof sync;
      log: typeof log;
      runs: typeof runs;
      issues: typeof issues;
      notices: typeof notices;
      records: typeof records;
      workOrders: typeof workOrders;
      workOrderPdf: typeof workOrderPdf;
      workStatuses: typeof workStatuses;
      exports: typeof exports;
      apiKeys: typeof apiKeys;
      intake: typeof intake;
      errors: typeof errors;
    };
  }
}
