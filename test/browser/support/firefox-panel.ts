import { readFileSync } from 'node:fs';
import type { FirefoxPanel } from './firefox-toolbox.ts';

/** What the panel shows, read from its DOM. */
export interface ShownInFirefox {
  /** Of the conversations, in the order of the strip. */
  readonly verdicts: readonly (string | null)[];
  /** The ids of what was found in the selected conversation. */
  readonly findings: readonly (string | null)[];
  /** Of each attribute that has a part in the selected conversation, its state at every stage. */
  readonly trace: Readonly<Record<string, string>>;
  /** How many conversations are over. */
  readonly ended: number;
  /** What it says of its blind spots: how often, by kind. */
  readonly notices: Readonly<Record<string, number>>;
  /** The addresses of the sockets that no hook saw. */
  readonly unhooked: readonly (string | null)[];
  readonly events: number;
  readonly lost: number;
}

export const readFirefoxPanel = (panel: FirefoxPanel): Promise<ShownInFirefox> =>
  panel.read((document) => {
    const all = (selector: string, root: ParentNode = document) => [...root.querySelectorAll(selector)];
    const rows = all('[data-attribute][data-idle="false"]').map((row) => [
      row.getAttribute('data-key') ?? '',
      all('[data-stage]', row)
        .map((cell) => cell.getAttribute('data-state'))
        .join(' '),
    ]);
    return {
      verdicts: all('[data-conversation]').map((tab) => tab.getAttribute('data-verdict')),
      findings: all('[data-finding]').map((finding) => finding.getAttribute('data-finding')),
      trace: Object.fromEntries(rows),
      ended: all('[data-conversation][title*="Ended"]').length,
      notices: Object.fromEntries(
        all('[data-notice]').map((notice) => [
          notice.getAttribute('data-notice') ?? '',
          Number(notice.getAttribute('data-count')),
        ]),
      ),
      unhooked: all('[data-notice="wire-url"] code').map(({ textContent }) => textContent),
      events: Number(document.querySelector('[data-events]')?.getAttribute('data-events')),
      lost: Number(document.querySelector('[data-lost]')?.getAttribute('data-lost')),
    };
  });

/** Gives the panel a mapping file, through the file input that a person would use. */
export const importMappingInFirefox = (panel: FirefoxPanel, file: string): Promise<void> =>
  panel.read(
    (document, text) => {
      const input = document.querySelector<HTMLInputElement>('input[data-import="mapping"]');
      const window = document.defaultView;
      if (input === null || window === null) throw new Error('The panel has no input for a mapping file.');
      const chosen = new window.DataTransfer();
      chosen.items.add(new window.File([text], 'chosen.mapping.json'));
      input.files = chosen.files;
      input.dispatchEvent(new window.Event('change', { bubbles: true }));
    },
    readFileSync(file, 'utf8'),
  );
