import { randomBytes } from 'node:crypto';

export const SCOPES = ['conversation:read', 'conversation:write'] as const;
export type Scope = (typeof SCOPES)[number];

/** Whether `name` is a scope that this tenant knows. */
export function isScope(name: string): name is Scope {
  return SCOPES.some((scope) => scope === name);
}

/**
 * OAuth tokens and what each allows. A real tenant hands them to registered clients only; this one gives a token to
 * anybody who asks, since there is nothing here to protect and the page must be able to read back.
 */
export class OAuthTokens {
  readonly #granted = new Map<string, ReadonlySet<Scope>>();

  issue(scopes: readonly Scope[]): string {
    const token = `oauth-${randomBytes(16).toString('hex')}`;
    this.#granted.set(token, new Set(scopes));
    return token;
  }

  /** The scopes of a token; `undefined` when this tenant never issued it. */
  scopesOf(token: string): ReadonlySet<Scope> | undefined {
    return this.#granted.get(token);
  }
}
