import { type JsonSchema, map, oneOf, text } from './json-schema';
import { identifier } from './texts';

/** What each backend takes beside `backend` itself: first what it must have, then what it may have. */
export const BACKENDS: { readonly [backend: string]: { readonly required: string[]; readonly optional: string[] } } = {
  local: { required: [], optional: [] },
  s3: { required: ['bucket', 'region'], optional: ['kmsKey', 'prefix'] },
  azurerm: { required: ['resourceGroup', 'storageAccount', 'container'], optional: ['prefix'] },
  gcs: { required: ['bucket'], optional: ['prefix'] },
  http: { required: ['address'], optional: [] },
  remote: { required: ['organization'], optional: ['hostname', 'prefix'] },
};

/** Where Terraform keeps its state. A setting of another backend is refused: it would be dropped in silence. */
export function state(): JsonSchema {
  return {
    ...map({
      description:
        'Where Terraform keeps its state: one backend for all stacks, one state a stack. No credentials stand here.',
      required: ['backend'],
      properties: {
        backend: oneOf('Terraform backend.', Object.keys(BACKENDS)),
        bucket: text({
          description: 's3 and gcs: the bucket.',
          pattern: '^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$',
          form: 'the name of a bucket: a-z, 0-9, dots, hyphens and underscores',
          examples: ['example-terraform-state'],
        }),
        region: text({
          description: "s3: the bucket's region.",
          pattern: '^[a-z0-9-]{1,40}$',
          form: 'the name of a region, such as "us-east-1"',
          examples: ['us-east-1'],
        }),
        kmsKey: identifier(
          "s3: KMS key that encrypts the state. Default: the bucket's own encryption.",
          'the ARN, id or alias of a KMS key',
          ['alias/terraform-state'],
        ),
        resourceGroup: text({
          description: 'azurerm: resource group of the storage account.',
          pattern: '^[A-Za-z0-9_().-]{0,89}[A-Za-z0-9_()-]$',
          form: 'the name of a resource group: at most 90 letters, digits, _ ( ) . and -',
        }),
        storageAccount: text({
          description: 'azurerm: storage account.',
          pattern: '^[a-z0-9]{3,24}$',
          form: 'the name of a storage account: 3 to 24 of a-z and 0-9',
        }),
        container: text({
          description: 'azurerm: blob container.',
          pattern: '^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$',
          form: 'the name of a blob container: 3 to 63 of a-z, 0-9 and single hyphens',
        }),
        address: text({
          description: "http: address that the stack's name is appended to. Credentials come from the environment.",
          pattern: '^https?://[A-Za-z0-9.:-]{1,253}(/[A-Za-z0-9._~/-]{0,500})?$',
          form: 'an http(s) address without user name, password or query, such as "https://state.example.org/open-training/"',
          examples: ['https://state.example.org/open-training/'],
        }),
        hostname: text({
          description: 'remote: host of the service.',
          default: 'app.terraform.io',
          pattern: '^[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?$',
          form: 'the name of a host, such as "app.terraform.io"',
        }),
        organization: text({
          description: 'remote: organization.',
          pattern: '^[A-Za-z0-9_-]{1,100}$',
          form: 'the name of an organization: letters, digits, _ and -',
        }),
        prefix: text({
          description:
            "s3, azurerm, gcs and remote: prefix of each state's key or workspace. Default: the blueprint's name.",
          pattern: '^(?!.*(//|\\.\\.))[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$',
          form: 'a prefix of letters, digits, . _ - and single slashes, a letter or digit first',
          examples: ['platform/open-training'],
        }),
      },
    }),
    allOf: Object.entries(BACKENDS).map(([backend, { required, optional }]) => ({
      if: { required: ['backend'], properties: { backend: { const: backend } } },
      // biome-ignore lint/suspicious/noThenProperty: the word is JSON Schema's
      then: { required, propertyNames: { enum: ['backend', ...required, ...optional] } },
    })),
  };
}
