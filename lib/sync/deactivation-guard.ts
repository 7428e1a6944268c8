/** Above this share, and above this number, a person is asked before records are deactivated. */
const SHARE = 0.2;
const NUMBER = 10;

/** Whether so many deactivations look like a mistake rather than like tidying up. */
export function asksBeforeDeactivating({ wouldGo, of }: { wouldGo: number; of: number }): boolean {
  return wouldGo > NUMBER && wouldGo > of * SHARE;
}
