import type { Problem } from '../protocol.ts';

/** An HTTP answer, before it is written to a socket. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** An answer that holds JSON. API answers are never cached: each one tells the state of now. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(value),
  };
}

/** An error that says what failed, why, and what to do. */
export function problem(details: Problem, headers: Readonly<Record<string, string>> = {}): Answer {
  return json(details.status, details, headers);
}

/** The resource is there, but not for this method. */
export function methodNotAllowed(method: string, path: string, allowed: readonly string[]): Answer {
  return problem(
    {
      status: 405,
      code: 'method.not-allowed',
      message: `${method} ${path} is not possible.`,
      reason: `${path} answers ${allowed.join(', ')} only.`,
      action: `Use ${allowed.join(' or ')}.`,
    },
    { allow: allowed.join(', ') },
  );
}
