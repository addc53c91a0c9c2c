import { proveScenarios } from './prove.ts';

proveScenarios('genesys-web-messaging');
