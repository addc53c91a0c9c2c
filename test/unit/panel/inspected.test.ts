import { afterEach, describe, expect, it, vi } from 'vitest';
import { documentUrls, evaluate } from '../../../src/panel/link/inspected.ts';

afterEach(() => vi.unstubAllGlobals());

const stubInspected = (inspectedWindow: object): void => {
  vi.stubGlobal('chrome', { devtools: { inspectedWindow } });
};

describe('what the inspected page is asked', () => {
  it('is answered', async () => {
    stubInspected({ eval: (code: string, done: (value: unknown) => void) => done(`${code}!`) });
    expect(await evaluate('1')).toBe('1!');
  });

  it('has no answer where the browser refuses how it is asked, as Firefox does for frames', async () => {
    stubInspected({
      eval: () => {
        throw new TypeError('Property "frameURL" is unsupported by Firefox');
      },
    });
    expect(await evaluate('1', 'https://widget.example/')).toBe(null);
  });

  it('has no answer where the browser cannot be asked', async () => {
    stubInspected({});
    expect(await documentUrls()).toBe(null);
  });
});
