import { proveScenarios } from './prove.ts';

proveScenarios('cxone-digital');
