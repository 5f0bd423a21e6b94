import { told } from '../../../core/facts.ts';
import { name, number, say } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import type { EncodingBasis, Reading } from '../../../core/reading.ts';
import { defineRule } from '../../../core/rule.ts';
import { titleOf } from '../../../util/charset/labels.ts';

export default defineRule({
  id: 'non-utf8-encoding',
  scope: 'document',
  summary: 'The file is not written in UTF-8, and nothing says in what',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ reading }) {
    const basis = reading?.encodingBasis;
    if (!reading || !basis || (reading.encoding === 'utf-8' && basis.shownAs === undefined)) return;
    if (basis.shownAs === undefined && (basis.on === 'declared' || basis.against !== undefined)) return;
    yield {
      place: { at: 'file' },
      message: basis.shownAs === undefined ? tell(reading, basis) : shownWrongly(reading, basis.shownAs),
      // A mark leaves no doubt about what the file is; only some tools do not read it.
      ...(basis.on === 'mark' && basis.shownAs === undefined && { severity: 'information' }),
      facts: told({ encoding: reading.encoding, ...(basis.on === 'characters' && { characters: basis.characters, fitting: basis.fitting }) }),
      ...(basis.shownAs !== undefined && { remedy: { do: 'reopen', encoding: reading.encoding } }),
    };
  },
});

function tell({ encoding }: Reading, { on, characters, fitting }: EncodingBasis): Message {
  const title = name(titleOf(encoding));
  if (on === 'mark') return say`The file is written in ${title}, which many tools do not expect; save it as UTF-8, or declare the encoding in a description`;
  if (on === 'zeros') return say`The file is written in ${title} without a byte-order mark; save it as UTF-8, or declare the encoding in a description`;
  if (on === 'shown') return say`The file is not UTF-8 but ${title}; save it as UTF-8, or declare the encoding in a description`;
  const ground = say`${number(fitting)} of ${number(characters)} characters looked at are usual in such text`;
  return say`The file is not UTF-8. It reads as ${title}, a guess: ${ground}. Save it as UTF-8, or declare the encoding in a description`;
}

const shownWrongly = ({ encoding }: Reading, shownAs: string): Message =>
  say`The editor shows this file as ${name(titleOf(shownAs))}, but it reads as ${name(titleOf(encoding))}; reopen it with that encoding before you change or save it`;
