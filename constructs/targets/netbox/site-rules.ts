import type { Finding } from '../../../blueprints/language/finding';
import type { SiteAsk } from '../../../design/asks';
import { NetboxCode } from './codes';

/** Findings about the site itself: a hall has an owner and no account, and NetBox keeps no administrators of clusters. */
export function checkSite(site: SiteAsk): Finding[] {
  const findings: Finding[] = [];
  if (site.account !== undefined) {
    findings.push({
      code: NetboxCode.NO_ACCOUNT,
      path: [...site.path, 'account'],
      message: 'an owned hall has no account',
      hint: 'leave account out; the owner of the blueprint becomes the tenant',
    });
  }
  if (site.administrators.length > 0) {
    findings.push({
      code: NetboxCode.NO_ADMINISTRATORS,
      path: [...site.path, 'administrators'],
      message: 'NetBox records no administrators of a cluster',
      hint: 'leave administrators out, and name them where the cluster is installed',
    });
  }
  return findings;
}
