import { expect, it } from 'vitest';
import { buildEnvironment } from '../../../src/cli/build-extension.ts';

it('builds for tests what is shipped, whatever the runner of the tests calls its environment', () => {
  expect(buildEnvironment({ NODE_ENV: 'test', PATH: '/bin' })).toEqual({
    NODE_ENV: 'production',
    PATH: '/bin',
  });
});
