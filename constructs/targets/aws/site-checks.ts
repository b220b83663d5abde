import type { Finding } from '../../../blueprints/language/finding';
import type { SiteAsk } from '../../../design/asks';
import { AwsFinding } from './findings';
import { checkCidr } from './network-plan';
import { isRegion, isZoneOf } from './zones';

const ACCOUNT_FORM = /^\d{12}$/;
const PRINCIPAL_FORM = /^arn:aws[a-z-]*:iam::\d{12}:(?:role|user)\/[\w+=,.@/-]+$/;
// EKS wants the control plane's subnets in two zones at least: https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
const FEWEST_SYSTEM_ZONES = 2;

/** Findings about a site on AWS, in a stable order: region, zone, zones, account, administrators, block. */
export function checkAwsSite(site: SiteAsk): Finding[] {
  if (!isRegion(site.region)) {
    return [
      {
        code: AwsFinding.REGION,
        path: [...site.path, 'region'],
        message: `"${site.region}" is not written like an AWS region`,
        expected: 'a region such as us-east-1',
      },
      ...checkAccount(site),
      ...checkAdministrators(site),
      ...checkCidr(site),
    ];
  }
  return [
    ...checkZone(site),
    ...checkSystemZones(site),
    ...checkAccount(site),
    ...checkAdministrators(site),
    ...checkCidr(site),
  ];
}

function checkZone(site: SiteAsk): Finding[] {
  if (site.zone === undefined) {
    return [
      {
        code: AwsFinding.ZONE_MISSING,
        path: site.path,
        message: `site ${site.name} has no zone`,
        expected: `a zone of ${site.region}, such as ${site.region}a`,
        hint: 'write the zone of your reservation: accelerators and their fabric live in one zone, and a derived one could move and replace them',
      },
    ];
  }
  return isZoneOf(site.zone, site.region) ? [] : [foreignZone(site, site.zone, [...site.path, 'zone'])];
}

function checkSystemZones(site: SiteAsk): Finding[] {
  const zones = site.zones;
  if (zones === undefined) {
    return [];
  }
  const path = [...site.path, 'zones'];
  const findings = zones
    .map((zone, index) => (isZoneOf(zone, site.region) ? undefined : foreignZone(site, zone, [...path, `${index}`])))
    .filter((finding) => finding !== undefined);
  const distinct = new Set(zones);
  const withSite = site.zone === undefined ? distinct : new Set([site.zone, ...zones]);
  if (withSite.size < FEWEST_SYSTEM_ZONES || distinct.size !== zones.length) {
    findings.push({
      code: AwsFinding.SYSTEM_ZONES,
      path,
      message: `zones are ${zones.join(', ') || 'none'}`,
      expected: `at least ${FEWEST_SYSTEM_ZONES} different zones of ${site.region}, the site's own included`,
      hint: 'leave `zones` out for the default, which the plan checks against the account',
    });
  }
  return findings;
}

function foreignZone(site: SiteAsk, zone: string, path: string[]): Finding {
  return {
    code: AwsFinding.ZONE,
    path,
    message: `"${zone}" is not a zone of ${site.region}`,
    expected: `${site.region} and a letter, such as ${site.region}a`,
    hint: 'EKS managed node groups do not run in Local Zones',
  };
}

function checkAccount(site: SiteAsk): Finding[] {
  if (site.account === undefined || ACCOUNT_FORM.test(site.account)) {
    return [];
  }
  return [
    {
      code: AwsFinding.ACCOUNT,
      path: [...site.path, 'account'],
      message: `"${site.account}" is not an AWS account id`,
      expected: '12 digits, in quotes so that YAML keeps leading zeros',
    },
  ];
}

function checkAdministrators(site: SiteAsk): Finding[] {
  return site.administrators
    .map((principal, index): Finding | undefined =>
      PRINCIPAL_FORM.test(principal)
        ? undefined
        : {
            code: AwsFinding.ADMINISTRATOR,
            path: [...site.path, 'administrators', `${index}`],
            message: `"${principal}" is not the ARN of an IAM role or user`,
            expected: 'such as arn:aws:iam::123456789012:role/platform',
            hint: 'name the role, not an assumed session of it (sts)',
          },
    )
    .filter((finding) => finding !== undefined);
}
