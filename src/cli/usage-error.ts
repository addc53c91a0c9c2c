/** What was asked for cannot be done here. Its message is one sentence for the person; the exit code is 2. */
export class UsageError extends Error {}
