import { LanguageCode } from '../codes';
import { Caret, type Finding } from '../finding';
import { dotted } from '../show';
import { wrote } from '../sound';
import { poolsOf, type Rule } from './rule';

const BOUGHT_AHEAD = ['reserved', 'block'];

/** Capacity that was bought ahead is named by what was bought; spot and on-demand capacity was not. */
export const reservation: Rule = (document) =>
  poolsOf(document).flatMap(({ path, capacity }): Finding[] => {
    const mode = capacity?.mode;
    if (capacity === undefined || mode === undefined) return [];
    const below = [...path, 'capacity'];
    const has = wrote(capacity, 'reservation');
    if (BOUGHT_AHEAD.includes(mode) && !has) {
      return [
        {
          code: LanguageCode.RESERVATION_MISSING,
          path: below,
          at: Caret.KEY,
          message: `${dotted(below)} has mode ${mode} and no "reservation"`,
          expected: 'the id of what was bought, or of the group it is in',
        },
      ];
    }
    if (BOUGHT_AHEAD.includes(mode) || !has) return [];
    return [
      {
        code: LanguageCode.RESERVATION_REFUSED,
        path: [...below, 'reservation'],
        at: Caret.KEY,
        message: `${mode} capacity takes no reservation`,
        expected: 'a reservation with mode reserved or block only',
        hint:
          mode === 'spot'
            ? 'spot capacity is what nobody reserved: remove the reservation'
            : 'did you mean "mode: reserved"?',
      },
    ];
  });
