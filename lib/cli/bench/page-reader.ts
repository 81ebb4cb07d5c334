/** What an engine made of a page. CPU is user and system time. */
export type TimedText = { text: string; cpuSeconds: number };

/** An engine under test. */
export type PageReader<Reading extends TimedText = TimedText> = {
  /** Reads one image. Rejects when the page cannot be read. */
  read(file: string): Promise<Reading>;
  close(): Promise<void>;
};
