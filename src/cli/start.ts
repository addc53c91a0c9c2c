/** `npm start`: shows the panel in a browser, with or without a window. */
import { openWindow } from './commands/open-window.ts';
import { runAllScenarios, runScenario } from './commands/run-scenario.ts';
import { watchPage } from './commands/watch-page.ts';
import { hasDisplay } from './display.ts';
import { HELP } from './help.ts';
import { type Command, readCommand } from './options.ts';
import { UsageError } from './usage-error.ts';

async function run(command: Command): Promise<void> {
  switch (command.kind) {
    case 'help':
      process.stdout.write(HELP);
      return;
    case 'open':
      return openWindow(command.url, command.mapping);
    case 'scenario':
      return runScenario(command.id, command.mapping, command.files);
    case 'all-scenarios':
      return runAllScenarios(command.mapping);
    case 'page':
      return watchPage(command);
  }
}

try {
  const args = process.argv.slice(2);
  const canShow = hasDisplay(process.env, process.platform);
  const command = readCommand(args, canShow);
  if (!canShow && !args.includes('--headless') && command.kind !== 'help') {
    console.error('There is no display here, so this runs without a window.');
  }
  await run(command);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
