import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { build } from 'vite';
import { launch } from '../../src/cli/browser/launch.ts';
import { createTemporaryFolder } from '../../src/cli/temporary-folder.ts';
import type * as Engine from './engine.ts';
import { MEASURING_HEAP } from './heap.ts';
import { longCaptureFile } from './long-capture.ts';
import type { Row } from './row.ts';
import { inTurns, median, medianRatio } from './samples.ts';

const EVENTS = 100_000;
const TURNS = { warmUp: 3, rounds: 15 };

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/**
 * From the text of a capture file to the verdicts, against `JSON.parse` of the same text: parsing what may come from
 * anybody, reading every frame, judging every conversation. In the browser, where a person waits for it, and in Node.js, where
 * a build does.
 */
export async function measureReading(): Promise<readonly Row[]> {
  const text = longCaptureFile(EVENTS);
  const folder = createTemporaryFolder('bench');
  try {
    const engine = await buildEngine(folder.path);
    const inBrowser = await readInBrowser(engine, text);
    const inNode = await readInNode(engine, text);
    return [
      {
        name: 'reading and judging 100,000 events',
        value: medianRatio(inBrowser),
        unit: 'ratio',
        limit: 2,
      },
      {
        name: `  JSON.parse of the same ${Math.round(text.length / 1e6)} MB`,
        value: median(inBrowser.map(({ without }) => without)),
        unit: 'ms',
        limit: null,
      },
      {
        name: `  in Node.js ${process.versions.node}`,
        value: medianRatio(inNode),
        unit: 'ratio',
        limit: null,
      },
    ];
  } finally {
    folder.remove();
  }
}

/**
 * The engine as it is shipped. What runs the sources of this bench names each function anew whenever it is made, which
 * no build does.
 * @returns the file
 */
async function buildEngine(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL('engine.ts', import.meta.url)),
        formats: ['es'],
        fileName: () => 'engine.mjs',
      },
      outDir: folder,
    },
  });
  return join(folder, 'engine.mjs');
}

type Rounds = readonly { readonly without: number; readonly with: number }[];

declare global {
  var benchReads: { without(): number; with(): number } | undefined;
}

async function readInBrowser(engine: string, text: string): Promise<Rounds> {
  const { page, close } = await launch({ extension: null, args: MEASURING_HEAP });
  try {
    await page.evaluate(prepareReading, readFileSync(engine, 'utf8'), text);
    return await inTurns(
      {
        without: () => page.evaluate(() => globalThis.benchReads?.without() ?? 0),
        with: () => page.evaluate(() => globalThis.benchReads?.with() ?? 0),
      },
      TURNS,
    );
  } finally {
    await close();
  }
}

/** Runs in a page. */
async function prepareReading(code: string, text: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const { readAndJudge }: typeof Engine = await import(url);
  const collect: unknown = Reflect.get(globalThis, 'gc');
  if (typeof collect !== 'function') throw new Error('The browser does not collect its garbage.');
  globalThis.benchReads = {
    without() {
      collect();
      const start = performance.now();
      JSON.parse(text);
      return performance.now() - start;
    },
    with() {
      collect();
      const start = performance.now();
      readAndJudge(text);
      return performance.now() - start;
    },
  };
}

async function readInNode(engine: string, text: string): Promise<Rounds> {
  const { readAndJudge }: typeof Engine = await import(pathToFileURL(engine).href);
  return inTurns(
    { without: () => timed(() => JSON.parse(text)), with: () => timed(() => readAndJudge(text)) },
    TURNS,
  );
}

/** @returns milliseconds, without the rubbish of what was measured before */
function timed(run: () => unknown): number {
  collectGarbage();
  const start = performance.now();
  run();
  return performance.now() - start;
}
