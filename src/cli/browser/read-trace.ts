import type { Frame } from 'puppeteer-core';

/** What the panel shows, read from its DOM as a person would read it from the screen: all of it text. */
export interface ShownFinding {
  readonly id: string;
  readonly severity: string;
  readonly message: string;
  readonly fix: string;
}

export interface ShownCell {
  readonly stage: string;
  readonly state: string;
  /** The value as the panel writes it; `null` where none was seen. */
  readonly value: string | null;
  readonly path: string | null;
}

export interface ShownAttribute {
  readonly key: string;
  readonly namespace: string;
  readonly verdict: string;
  /** Optional, and never given. */
  readonly idle: boolean;
  readonly cells: readonly ShownCell[];
  readonly findings: readonly ShownFinding[];
}

export interface ShownConversation {
  readonly verdict: string;
  readonly dialect: string;
  readonly attributes: readonly ShownAttribute[];
  /** Of the conversation as a whole. */
  readonly findings: readonly ShownFinding[];
  /** What is to be known of it besides. */
  readonly notes: readonly string[];
}

/** Selects each conversation in the panel's strip in turn, and reads what the panel then shows. */
export async function readConversations(panel: Frame): Promise<readonly ShownConversation[]> {
  const ids = await panel.$$eval('[data-conversation]', (tabs) =>
    tabs.map((tab) => tab.getAttribute('data-conversation') ?? ''),
  );
  const conversations: ShownConversation[] = [];
  for (const id of ids) {
    const selector = `[data-conversation="${id}"]`;
    const selected = `${selector}[aria-selected="true"]`;
    if ((await panel.$(selected)) === null) await panel.locator(selector).click();
    await panel.waitForSelector(selected);
    const { verdict, dialect } = await panel.$eval(selector, (tab) => ({
      verdict: tab.getAttribute('data-verdict') ?? '',
      dialect: tab.getAttribute('data-dialect') ?? '',
    }));
    const findings = await readFindings(panel);
    conversations.push({
      verdict,
      dialect,
      attributes: await readAttributes(panel, findings),
      findings: findings.filter(({ attribute }) => attribute === null).map(({ finding }) => finding),
      notes: await panel.$$eval('[data-conversation-note]', (lines) =>
        lines.map((line) => line.textContent?.trim() ?? ''),
      ),
    });
  }
  return conversations;
}

/** Reads what the panel says about its own blind spots, one line for each kind. */
export const readNotices = (panel: Frame): Promise<readonly string[]> =>
  panel.$$eval('[data-notice] summary', (lines) => lines.map((line) => line.textContent?.trim() ?? ''));

/** Reads the rows of the trace that is shown now. */
async function readAttributes(
  panel: Frame,
  findings: readonly PlacedFinding[],
): Promise<readonly ShownAttribute[]> {
  const rows = await panel.$$eval('[data-attribute][data-verdict]', (elements) =>
    elements.map((row) => ({
      id: row.getAttribute('data-attribute') ?? '',
      key: row.getAttribute('data-key') ?? '',
      namespace: row.getAttribute('data-namespace') ?? '',
      verdict: row.getAttribute('data-verdict') ?? '',
      idle: row.getAttribute('data-idle') === 'true',
      cells: [...row.querySelectorAll('[data-stage][data-state]')].map((cell) => ({
        stage: cell.getAttribute('data-stage') ?? '',
        state: cell.getAttribute('data-state') ?? '',
        value: cell.hasAttribute('data-path') ? (cell.textContent ?? '').trim() : null,
        path: cell.getAttribute('data-path'),
      })),
    })),
  );
  return rows.map(({ id, ...row }) => ({
    ...row,
    findings: findings.filter(({ attribute }) => attribute === id).map(({ finding }) => finding),
  }));
}

interface PlacedFinding {
  /** The row that it stands in, if it stands in one. */
  readonly attribute: string | null;
  readonly finding: ShownFinding;
}

/** Reads the findings that are shown now. */
async function readFindings(panel: Frame): Promise<readonly PlacedFinding[]> {
  return panel.$$eval('[data-finding]', (elements) =>
    elements.map((element) => ({
      attribute: element.closest('[data-attribute]')?.getAttribute('data-attribute') ?? null,
      finding: {
        id: element.getAttribute('data-finding') ?? '',
        severity: element.getAttribute('data-severity') ?? '',
        message: element.querySelector('[data-finding-message]')?.textContent?.trim() ?? '',
        fix:
          element
            .querySelector('[data-finding-fix]')
            ?.textContent?.trim()
            .replace(/^Fix\s+/, '') ?? '',
      },
    })),
  );
}
