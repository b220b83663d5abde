import type { TerraformLocal } from 'cdktf';
import type { Construct } from 'constructs';
import type { AsnRecord } from '../../../design/hall/records/types';
import { Asn } from './bindings/asn';
import { forEach, list, number, ref, table, text } from './each';

/** Numbers of BGP, each once in a NetBox. */
export function createAsns(scope: Construct, asns: AsnRecord[], kinds: TerraformLocal): void {
  forEach(
    new Asn(scope, 'asn', {
      asn: number('tonumber(each.key)'),
      rirId: number(`${ref(kinds)}.rir`),
      description: text('each.value'),
      tags: list(`${ref(kinds)}.tags`),
    }),
    table(scope, 'asns', Object.fromEntries(asns.map(({ asn, owner }) => [asn, owner]))),
  );
}
