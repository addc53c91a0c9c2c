/** `npm run icons`: draws the PNG icons from the SVG one. */
import { readFileSync, writeFileSync } from 'node:fs';
import { launch } from '../../src/cli/browser/launch.ts';

const ICONS = new URL('../../public/icons/', import.meta.url);
const SIZES = [16, 32, 48, 128];

const svg = readFileSync(new URL('icon.svg', ICONS), 'utf8');
const { page, close } = await launch({ extension: null });
try {
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
    );
    writeFileSync(new URL(`${size}.png`, ICONS), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await close();
}
