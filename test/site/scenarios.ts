import { ACME_GATEWAY } from './scenarios/acme-gateway.ts';
import { CXONE_DIGITAL } from './scenarios/cxone-digital.ts';
import { CXONE_WEB_MESSAGING } from './scenarios/cxone-web-messaging.ts';
import { GENESYS_WEB_CHAT } from './scenarios/genesys-web-chat.ts';
import { GENESYS_WEB_MESSAGING } from './scenarios/genesys-web-messaging.ts';
import type { OfDialect, Scenario } from './scenarios/scenario.ts';

export type { Scenario } from './scenarios/scenario.ts';

const of = (dialect: string, mapping: string, scenarios: readonly OfDialect[]): readonly Scenario[] =>
  scenarios.map((scenario) => ({ ...scenario, dialect, mapping }));

/** Every scenario of the demo page, in the order in which it shows them. */
export const SCENARIOS: readonly Scenario[] = [
  ...of('cxone-web-messaging', 'demo.mapping.json', CXONE_WEB_MESSAGING),
  ...of('cxone-digital', 'cxone-digital.mapping.json', CXONE_DIGITAL),
  ...of('genesys-web-messaging', 'genesys-web-messaging.mapping.json', GENESYS_WEB_MESSAGING),
  ...of('genesys-web-chat', 'genesys-web-chat.mapping.json', GENESYS_WEB_CHAT),
  ...of('acme-gateway', 'acme-gateway.mapping.json', ACME_GATEWAY),
];
