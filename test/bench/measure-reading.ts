import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { build } from 'vite';
import { createTemporaryFolder } from '../../src/cli/temporary-folder.ts';
import type * as Engine from './engine.ts';
import { longCaptureFile } from './long-capture.ts';
import type { Row } from './row.ts';
import { inTurns, median, medianRatio } from './samples.ts';

const EVENTS = 100_000;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/**
 * From the text of a capture file to the verdicts, against `JSON.parse` of the same text: parsing what may come from
 * anybody, reading every frame, judging every conversation.
 */
export async function measureReading(): Promise<readonly Row[]> {
  const folder = createTemporaryFolder('bench');
  const { readAndJudge } = await buildEngine(folder.path);
  folder.remove();
  const text = longCaptureFile(EVENTS);
  const rounds = await inTurns(
    { without: () => timed(() => JSON.parse(text)), with: () => timed(() => readAndJudge(text)) },
    { warmUp: 3, rounds: 15 },
  );
  return [
    { name: 'reading and judging 100,000 events', value: medianRatio(rounds), unit: 'ratio', limit: 2 },
    {
      name: `  JSON.parse of the same ${Math.round(text.length / 1e6)} MB`,
      value: median(rounds.map(({ without }) => without)),
      unit: 'ms',
      limit: null,
    },
  ];
}

/**
 * The engine as it is shipped. What runs the sources of this bench names each function anew whenever it is made, which
 * no build does.
 */
async function buildEngine(folder: string): Promise<typeof Engine> {
  const entryFileNames = 'engine.mjs';
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('engine.ts', import.meta.url)),
      outDir: folder,
      rollupOptions: { output: { entryFileNames } },
    },
  });
  return import(pathToFileURL(join(folder, entryFileNames)).href);
}

/** @returns milliseconds, without the rubbish of what was measured before */
function timed(run: () => unknown): number {
  collectGarbage();
  const start = performance.now();
  run();
  return performance.now() - start;
}
