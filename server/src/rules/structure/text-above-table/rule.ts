import { told } from '../../../core/facts.ts';
import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { groupsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'text-above-table',
  scope: 'document',
  summary: 'Something stands above the header that is no part of the table',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts, reading }) {
    for (const { places: [place], numbers: { blank, comments } } of groupsOf(facts, 'preamble')) {
      const line = (reading?.preamble?.lines ?? 0) + 1;
      yield {
        place,
        // Many readers pass over blank lines, and over comments where they are told to.
        ...((blank === 1 || comments === 1) && { severity: 'information' }),
        message: blank === 1
          ? say`The table begins in line ${line}, below blank lines`
          : comments === 1
            ? say`The table begins in line ${line}, below comments; readers that know no comments take the first for the header`
            : say`The table begins in line ${line}; what stands above it is no header, but most readers take it for one`,
        facts: told({ line }),
        fix: { title: say`Delete everything above the table`, safety: 'unsafe', change: { do: 'delete-row' } },
      };
    }
  },
});
