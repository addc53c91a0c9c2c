import { fileURLToPath } from 'node:url';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { type MinifyOptions, minify } from 'terser';
import { defineConfig, type Plugin } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

const entry = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * One manifest for all browsers. What only Firefox needs is left out for the others: Chromium's panels have `tabs`, and
 * would get a service worker for nothing.
 */
const { background, browser_specific_settings: settings, ...chromium } = manifest;

const firefox: ManifestV3Export = {
  ...chromium,
  background,
  // Said again, since a list in a JSON file has no type but `string[]`.
  browser_specific_settings: {
    gecko: { ...settings.gecko, data_collection_permissions: { required: ['none'] } },
  },
};

/** Descriptions are for people and their editors: the copies of the schemas that the panel carries go without. */
const leanSchemas: Plugin = {
  name: 'lean-schemas',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('.schema.json')) return null;
    const keep = (key: string, value: unknown): unknown =>
      key === 'description' && typeof value === 'string' ? undefined : value;
    return { code: JSON.stringify(JSON.parse(code, keep)), map: null };
  },
};

/** The interfaces of the browser that `src/panel/link` uses. */
const USED_INTERFACES = ['devtools', 'runtime', 'storage', 'tabs'];

/** The polyfill carries a table of every extension interface there is; the panel needs four of them. */
const leanPolyfill: Plugin = {
  name: 'lean-polyfill',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('browser-polyfill.js')) return null;
    const table = /(?<=const apiMetadata = )\{.*?\n {6}\}(?=;)/s.exec(code);
    if (!table)
      throw new Error(
        'webextension-polyfill has no table of interfaces where it had one: see vite.config.ts',
      );
    const all: unknown = JSON.parse(table[0]);
    const used = Object.entries(all ?? {}).filter(([name]) => USED_INTERFACES.includes(name));
    return { code: code.replace(table[0], JSON.stringify(Object.fromEntries(used))), map: null };
  },
};

/**
 * The examples of the checks are for tests and readers. They end each file; left to itself, the bundler keeps those that
 * spread a list, since an iterator could have side effects.
 */
const leanChecks: Plugin = {
  name: 'lean-checks',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('/core/checks/rules/')) return null;
    const at = code.indexOf('export const examples: Examples = {');
    if (at < 0) throw new Error(`${id} has no examples where they are left out: see vite.config.ts`);
    return { code: code.slice(0, at), map: null };
  },
};

/** Vite's loader of later parts fetches their styles as well. Here all styles are in one file, and a part is an `import()`. */
const leanLoader: Plugin = {
  name: 'lean-loader',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null),
};

/**
 * Minifies a second time what every page pays for, and what opens the panel: what the bundler makes still has up to four in a
 * hundred to spare.
 */
const leanScripts: Plugin = {
  name: 'lean-scripts',
  enforce: 'post',
  apply: 'build',
  generateBundle: {
    order: 'post',
    async handler(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && file.name === 'panel') {
          file.code = await minifyAgain(file.fileName, file.code, {
            ecma: 2020,
            module: true,
            compress: { passes: 3 },
          });
        } else if (file.type === 'asset' && file.fileName.endsWith('.iife.js')) {
          // None of their functions is made with `new`; one that asks for `this` stays what it is.
          const compress = { passes: 3, unsafe_arrows: true };
          file.source = await minifyAgain(file.fileName, String(file.source), { ecma: 2020, compress });
        }
      }
    },
  },
};

async function minifyAgain(name: string, source: string, options: MinifyOptions): Promise<string> {
  const { code } = await minify(source, options);
  if (code === undefined) throw new Error(`${name} could not be minified.`);
  return code;
}

interface ModuleGraph {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/**
 * Puts all that the panel needs to open into one chunk. Left to itself, the bundler takes out what later parts share with
 * it, which is loaded all the same, and compresses worse by itself.
 */
function openingChunk(): (id: string, graph: ModuleGraph) => string | null {
  const known = new Map<string, boolean>();
  const opens = (id: string, graph: ModuleGraph): boolean => {
    const answer = known.get(id);
    if (answer !== undefined) return answer;
    known.set(id, false);
    const importers = graph.getModuleInfo(id)?.importers ?? [];
    const result =
      id.endsWith('/src/panel/panel.html') || importers.some((importer) => opens(importer, graph));
    known.set(id, result);
    return result;
  };
  return (id, graph) => (opens(id, graph) ? 'panel' : null);
}

export default defineConfig(({ mode }) => ({
  plugins: [
    leanSchemas,
    leanPolyfill,
    leanChecks,
    leanLoader,
    preact(),
    mode === 'firefox' ? crx({ manifest: firefox, browser: 'firefox' }) : crx({ manifest: chromium }),
    leanScripts,
  ],
  build: {
    target: 'es2022',
    // Every browser that can load the extension knows module preloading.
    modulePreload: false,
    cssCodeSplit: false,
    outDir: mode === 'firefox' ? 'dist-firefox' : 'dist',
    // No manifest key names the panel: the devtools page creates it by URL.
    rollupOptions: {
      input: { panel: entry('src/panel/panel.html') },
      // Firefox's background page imports some of it as well, and must not get the panel with it.
      output: mode === 'firefox' ? {} : { codeSplitting: { groups: [{ name: openingChunk() }] } },
    },
  },
}));
