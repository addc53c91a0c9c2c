import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTemporaryFolder, type TemporaryFolder } from '../temporary-folder.ts';

/** Where DevTools stands. Undocked, it is a window of its own and fills it. */
export type Dock = 'undocked' | 'bottom' | 'right';
export type Theme = 'light' | 'dark';

/** Of DevTools docked below: enough for the panel's four parts side by side, and half of the page stays in view. */
const DOCKED_HEIGHT = 440;

/** Makes a browser profile in which DevTools already stands where it should, and wears the theme that it should. */
export function createProfile({
  dock,
  theme,
}: {
  readonly dock: Dock;
  readonly theme: Theme;
}): TemporaryFolder {
  const profile = createTemporaryFolder('profile');
  mkdirSync(join(profile.path, 'Default'));
  writeFileSync(
    join(profile.path, 'Default', 'Preferences'),
    JSON.stringify({
      // Lets an unpacked extension reload itself.
      extensions: { ui: { developer_mode: true } },
      // DevTools keeps its settings as JSON text inside the profile's JSON.
      devtools: {
        preferences: {
          currentDockState: JSON.stringify(dock),
          'inspector-view.split-view-state': JSON.stringify({ horizontal: { size: DOCKED_HEIGHT } }),
        },
        synced_preferences_sync_disabled: {
          'ui-theme': JSON.stringify(theme === 'dark' ? 'dark' : 'default'),
        },
      },
    }),
  );
  return profile;
}
