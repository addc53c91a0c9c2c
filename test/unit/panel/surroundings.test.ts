import { describe, expect, it } from 'vitest';
import { fileName } from '../../../src/panel/app/files.ts';
import { layoutFor } from '../../../src/panel/app/use-layout.ts';
import { siteOf } from '../../../src/panel/store/site.ts';

describe('the layout', () => {
  it('is one under the other when docked at the side, side by side when docked below', () => {
    expect(layoutFor(400, 800)).toBe('narrow');
    expect(layoutFor(1200, 300)).toBe('low');
    expect(layoutFor(1200, 850)).toBe('full');
    expect(layoutFor(2000, 300)).toBe('low');
  });
});

describe('the site of a document', () => {
  const of = (url: string) => siteOf({ id: 'a', url, top: true });

  it('is its origin', () => {
    expect(of('https://shop.example:8443/checkout?x=1')).toBe('https://shop.example:8443');
  });

  it('is none where there is no origin of its own', () => {
    expect([of('about:blank'), of('data:text/html,x'), of('not a url'), siteOf(null)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

it('names files by site, time and kind, in letters that every file system takes', () => {
  const now = new Date('2026-11-22T14:03:05Z');
  expect(fileName('https://shop.example:8443', 'report', now)).toBe(
    'shop.example-8443-2026-11-22-140305.report.json',
  );
  expect(fileName(null, 'capture', now)).toBe('page-2026-11-22-140305.capture.json');
});
