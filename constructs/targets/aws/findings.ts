/** Codes of the findings that this target's profile returns; docs/errors.md explains each one. */
export enum AwsFinding {
  REGION = 'WF410',
  ZONE_MISSING = 'WF411',
  ZONE = 'WF412',
  SYSTEM_ZONES = 'WF413',
  ACCOUNT = 'WF414',
  ADMINISTRATOR = 'WF415',
  CIDR = 'WF416',
  ADDRESS_BLOCKS = 'WF417',
  RESERVATION = 'WF418',
  WINDOW = 'WF419',
  FILE_SYSTEM = 'WF420',
}
