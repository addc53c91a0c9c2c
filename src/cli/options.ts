import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

/** Files to write after a headless run, as absolute paths. */
export interface OutputFiles {
  readonly screenshot?: string;
  readonly capture?: string;
  readonly json?: string;
}

/** What `npm start` is asked to do. */
export type Command =
  | { readonly kind: 'help' }
  /** Open a browser window; without an address, on the demo page. */
  | { readonly kind: 'open'; readonly url: string | null; readonly mapping: string | null }
  /** Run one scenario of the demo page headless. */
  | {
      readonly kind: 'scenario';
      readonly id: string;
      readonly mapping: string | null;
      readonly files: OutputFiles;
    }
  /** Run all of them. */
  | { readonly kind: 'all-scenarios'; readonly mapping: string | null }
  /** Watch any page headless for a while. */
  | {
      readonly kind: 'page';
      readonly url: string;
      readonly mapping: string | null;
      readonly seconds: number;
      readonly files: OutputFiles;
    };

const OPTIONS = {
  help: { type: 'boolean', short: 'h', default: false },
  headless: { type: 'boolean', default: false },
  url: { type: 'string' },
  mapping: { type: 'string' },
  scenario: { type: 'string' },
  seconds: { type: 'string' },
  screenshot: { type: 'string' },
  capture: { type: 'string' },
  json: { type: 'string' },
} as const;

const DEFAULT_SECONDS = 10;

type Values = ReturnType<typeof parse>;

/**
 * Reads the command line.
 *
 * @param canShow whether this machine has a display; without one, what would open a window runs headless
 * @throws UsageError for what it does not know, and for what does not go together
 */
export function readCommand(args: readonly string[], canShow: boolean): Command {
  const values = parse(args);
  if (values.help) return { kind: 'help' };
  refuseContradictions(values);
  const url = values.url === undefined ? null : readUrl(values.url);
  const mapping = values.mapping === undefined ? null : resolve(values.mapping);
  if (!values.headless && canShow) {
    refuseHeadlessOptions(values);
    return { kind: 'open', url, mapping };
  }
  const files = readFiles(values);
  if (url !== null) return { kind: 'page', url, mapping, seconds: readSeconds(values.seconds), files };
  const id = values.scenario ?? 'all';
  if (id !== 'all') return { kind: 'scenario', id, mapping, files };
  if (Object.keys(files).length > 0) {
    throw new UsageError(
      '--screenshot, --capture and --json write the files of one run: name one scenario with --scenario <id>.',
    );
  }
  return { kind: 'all-scenarios', mapping };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const [sentence = ''] = error instanceof Error ? error.message.split(/\. /) : [];
    throw new UsageError(`${sentence.replace(/\.$/, '')}; npm start -- --help tells what there is.`, {
      cause: error,
    });
  }
}

function refuseContradictions({ url, scenario, seconds }: Values): void {
  if (url !== undefined && scenario !== undefined) {
    throw new UsageError('--scenario is for the demo page: leave out either --url or --scenario.');
  }
  if (url === undefined && seconds !== undefined) {
    throw new UsageError('--seconds is how long the page of --url is watched: a scenario ends by itself.');
  }
}

function refuseHeadlessOptions(values: Values): void {
  const given = (['scenario', 'seconds', 'screenshot', 'capture', 'json'] as const).find(
    (name) => values[name] !== undefined,
  );
  if (given !== undefined) throw new UsageError(`--${given} is for a run without a window: add --headless.`);
}

function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.href;
  throw new UsageError(
    `--url takes an address that starts with http:// or https://, and "${text}" does not.`,
  );
}

function readSeconds(text: string | undefined): number {
  if (text === undefined) return DEFAULT_SECONDS;
  const seconds = Number(text);
  if (seconds > 0 && seconds <= 3600) return seconds;
  throw new UsageError(`--seconds takes a number above 0 and up to 3600, and "${text}" is none.`);
}

function readFiles({ screenshot, capture, json }: Values): OutputFiles {
  return {
    ...(screenshot !== undefined && { screenshot: resolve(screenshot) }),
    ...(capture !== undefined && { capture: resolve(capture) }),
    ...(json !== undefined && { json: resolve(json) }),
  };
}
