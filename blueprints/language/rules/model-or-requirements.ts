import { LanguageCode } from '../codes';
import { Caret, type Finding } from '../finding';
import { dotted } from '../show';
import { wrote } from '../sound';
import { poolsOf, type Rule } from './rule';

const REQUIREMENTS = ['memory', 'vendor', 'bf16', 'fp8'];

/** Accelerators are named or described, never both: a description that the model does not meet would be dropped in silence. */
export const modelOrRequirements: Rule = (document) =>
  poolsOf(document).flatMap(({ path, accelerators }): Finding[] => {
    if (accelerators === undefined) return [];
    const below = [...path, 'accelerators'];
    const code = LanguageCode.MODEL_OR_REQUIREMENTS;
    const required = REQUIREMENTS.filter((key) => wrote(accelerators, key));
    if (!wrote(accelerators, 'model')) {
      if (required.length > 0) return [];
      const message = `${dotted(below)} says neither which model nor what it must do`;
      return [
        { code, path: below, at: Caret.KEY, message, expected: 'model, or at least one of memory, vendor, bf16, fp8' },
      ];
    }
    return required.map((key) => ({
      code,
      path: [...below, key],
      at: Caret.KEY,
      message: `${dotted(below)} has both "model" and "${key}"`,
      expected: 'a model, or what it must do',
      hint: `remove one: a model has the ${key} that it has`,
    }));
  });
