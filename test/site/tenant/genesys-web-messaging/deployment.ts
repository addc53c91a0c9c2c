/** A Messenger deployment, and how it departs from a plain one. */
export interface Deployment {
  readonly id: string;
  /** The echo of a message repeats its attributes. Whether the vendor's does is an open question. */
  readonly echoesAttributes?: true;
  /** The first message of each session comes too fast. */
  readonly limitsFirst?: true;
}

const DEPLOYMENTS: readonly Deployment[] = [
  { id: 'd1b20000-0000-4000-8000-000000000001' },
  { id: 'd1b20000-0000-4000-8000-000000000002', echoesAttributes: true },
  { id: 'd1b20000-0000-4000-8000-000000000003', limitsFirst: true },
];

export const findDeployment = (id: string | null): Deployment | undefined =>
  DEPLOYMENTS.find((deployment) => deployment.id === id);

/** What `GET /webdeployments/v1/deployments/{id}/config.json` answers. */
export const deploymentConfiguration = ({ id }: Deployment): object => ({
  id,
  version: '1',
  messenger: { enabled: true, apps: { conversations: { messagingEndpoint: '/v1' } } },
});
