import { proveScenarios } from './prove.ts';

proveScenarios('acme-gateway');
