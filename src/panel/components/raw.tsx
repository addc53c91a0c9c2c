interface Props {
  readonly text: string;
}

/** A text as it went over the wire: also what cannot be seen in it, for which a text that is drawn has words. */
export const Raw = ({ text }: Props) => <pre class="raw" {...{ textContent: text.slice(0, 100_000) }} />;
