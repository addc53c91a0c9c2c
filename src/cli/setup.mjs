/**
 * The first step of every command: `node src/cli/setup.mjs [--firefox] <entry.ts> [arguments]`. It makes a fresh
 * machine ready (packages, a browser, and with `--firefox` that one too, if it can), then runs the entry in this very
 * process. It runs before anything is installed, so it is plain JavaScript and depends on nothing. All it says goes to
 * stderr: stdout belongs to the command.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findBrowser, missingBrowser } from './browser/find-browser.mjs';
import { findFirefox, missingFirefox } from './browser/find-firefox.mjs';
import { npm } from './npm.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Not ready, and a person has to do something: the exit code for that is 2. @type {(sentence: string) => never} */
const giveUp = (sentence) => {
  console.error(sentence);
  process.exit(2);
};

const wantsFirefox = process.argv[2] === '--firefox';
const [entry, ...args] = process.argv.slice(wantsFirefox ? 3 : 2);
if (entry === undefined) giveUp('Usage: node src/cli/setup.mjs [--firefox] <entry.ts> [arguments]');

requireNode();
installPackages();
if (!args.includes('--help') && !args.includes('-h')) requireBrowser();
if (wantsFirefox) seekFirefox();
await run(resolve(ROOT, entry));

function requireNode() {
  /** @type {{ engines: { node: string } }} */
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const wanted = engines.node.replace(/^>=/, '');
  const older = process.versions.node.localeCompare(wanted, 'en', { numeric: true }) < 0;
  if (older) giveUp(`This needs Node.js ${wanted} or newer, and this is ${process.versions.node}.`);
}

function installPackages() {
  // npm writes this file when it has finished.
  const installed = modified(join(ROOT, 'node_modules', '.package-lock.json'));
  if (installed >= modified(join(ROOT, 'package-lock.json'))) return;
  const folder = join(ROOT, 'node_modules');
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    giveUp(`${folder} is a link to packages that are older than package-lock.json. npm ci would empty what it leads to:
run npm ci there, or remove the link.`);
  }
  console.error('Installing packages (npm ci) …');
  const code = npm(['ci', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (code !== 0) giveUp('npm ci failed: what it wrote above says why.');
}

/** @param {string} path */
function modified(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function requireBrowser() {
  if (findBrowser() === null && !process.env.CHROME_PATH && canInstall()) install('chromium');
  if (findBrowser() === null) giveUp(missingBrowser());
}

/** Its tests are skipped without it. */
function seekFirefox() {
  // Ubuntu and its kin have no such package, but a snap, which cannot be driven.
  const hasPackage = canInstall() && !/^ID(_LIKE)?=.*\bubuntu\b/m.test(osRelease());
  if (findFirefox() === null && !process.env.FIREFOX_PATH && hasPackage) install('firefox-esr');
  if (findFirefox() === null) console.error(`${missingFirefox()} Its tests are skipped.`);
}

/** Whether this is root on Debian, Ubuntu or one of their kin. */
function canInstall() {
  return process.getuid?.() === 0 && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(osRelease());
}

function osRelease() {
  return existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
}

/** @param {string} name of a package */
function install(name) {
  console.error(`Installing the ${name} package (apt-get install -y ${name}) …`);
  apt('update');
  apt('install', '-y', name);
}

/** @param {string[]} args */
function apt(...args) {
  spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', process.stderr, process.stderr],
  });
}

/**
 * Runs a TypeScript file here, as if it had been called itself.
 *
 * @param {string} file
 */
async function run(file) {
  const { register } = await import('tsx/esm/api');
  register();
  // npm runs scripts in the project's folder; paths on the command line are meant from where the person stands.
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  process.argv.splice(1, Number.POSITIVE_INFINITY, file, ...args);
  await import(pathToFileURL(file).href);
}
