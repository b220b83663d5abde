import {
  AzurermBackend,
  GcsBackend,
  HttpBackend,
  LocalBackend,
  NamedRemoteWorkspace,
  RemoteBackend,
  S3Backend,
} from 'cdktf';
import type { Construct } from 'constructs';
import type { StateDocument } from '../blueprints/language/document';

export interface BackendOptions {
  readonly design: string;
  readonly state?: StateDocument;
}

/**
 * One backend for all stacks, one state a stack. Credentials never stand here: each backend reads them from its own
 * environment. `state` has passed the language's rules, so what its backend needs is there.
 */
export function configureBackend(scope: Construct, stack: string, options: BackendOptions): void {
  const state = options.state ?? { backend: 'local' };
  const key = `${state.prefix ?? options.design}/${stack}.tfstate`;
  switch (state.backend) {
    case 'local':
      // Relative to the stack's folder, and outside the output folder, which each synth replaces. The CDK would write an
      // absolute path, different on each machine.
      new LocalBackend(scope, { path: `../../../terraform.${stack}.tfstate` });
      return;
    case 's3': {
      const backend = new S3Backend(scope, {
        bucket: state.bucket!,
        region: state.region!,
        key,
        encrypt: true,
        kmsKeyId: state.kmsKey,
      });
      // Locking by conditional write; younger than the CDK's own list of arguments.
      backend.addOverride('use_lockfile', true);
      return;
    }
    case 'azurerm':
      new AzurermBackend(scope, {
        resourceGroupName: state.resourceGroup,
        storageAccountName: state.storageAccount!,
        containerName: state.container!,
        key,
        useAzureadAuth: true,
      });
      return;
    case 'gcs':
      new GcsBackend(scope, { bucket: state.bucket!, prefix: `${state.prefix ?? options.design}/${stack}` });
      return;
    case 'http': {
      const address = `${state.address!.replace(/\/+$/, '')}/${stack}`;
      new HttpBackend(scope, { address, lockAddress: `${address}/lock`, unlockAddress: `${address}/lock` });
      return;
    }
    case 'remote':
      new RemoteBackend(scope, {
        hostname: state.hostname ?? 'app.terraform.io',
        organization: state.organization!,
        workspaces: new NamedRemoteWorkspace(`${state.prefix ?? options.design}-${stack}`),
      });
      return;
    default:
      throw new Error(`state backend "${state.backend}" is not one of local, s3, azurerm, gcs, http, remote`);
  }
}
