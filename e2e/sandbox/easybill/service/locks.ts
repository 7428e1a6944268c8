/** Documents on which another process works for a while, on the sandbox's clock. */
export class Locks {
  private readonly until = new Map<number, number>();

  lock(documentId: number, until: number): void {
    this.until.set(documentId, until);
  }

  /** Locks a document on the first call; later calls leave the end as it is. */
  lockOnce(documentId: number, until: number): void {
    if (!this.until.has(documentId)) this.until.set(documentId, until);
  }

  isLocked(documentId: number, now: number): boolean {
    return (this.until.get(documentId) ?? 0) > now;
  }

  clear(): void {
    this.until.clear();
  }
}
