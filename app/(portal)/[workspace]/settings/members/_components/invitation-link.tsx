import { LinkToPassOn } from '#app/_ui/link-to-pass-on.tsx';

export function InvitationLink(made: { email: string; link: string }) {
  return <LinkToPassOn {...made}>It works once, for seven days, for whoever opens it.</LinkToPassOn>;
}
