import { told } from '../../../core/facts.ts';
import type { PersonalTag } from '../../../core/images.ts';
import { list, say } from '../../../core/message.ts';
import type { Message, Part } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { perImage } from '../../../util/perImage.ts';

export default defineRule({
  id: 'personal-image-metadata',
  scope: 'images',
  summary: 'An image tells where, by whom or with which camera it was taken',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ folder }) {
    yield* perImage(folder, ({ exif }) => (!exif || exif.personal.length === 0 ? undefined : {
      severity: exif.personal.includes('location') ? 'warning' : 'information',
      message: say`The file says ${list(exif.personal.map(partOf))} in its metadata, which leads to a person: remove that before the pictures are passed on`,
      facts: told({ kind: exif.personal.join(' ') }),
    }));
  },
});

const partOf = (tag: PersonalTag): Part => ({ kind: 'message', message: TAGS[tag] });

const TAGS: Readonly<Record<PersonalTag, Message>> = {
  location: say`where it was taken (GPS)`, serial: say`the serial number of the camera or lens`, author: say`who took it or owns the camera`,
};
