import { joinPath } from '../capture/display.ts';
import type { Snapshot } from '../capture/snapshot.ts';
import { field, isRecord, textOf } from '../capture/walk.ts';

/**
 * A message of a protocol whose envelope nobody has published: the content is at the root or inside one or two
 * wrappers, and the event's name stands under one of several keys.
 */

const WRAPPERS = ['payload', 'data', 'message', 'body'] as const;
const NAME_KEYS = ['type', 'event', 'eventType', 'name', 'topic'] as const;
const TOKEN_KEYS = ['token', 'sessionToken', 'session_token', 'jwt', 'accessToken'] as const;
const STREAM_KEYS = ['eventStreamUri', 'streamUri', 'webSocketUrl', 'websocketUrl'] as const;

/** One object of an envelope, and its path from the root (`''` for the root itself). */
export interface Layer {
  readonly path: string;
  readonly value: Snapshot;
}

/** The root and the objects wrapped in it, at most two levels down. */
export function layersOf(root: Snapshot): readonly Layer[] {
  const layers: Layer[] = [];
  const visit = (layer: Layer, depth: number): void => {
    if (!isRecord(layer.value)) return;
    layers.push(layer);
    if (depth === 0) return;
    for (const wrapper of WRAPPERS) {
      const value = field(layer.value, wrapper);
      if (value !== undefined) visit({ path: joinPath(layer.path, wrapper), value }, depth - 1);
    }
  };
  visit({ path: '', value: root }, 2);
  return layers;
}

function firstText(layers: readonly Layer[], keys: readonly string[]): string | undefined {
  for (const { value } of layers) {
    for (const key of keys) {
      const text = textOf(field(value, key));
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

/** The name of the event that a message carries. */
export const eventNameOf = (layers: readonly Layer[]): string | undefined => firstText(layers, NAME_KEYS);

/** The backend's id of the conversation, without the bare `id`, which may be anything's. */
export function conversationIdOf(layers: readonly Layer[]): string | undefined {
  for (const { value } of layers) {
    const id =
      textOf(field(value, 'conversationId')) ??
      textOf(field(value, 'conversation_id')) ??
      textOf(field(field(value, 'conversation'), 'id'));
    if (id !== undefined) return id;
  }
  return undefined;
}

/** A session token that the message issues. */
export function tokenOf(layers: readonly Layer[]): string | undefined {
  return firstText(layers, TOKEN_KEYS) ?? firstText(sessionLayers(layers), TOKEN_KEYS);
}

/** The address of the event stream that the message announces. */
export const streamOf = (layers: readonly Layer[]): string | undefined =>
  firstText(layers, STREAM_KEYS) ?? firstText(sessionLayers(layers), STREAM_KEYS);

function sessionLayers(layers: readonly Layer[]): readonly Layer[] {
  return layers.flatMap(({ path, value }) => {
    const session = field(value, 'session');
    return session === undefined ? [] : [{ path: joinPath(path, 'session'), value: session }];
  });
}
