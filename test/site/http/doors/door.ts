import type { Tenant } from '../../tenant/tenant.ts';
import type { Answer } from '../answer.ts';

/** What somebody asks for who wants to open a socket. */
export interface Target {
  readonly path: string;
  readonly query: URLSearchParams;
  /** The sub-protocols that he offers. */
  readonly protocols: readonly string[];
  /** Where files of the tenant are, as he reaches it: `http://localhost:8080`. */
  readonly origin: string;
}

/** The tenant's end of one socket. */
export interface SocketEnd {
  /** Takes one text frame. */
  receive(text: string): void;
  /** The socket is gone. */
  close?(): void;
}

/** Sends one frame, as JSON. */
export type Send = (frame: unknown) => void;

export type Admission =
  | { readonly ok: true; readonly open: (send: Send) => SocketEnd }
  | { readonly ok: false; readonly answer: Answer };

/** Says who may open the sockets of one protocol. `null`: the address is none of that protocol's. */
export type Door = (tenant: Tenant, target: Target) => Admission | null;
