// What the types of codes let through and what not. A line under @ts-expect-error must not compile, every other must.
import { message, resolve } from 'codeglot';
import type { Args, Code, CodeArgs } from 'codeglot';
import { createLoader, createServices } from 'codeglot/client';
import { Codes } from 'codeglot/codes';
import { createCatalog } from 'codeglot/engine';
import type { TypedCatalog } from 'codeglot/engine';
import * as formats from 'codeglot/formats';
import manifest from 'codeglot/manifest';
import { Codes as Own } from './own.js';
import type { CodeArgs as OwnArgs } from './own.js';

// The built-in catalog: by constant and by number.
export const texts: string[] = [
  message(Codes.TooManyRoles, 'en'),
  message(Codes.TooManyRoles, 'en', { max: 8 }),
  message(Codes.TooManyRoles, 'en', { max: 8n }),
  message(Codes.TooManyRoles, 'en', { max: { decimal: '8' } }),
  message(Codes.TooManyRoles, 'en', { max: undefined }),
  message(Codes.TooManyRoles, 'en', null),
  message(Codes.TooManyRoles, 'en', {}),
  message(Codes.Exception, 'en', { reference: 'x' }),
  message(Codes.AuthFailed, 'en'),
  message(Codes.AuthFailed, 'en', {}),
  message(135, 'en', { max: 8 }),
  resolve(135, 'en', { max: 8 }).text,
];
// @ts-expect-error: the issue's own example: the argument is max
message(Codes.TooManyRoles, 'en', { mx: 8 });
// @ts-expect-error: nor by its number
message(135, 'en', { mx: 8 });
// @ts-expect-error: max is a number
message(Codes.TooManyRoles, 'en', { max: '8' });
// @ts-expect-error: and no boolean
resolve(Codes.TooManyRoles, 'en', { max: true });
// @ts-expect-error: reference is a string
resolve(Codes.Exception, 'en', { reference: 5 });
// @ts-expect-error: the message has no arguments
message(Codes.AuthFailed, 'en', { max: 8 });
// @ts-expect-error: there is no such code
message(Codes.TooManyRolls, 'en');
// @ts-expect-error: constants are constants
Codes.TooManyRoles = 5;
const wrong = { mx: 8 };
// @ts-expect-error: not through a variable either
message(Codes.TooManyRoles, 'en', wrong);

// Numbers that come at run time, or that the catalog does not know, take anything.
declare const received: number;
declare const given: Args;
message(received, 'en', given);
message(received, 'en', { mx: 8 });
resolve(999, 'en', { anything: 'x' });
message(-1, 'en', given);
// @ts-expect-error: but no value that is none
message(received, 'en', { max: true });

export const one: Code = Codes.TooManyRoles;
// @ts-expect-error: no code of this catalog
export const none: Code = 999;
message(one, 'en', { max: 1 });
export const args: CodeArgs[135] = { max: 5 };
export function either(code: typeof Codes.TooManyRoles | typeof Codes.Success): string {
  return message(code, 'en');
}

// A program's own catalog.
const own = createCatalog<OwnArgs>();
own.message(Own.PaymentDue, 'en', { amount: 5, due: 0 });
own.message(Own.AccountLenInvalid, 'en', { max: 5 });
own.message(Own.AccountLenInvalid, 'en');
own.message(Own.NegativeCode, 'en');
own.message(received, 'en', { a: 'x' });
own.dispose();
// @ts-expect-error: a negative code has its arguments, too
own.message(Own.NegativeCode, 'en', { max: 5 });
// @ts-expect-error: amount and due have no defaults
own.message(Own.PaymentDue, 'en');
// @ts-expect-error: due is still missing
own.resolve(Own.PaymentDue, 'en', { amount: 5 });
export const typed: TypedCatalog<OwnArgs> = own;

const whole = formats.createCatalog<OwnArgs>();
export const parts = whole.resolve(Own.PaymentDue, 'en', { amount: 5, due: { date: 0, zone: 'UTC' }, who: 'x' }).parts;
whole.message(Own.PaymentDue, 'en', { amount: 5, due: 0 });
// @ts-expect-error: due is no string
whole.message(Own.PaymentDue, 'en', { amount: 5, due: '2021-11-23' });
// @ts-expect-error: due is missing
whole.message(Own.PaymentDue, 'en', { amount: 5 });

// Without the type argument all is as it was.
createCatalog().message(Own.PaymentDue, 'en', { mx: 5 });
formats.createCatalog().message(Own.PaymentDue, 'en', { mx: 5, due: new Date() });

/** @deprecated Only to see that a retired code is a constant all the same. */
export const old: 11 = Own.OldCode;

// Services: each by the types of its own catalog, where the service and the code are known.
const services = createServices<{ accounts: CodeArgs; own: OwnArgs }>({
  accounts: createCatalog<CodeArgs>(),
  own: createLoader({ catalog: createCatalog<OwnArgs>(), manifest }).catalog,
});
export const served: string[] = [
  services.message('accounts', Codes.TooManyRoles, 'en', { max: 8 }),
  services.message('accounts', Codes.TooManyRoles, 'en'),
  services.resolve('accounts', 135, 'en', { max: 8 }).text,
  services.message('accounts', received, 'en', { mx: 8 }),
];
declare const fromOutside: string;
services.message(fromOutside, Codes.TooManyRoles, 'en', { mx: 8 });
// @ts-expect-error: the argument is max
services.message('accounts', Codes.TooManyRoles, 'en', { mx: 8 });
// @ts-expect-error: max is a number
services.resolve('accounts', 135, 'en', { max: '8' });
// @ts-expect-error: every service has its catalog
createServices<{ accounts: CodeArgs; own: OwnArgs }>({ accounts: createCatalog<CodeArgs>() });

// A loader's catalog has the types of the catalog that it loads into.
const loaded = createLoader({ catalog: createCatalog<CodeArgs>(), manifest }).catalog;
loaded.message(Codes.TooManyRoles, 'en', { max: 8 });
// @ts-expect-error: the argument is max
loaded.message(Codes.TooManyRoles, 'en', { mx: 8 });
