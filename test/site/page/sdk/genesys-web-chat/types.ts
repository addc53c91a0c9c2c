/** Shapes of our own client for Genesys web chat. Types only. */

export interface MemberInfo {
  readonly displayName: string;
  readonly email: string;
  readonly customFields?: Readonly<Record<string, unknown>>;
}

export interface CreateChat {
  readonly organizationId: string;
  readonly deploymentId: string;
  readonly routingTarget: { readonly targetType: 'QUEUE'; readonly targetAddress: string };
  readonly memberInfo: MemberInfo;
}

export interface CreatedChat {
  readonly id: string;
  readonly jwt: string;
  readonly eventStreamUri: string;
  readonly member: { readonly id: string };
}

/** What the stream tells, as far as the client reads it. */
export interface StreamEvent {
  readonly topicName: string;
  readonly eventBody: { readonly sender?: { readonly id: string }; readonly body?: string };
  readonly metadata?: { readonly type: string };
}
