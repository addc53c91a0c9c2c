/** The custom fields that this brand's administrator has defined, in the form in which the channel configuration tells them. */

export interface FieldOption {
  /** The id that a page must send. */
  readonly name: string;
  /** What a person reads. */
  readonly value: string;
  /** The id of the option above it, in a tree. */
  readonly parentId?: string;
}

export interface FieldDefinition {
  readonly ident: string;
  readonly label: string;
  readonly type: 'text' | 'list' | 'tree';
  readonly required: boolean;
  readonly values: readonly FieldOption[];
  readonly liveChatVisibility: 'hidden' | 'visible';
  readonly postDetailVisibility?: 'hidden' | 'visible';
  readonly isEditable?: boolean;
}

const onCase = { required: false, postDetailVisibility: 'visible', isEditable: true } as const;
const hidden = { liveChatVisibility: 'hidden' } as const;

const TOPIC: FieldDefinition = {
  ident: 'topic',
  label: 'Topic',
  type: 'tree',
  values: [
    { name: 'c7007a44-0000-4000-8000-000000000001', value: 'Billing' },
    {
      name: '37d6457c-0000-4000-8000-000000000002',
      value: 'Invoice',
      parentId: 'c7007a44-0000-4000-8000-000000000001',
    },
    { name: '5b1e0c52-0000-4000-8000-000000000003', value: 'Delivery' },
  ],
  liveChatVisibility: 'visible',
  ...onCase,
};

/** Fields of a case, which pages call a contact. */
export const CASE_FIELDS: readonly FieldDefinition[] = [
  { ident: 'crm_customer_id', label: 'CRM id', type: 'text', values: [], ...hidden, ...onCase },
  { ident: 'order_id', label: 'Order', type: 'text', values: [], ...hidden, ...onCase },
  {
    ident: 'churn_risk',
    label: 'Churn risk',
    type: 'text',
    values: [],
    ...hidden,
    ...onCase,
    postDetailVisibility: 'hidden',
  },
  TOPIC,
];

/** Fields of a customer card, which outlives the case. */
export const CUSTOMER_FIELDS: readonly FieldDefinition[] = [
  {
    ident: 'customer_tier',
    label: 'Tier',
    type: 'list',
    required: false,
    values: [
      { name: '0f4b7d0e-5a51-4e0d-9a53-0c1f2f7a1a01', value: 'Gold' },
      { name: '0f4b7d0e-5a51-4e0d-9a53-0c1f2f7a1a02', value: 'Basic' },
    ],
    ...hidden,
  },
];

/** The survey that a visitor fills in before his first message, on the channels that have one. */
export const SURVEY = {
  id: 'pf1',
  name: 'Survey',
  customFields: [{ isRequired: true, definition: TOPIC }],
};
