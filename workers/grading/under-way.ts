/**
 * The submissions that a worker's tasks are busy with. One may be held twice for a moment: by the
 * task that hands it back, and by the one that takes it up again.
 */
export class UnderWay {
  private readonly held = new Map<string, number>();

  /** Holds the submission while `work` runs. */
  async hold(submissionId: string, work: () => Promise<void>): Promise<void> {
    this.held.set(submissionId, (this.held.get(submissionId) ?? 0) + 1);
    try {
      await work();
    } finally {
      const left = (this.held.get(submissionId) ?? 1) - 1;
      if (left > 0) this.held.set(submissionId, left);
      else this.held.delete(submissionId);
    }
  }

  get ids(): string[] {
    return [...this.held.keys()];
  }
}
