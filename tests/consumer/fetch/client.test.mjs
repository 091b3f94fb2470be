// The client of this folder, on a real service and the installed package.
import { request } from './client.mjs';
import { testClient } from './service.mjs';

await testClient(request);
