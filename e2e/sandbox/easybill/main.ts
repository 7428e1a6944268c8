import { runSandbox } from "../core/run";
import { readSettings } from "./settings";
import { startEasybillSandbox } from "./start";

await runSandbox(
  "EasyBill",
  (options) => startEasybillSandbox({ ...readSettings(), ...options }),
  ({ url, apiUrl }) => ({ url, apiUrl }),
);
