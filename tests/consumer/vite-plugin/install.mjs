// Puts the packed packages into node_modules/, before the tests.
import { install } from './project.mjs';

install();
