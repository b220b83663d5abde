/** Codes of the findings that only this target has; docs/errors.md explains each one. */
export enum AzureCode {
  REGION_FORM = 'WF550',
  ZONE_FORM = 'WF551',
  ACCOUNT_FORM = 'WF552',
  ADMINISTRATOR_FORM = 'WF553',
  ADDRESS_BLOCK = 'WF554',
  FABRIC_BLOCK_TOO_SMALL = 'WF555',
  RESERVATION_FORM = 'WF556',
  FILE_SYSTEM_ZONE = 'WF557',
  FILE_SYSTEM_SIZE = 'WF558',
  FILE_SYSTEM_ON_REQUEST = 'WF559',
}
