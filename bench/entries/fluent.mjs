// One message from @fluent/bundle, which parses Fluent's own syntax at run time.
import { FluentBundle, FluentResource } from '@fluent/bundle';

const bundle = new FluentBundle('en', { useIsolating: false });
bundle.addResource(
  new FluentResource(`members = { $max ->
    [one] You can add at most { $max } family member.
   *[other] You can add at most { $max } family members.
}`),
);

export const text = bundle.formatPattern(bundle.getMessage('members').value, { max: 8 });
