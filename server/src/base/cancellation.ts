/** The one thing that long work needs to know of its caller: whether the answer is still wanted. */

export interface CancellationToken {
  readonly isCancellationRequested: boolean;
}

export const neverCancelled: CancellationToken = { isCancellationRequested: false };
