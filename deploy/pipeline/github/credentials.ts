import type { PipelineStack } from '../design';
import { PipelineRefusal } from '../refusal';
import { pinned } from './actions';

/** What a job acts as: the role that plans only reads, the one that applies is given to the approved environment. */
export type Purpose = 'PLAN' | 'APPLY';

/** How a job gets short-lived credentials. No value stands in the workflow: variables name identities, clouds trust the token. */
export interface Credentials {
  readonly env: { readonly [name: string]: string };
  readonly steps: object[];
}

type Source = (purpose: Purpose, stack: PipelineStack) => Partial<Credentials>;

const AWS: Source = (purpose, stack) => ({
  steps: [
    {
      uses: pinned('aws-actions/configure-aws-credentials'),
      with: { 'role-to-assume': `\${{ vars.AWS_${purpose}_ROLE }}`, 'aws-region': regionOf(stack) },
    },
  ],
});

/** The provider and the backend exchange GitHub's token themselves. */
const AZURE: Source = (purpose) => ({
  env: {
    ARM_USE_OIDC: 'true',
    ARM_CLIENT_ID: `\${{ vars.AZURE_${purpose}_CLIENT_ID }}`,
    ARM_TENANT_ID: '${{ vars.AZURE_TENANT_ID }}',
    ARM_SUBSCRIPTION_ID: '${{ vars.AZURE_SUBSCRIPTION_ID }}',
  },
});

const GOOGLE: Source = (purpose) => ({
  steps: [
    {
      uses: pinned('google-github-actions/auth'),
      with: {
        workload_identity_provider: '${{ vars.GOOGLE_IDENTITY_PROVIDER }}',
        service_account: `\${{ vars.GOOGLE_${purpose}_ACCOUNT }}`,
      },
    },
  ],
});

const HTTP: Source = () => ({
  env: { TF_HTTP_USERNAME: '${{ vars.TF_HTTP_USERNAME }}', TF_HTTP_PASSWORD: '${{ secrets.TF_HTTP_PASSWORD }}' },
});

const OF_PROVIDER: { readonly [provider: string]: Source } = { aws: AWS, azurerm: AZURE, google: GOOGLE };
const OF_STATE: { readonly [backend: string]: Source } = { s3: AWS, azurerm: AZURE, gcs: GOOGLE, http: HTTP };

/** Providers that ask nobody who they are. */
const WITHOUT = ['null', 'random', 'time', 'tls', 'local', 'terraform'];

/** The credentials of a stack's providers and of its state. */
export function credentialsOf(stack: PipelineStack, purpose: Purpose): Credentials {
  const sources = [OF_STATE[stack.state.kind], ...stack.providers.map((provider) => OF_PROVIDER[provider])];
  const given = [...new Set(sources.filter((source) => source !== undefined))].map((source) => source(purpose, stack));
  return {
    env: Object.assign({}, ...given.map(({ env = {} }) => env)),
    steps: given.flatMap(({ steps = [] }) => steps),
  };
}

/** Providers whose credentials somebody has to add to the workflow's jobs. */
export function withoutCredentials(stacks: PipelineStack[]): string[] {
  const names = stacks.flatMap(({ providers }) => providers);
  return [...new Set(names)].filter((name) => OF_PROVIDER[name] === undefined && !WITHOUT.includes(name)).sort();
}

function regionOf(stack: PipelineStack): string {
  const { region = stack.state.arguments['region'] } = stack;
  if (typeof region === 'string' && /^[a-z0-9-]+$/.test(region)) return region;
  throw new PipelineRefusal(
    `no region is known for ${stack.name}, which needs credentials of AWS`,
    'give its site a region, or its state one',
  );
}
