/** What `npm start -- --help` prints. */
export const HELP = `Shows what a page gives to its contact-centre chat beside the mapping that it should match.

In a window
  npm start                                   the demo page, with DevTools open on the panel
  npm start -- --url <address>                a page of yours
      --mapping <file>                        the mapping to judge it by

Without a window
  npm start -- --headless                     every scenario of the demo page, as a table
      --scenario <id>                         one scenario, attribute by attribute ("all" is every one)
  npm start -- --headless --url <address>     a page of yours
      --mapping <file>                        the mapping to judge it by
      --seconds <n>                           how long to watch the page (10)

Files of a run without a window
      --screenshot <file.png>                 the panel, as a picture
      --capture <file.capture.json>           what was observed; the panel can import it
      --json <file.json>                      the verdicts and findings; public/report.schema.json says its form

The browser is the one that CHROME_PATH names, or else Chrome for Testing, Chromium, Chrome or Edge where they usually
are. Exit codes: 0 it ran (whatever the verdicts), 1 it failed on the way, 2 it could not start, and one sentence says why.
`;
