import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTemporaryFolder } from '../../../src/cli/temporary-folder.ts';

export interface RunningFirefox {
  /** Where it can be driven: the address of a WebSocket. */
  readonly address: string;
  /** Waits for its end, which whoever drives it has asked for, and removes its profile. */
  readonly ended: () => Promise<void>;
  /** Ends it at once. */
  readonly kill: () => void;
}

/** A Firefox that asks nobody on the network anything by itself, and has DevTools below the page. */
const SETTINGS = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'devtools.toolbox.footer.height': 420,
  'devtools.toolbox.host': 'bottom',
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

const ADDRESS = /WebDriver BiDi listening on (ws:\S+)/;
const START_MS = 30_000;
const END_MS = 10_000;

/**
 * Starts Firefox without a window, in a fresh profile.
 *
 * @param program its program file
 * @throws when it ends, or does not say where it can be driven
 */
export async function launchFirefox(program: string): Promise<RunningFirefox> {
  const profile = createTemporaryFolder('firefox');
  const settings = Object.entries(SETTINGS).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile.path, 'user.js'), settings.join('\n'));
  const browser = spawn(
    program,
    [
      ...['--profile', profile.path, '--no-remote', '--headless'],
      // The toolbox is part of Firefox's own window, which may be driven only when that is asked for.
      ...['--remote-debugging-port', '0', '--remote-allow-system-access', 'about:blank'],
    ],
    {
      // Firefox refuses to run as root in the home folder of another user, as containers have it.
      env: { ...process.env, HOME: profile.path, MOZ_HEADLESS_WIDTH: '1300', MOZ_HEADLESS_HEIGHT: '900' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const kill = (): void => {
    browser.kill('SIGKILL');
  };
  process.once('exit', kill);
  const exit = once(browser, 'exit');
  const ended = async (): Promise<void> => {
    const timer = setTimeout(kill, END_MS);
    await exit;
    clearTimeout(timer);
    process.off('exit', kill);
    profile.remove();
  };

  let said = '';
  const address = new Promise<string>((resolve, reject) => {
    browser.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = ADDRESS.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    const fail = (): void => reject(new Error(`${program} did not start. It said:\n${said}`));
    exit.then(fail, reject);
    AbortSignal.timeout(START_MS).addEventListener('abort', fail);
  });
  try {
    return { address: await address, ended, kill };
  } catch (error) {
    kill();
    await Promise.allSettled([exit]);
    profile.remove();
    throw error;
  }
}
