// A message with markup: the translator says where the link is, the program what it is.
import { Message } from 'codeglot/react';

export function Terms({ code, who }: { code: number; who: string }) {
  return (
    <Message
      code={code}
      args={{ who }}
      as="p"
      components={{
        link: (children, { options }) => <a href={options?.['to']}>{children}</a>,
        b: (children) => <strong>{children}</strong>,
        br: () => <br />,
        who: (name) => <em>{name}</em>,
      }}
    />
  );
}
