/** Codes of the findings that only this target has; docs/errors.md explains each one. */
export enum NetboxCode {
  ADDRESS_BLOCK = 'WF580',
  BLOCK_TOO_SMALL = 'WF581',
  NO_ACCOUNT = 'WF582',
  NO_ADMINISTRATORS = 'WF583',
}
