import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where DevTools stands. Undocked, it is a window of its own and fills it. */
export type Dock = 'undocked' | 'bottom' | 'right';
export type Theme = 'light' | 'dark';

export interface ProfileOptions {
  readonly dock: Dock;
  readonly theme: Theme;
}

/**
 * Makes a browser profile in a folder of its own, in which DevTools already stands where it should and wears the
 * theme that it should.
 *
 * @returns the folder, and `remove`, which takes it away again
 */
export function createProfile({ dock, theme }: ProfileOptions): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'cxone-payload-profile-'));
  mkdirSync(join(folder, 'Default'));
  // DevTools keeps its settings as JSON text inside the profile's JSON.
  const settings = { currentDockState: JSON.stringify(dock) };
  const synced = { 'ui-theme': JSON.stringify(theme === 'dark' ? 'dark' : 'default') };
  writeFileSync(
    join(folder, 'Default', 'Preferences'),
    JSON.stringify({
      // Lets an unpacked extension reload itself.
      extensions: { ui: { developer_mode: true } },
      devtools: { preferences: settings, synced_preferences_sync_disabled: synced },
    }),
  );
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
