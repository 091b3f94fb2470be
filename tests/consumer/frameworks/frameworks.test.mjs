// The projects of React (also an older one) and Vue: each is built and tested, and its types are checked, as its own `npm test`
// says, in build/consumer/, where install.mjs has put it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { nativeCommand, projectFolder } from '../../wasm/package.mjs';

// A runner that believes itself to be part of this one would say nothing.
const { NODE_TEST_CONTEXT, NODE_OPTIONS, FORCE_COLOR, ...env } = process.env;

for (const name of ['react', 'react-18', 'vue']) {
  test(`${name}: components, switches, parts, servers and types`, () => {
    const project = join(projectFolder, 'build/consumer', name);
    assert.ok(existsSync(project), 'run tests/consumer/install.mjs');
    const { status, stdout, stderr } = spawnSync('npm', ['test', '--silent'], {
      cwd: project, encoding: 'utf8', env: { ...env, CODEGLOT_COMMAND: nativeCommand },
    });
    assert.equal(status, 0, stdout + stderr);
    const passed = Number(/^(?:#|ℹ) pass (\d+)$/m.exec(stdout)?.[1]);
    assert.ok(passed > 20, `${passed} tests`);
    console.log(`${name}: ${passed} passed`);
  });
}
