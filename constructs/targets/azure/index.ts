import type { ITarget } from '../contract';
import { AzureTarget } from './target';

export const target: ITarget = new AzureTarget();
