import { settingRule } from '../setting-rule';
import { SETTINGS } from '../settings';

/** What rests is encrypted, with a key of the site where the service takes one. */
export const encryption = settingRule(
  {
    id: 'WFP109',
    title: 'What rests on disks and in stores is encrypted, with a key of the site where the service takes one.',
    why: 'Disks are replaced, snapshots are shared: without a key of one’s own nobody can take access back.',
    remedy: 'Name the key of the site in the argument that the finding points at.',
    looksAt: 'resources that store data',
  },
  SETTINGS.encryption,
);
