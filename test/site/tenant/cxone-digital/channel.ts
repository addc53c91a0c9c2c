import { CASE_FIELDS, CUSTOMER_FIELDS, SURVEY } from './definitions.ts';

export const BRAND_ID = 1234;

/** A chat channel of the brand, and how it departs from a plain one. */
export interface Channel {
  readonly id: string;
  /** Visitors fill in a survey first. */
  readonly survey?: true;
  /** The first message on each socket is answered with an error. */
  readonly failsFirst?: true;
  /** What is recovered is left at an address, as large events are, and only the address is sent. */
  readonly offloads?: true;
  /** Whoever is authorized gets an id of the gateway's own making. */
  readonly renames?: true;
}

const CHANNELS: readonly Channel[] = [
  { id: 'chat_11111111-2222-3333-4444-555555555555' },
  { id: 'chat_22222222-2222-3333-4444-555555555555', survey: true },
  { id: 'chat_33333333-2222-3333-4444-555555555555', failsFirst: true },
  { id: 'chat_44444444-2222-3333-4444-555555555555', offloads: true },
  { id: 'chat_55555555-2222-3333-4444-555555555555', renames: true },
];

/** The channel with these ids, as they stand in a URL. */
export function findChannel(brandId: string | null, channelId: string | null): Channel | undefined {
  if (brandId !== String(BRAND_ID)) return undefined;
  return CHANNELS.find(({ id }) => id === channelId);
}

/** What `GET /chat/1.0/brand/{brandId}/channel/{channelId}` answers, as far as custom fields go. */
export function channelConfiguration({ survey }: Channel): object {
  return {
    caseCustomFields: CASE_FIELDS,
    endUserCustomFields: CUSTOMER_FIELDS,
    preContactForm: survey ? SURVEY : null,
  };
}
