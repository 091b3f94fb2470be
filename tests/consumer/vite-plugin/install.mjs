// Puts the packed packages into node_modules/, before the tests, and takes away what the last run has left.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, projectFolder } from './project.mjs';

rmSync(join(projectFolder, 'build/vite-plugin'), { recursive: true, force: true });
install();
