import { defineConfig, globalIgnores } from "eslint/config";
import next from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";

/** Which folder may not import what: the arrows of ARCHITECTURE.md. `scripts/lint-rules.test.ts` holds these rules. */
const forbid = (files, patterns, ignores = []) => ({
  files,
  ignores: ["**/*.test.ts", "**/*.test.tsx", ...ignores],
  rules: { "no-restricted-imports": ["error", { patterns }] },
});

const fromPages = { group: ["@/app/*", "@/app/**"], message: "Arrows run app → components → lib, never back." };
const fromComponents = { group: ["@/components/*", "@/components/**"], message: "lib and inngest know nothing of components." };
const fromJobs = { group: ["@/inngest/*", "@/inngest/**"], message: "lib does the work; inngest calls it, never the other way round." };
const fromVendors = { group: ["@/lib/connectors/*/**"], message: "The engines know the contract, never a vendor." };
const fromDatabase = { group: ["@/lib/db", "@/lib/generated/**", "@prisma/*", "pg"], message: "A vendor folder does not know the database." };
const fromServer = { group: ["@/lib/db", "@/lib/generated/prisma/client", "pg", "@/lib/env"], message: "Components get plain data; reading is the page's." };
/** What only markup and hooks can break; looking for it everywhere takes a third of the time. */
const markupRules = next.flatMap(({ rules = {} }) => Object.keys(rules)).filter((rule) => /^(react|react-hooks|jsx-a11y|@next\/next)\//.test(rule));

const otherVendor = (vendor) => ({ group: [`@/lib/connectors/${vendor}/**`], message: "A vendor never imports another vendor." });

export default defineConfig([
  ...next,
  ...nextTypescript,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-console": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-empty": ["error", { allowEmptyCatch: false }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": true, "ts-ignore": true, "ts-nocheck": true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ["{lib,inngest,prisma,scripts,e2e}/**/*.ts"], rules: Object.fromEntries(markupRules.map((rule) => [rule, "off"])) },
  {
    files: ["app/**", "components/**", "lib/**", "inngest/**", "prisma/**", "instrumentation.ts", "proxy.ts", "next.config.ts"],
    ignores: ["lib/env.ts", "**/*.test.ts"],
    rules: {
      "no-restricted-properties": ["error", { object: "process", property: "env", message: "Read it through lib/env.ts." }],
    },
  },
  forbid(["components/**/*.{ts,tsx}"], [fromPages, fromJobs, fromServer]),
  forbid(["lib/**/*.ts"], [fromPages, fromComponents, fromJobs], ["lib/sync/**", "lib/export/**", "lib/connectors/**"]),
  forbid(["lib/sync/**/*.ts", "lib/export/**/*.ts"], [fromPages, fromComponents, fromJobs, fromVendors]),
  forbid(["lib/connectors/*.ts"], [fromPages, fromComponents, fromJobs, fromDatabase]),
  forbid(["lib/connectors/cash/**/*.ts"], [fromPages, fromComponents, fromJobs, fromDatabase, otherVendor("easybill")]),
  forbid(["lib/connectors/easybill/**/*.ts"], [fromPages, fromComponents, fromJobs, fromDatabase, otherVendor("cash")]),
  forbid(["lib/connectors/wire/**/*.ts"], [fromPages, fromComponents, fromJobs, fromDatabase, otherVendor("cash"), otherVendor("easybill")]),
  forbid(["inngest/**/*.ts"], [fromPages, fromComponents]),
  globalIgnores(["node_modules/**", ".next/**", ".next-*/**", ".data/**", "lib/generated/**", "next-env.d.ts", "test-results/**", "playwright-report/**"]),
]);
