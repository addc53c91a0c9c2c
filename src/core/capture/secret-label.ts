/** What stands in the place of a secret. */
export const REDACTED = '[redacted]';

/** {@link REDACTED}, or the same with the number of the secret, where secrets must stay distinct. */
const LABEL = /^\[redacted(?:-\d+)?\]$/;

/** Whether a text is what was written in the place of a secret. */
export const standsForSecret = (text: string): boolean => LABEL.test(text);
