import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Command, readCommand } from '../../../src/cli/options.ts';
import { UsageError } from '../../../src/cli/usage-error.ts';

const withDisplay = (...args: string[]): Command => readCommand(args, true);
const withoutDisplay = (...args: string[]): Command => readCommand(args, false);

describe('a window', () => {
  test('opens on the demo page by default', () => {
    expect(withDisplay()).toEqual({ kind: 'open', url: null, mapping: null });
  });

  test('opens on a page of one’s own, with a mapping from where one stands', () => {
    expect(withDisplay('--url', 'https://shop.test/', '--mapping', 'my.mapping.json')).toEqual({
      kind: 'open',
      url: 'https://shop.test/',
      mapping: resolve('my.mapping.json'),
    });
  });

  test('becomes a headless run where there is no display', () => {
    expect(withoutDisplay()).toEqual({ kind: 'all-scenarios', mapping: null });
    expect(withoutDisplay('--url', 'https://shop.test/')).toMatchObject({ kind: 'page', seconds: 10 });
  });
});

describe('a headless run', () => {
  test('runs every scenario unless one is named', () => {
    expect(withDisplay('--headless')).toEqual({ kind: 'all-scenarios', mapping: null });
    expect(withDisplay('--headless', '--scenario', 'all')).toEqual({ kind: 'all-scenarios', mapping: null });
  });

  test('writes the files that were asked for, and no others', () => {
    expect(withDisplay('--headless', '--scenario', 'late-put', '--json', 'r.json')).toEqual({
      kind: 'scenario',
      id: 'late-put',
      mapping: null,
      files: { json: resolve('r.json') },
    });
  });

  test('watches a page for as long as was said', () => {
    expect(withDisplay('--headless', '--url', 'http://localhost:1/', '--seconds', '2.5')).toMatchObject({
      kind: 'page',
      seconds: 2.5,
    });
  });
});

describe('help comes before everything else', () => {
  test.each(['--help', '-h'])('%s', (flag) => {
    expect(withDisplay(flag, '--seconds', 'x')).toEqual({ kind: 'help' });
  });
});

describe('what does not fit is refused in one sentence that names it', () => {
  test.each<[string, string[], RegExp]>([
    ['an unknown option', ['--colour', 'red'], /'--colour'/],
    ['a word that is no option', ['demo'], /'demo'/],
    ['an option without its value', ['--url'], /--url/],
    ['an address without a scheme', ['--url', 'shop.test'], /"shop\.test"/],
    ['an address that is no web page', ['--url', 'file:///etc/passwd'], /file:/],
    ['a scenario on a page of one’s own', ['--url', 'http://a.test', '--scenario', 'late-put'], /--scenario/],
    ['a time for a scenario', ['--headless', '--seconds', '3'], /--seconds/],
    ['a time that is no number', ['--headless', '--url', 'http://a.test', '--seconds', 'soon'], /"soon"/],
    ['no time at all', ['--headless', '--url', 'http://a.test', '--seconds', '0'], /"0"/],
    ['files of all scenarios at once', ['--headless', '--json', 'r.json'], /--scenario <id>/],
    ['a scenario in a window', ['--scenario', 'late-put'], /--headless/],
    ['a picture of a window', ['--screenshot', 'p.png'], /--headless/],
  ])('%s', (_, args, sentence) => {
    expect(() => withDisplay(...args)).toThrow(UsageError);
    expect(() => withDisplay(...args)).toThrow(sentence);
    expect(() => withDisplay(...args)).toThrow(/^[^\n]+\.$/);
  });
});
