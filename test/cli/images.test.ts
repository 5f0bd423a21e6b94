import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { CliFolder } from './folder.ts';

const folder = new CliFolder();
after(() => folder.remove());

/** One transparent pixel. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('folders of images', () => {
  folder.write('data/rows.csv', 'a,b\n1,2\n');
  folder.write('photos/cat/1.png', PIXEL);
  folder.write('photos/dog/2.png', PIXEL);
  folder.write('photos/dog/3.jpg', PIXEL);

  test('one that is named is checked, each finding at its picture', () => {
    const { stdout, status } = folder.lintel('check', 'photos');
    assert.match(stdout, /^photos\/dog\/2\.png:1:1: warning: The file is the same as ‘cat\/1\.png’, byte for byte \[duplicate-image\]$/m);
    assert.match(stdout, /^photos\/dog\/3\.jpg:1:1: warning: The name ends in ‘\.jpg’.*\[wrong-image-extension\]$/m);
    assert.equal(status, 0);
  });

  test('one that a project merely has is no dataset', () => {
    const { stdout } = folder.lintel('check');
    assert.equal(stdout, '1 file checked: nothing to report\n');
  });

  test('one that a configuration, a description or a list of files names is a dataset', () => {
    const named = new CliFolder();
    after(() => named.remove());
    for (const one of ['configured/pics/1.png', 'configured/pics/2.png', 'described/pics/1.png', 'described/pics/2.png', 'described/pics/3.png', 'listed/train/1.png', 'listed/test/2.png']) named.write(one, PIXEL);
    named.write('configured/lintel.config.yaml', 'images: [pics]\n');
    named.write('described/README.md', '---\nconfigs:\n- config_name: default\n  data_files: "pics/*.png"\n---\n');
    named.write('listed/train/metadata.csv', 'file_name,label\n1.png,cat\nlost.png,dog\n');
    const { stdout } = named.lintel('check');
    for (const file of ['configured/pics/2.png', 'described/pics/2.png', 'described/pics/3.png']) assert.ok(stdout.includes(`${file}:1:1: warning: The file is the same as`), `${file} in ${stdout}`);
    assert.match(stdout, /^listed\/test\/2\.png:1:1: error: The picture is in the training data too.*\[leaked-image\]$/m);
    assert.match(stdout, /^listed\/train\/metadata\.csv:3:1: error: The image ‘lost\.png’ is not there \[missing-image\]$/m);
  });

  test('two threads say what one says, and a file that one of them cannot decode costs only itself', () => {
    const names = readdirSync('test/fixtures/images').filter(name => !name.endsWith('.py'));
    for (const name of names) folder.write(`many/${name}`, readFileSync(`test/fixtures/images/${name}`));
    folder.write('many/cut.jpg', readFileSync('test/fixtures/images/baseline.jpg').subarray(0, 900));
    const [one, two] = [1, 2].map(threads => folder.lintel('check', 'many', '--max-workers', String(threads)));
    assert.match(one?.stdout ?? '', /truncated-image/);
    assert.equal(two?.stdout, one?.stdout);
    assert.equal(two?.stderr, '');
  });

  test('the profile lists what is known of the pictures', () => {
    const [{ rows, columns }] = JSON.parse(folder.lintel('profile', 'photos', '--format', 'json').stdout);
    assert.equal(rows, 3);
    assert.deepEqual(columns.map(({ name }: { name: string }) => name).slice(0, 5), ['path', 'class', 'split', 'format', 'bytes']);
  });
});
