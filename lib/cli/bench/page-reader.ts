/** An engine under test. */
export type PageReader = {
  /** Reads one image. CPU is user and system time. Rejects when the page cannot be read. */
  read(file: string): Promise<{ text: string; cpuSeconds: number }>;
  close(): Promise<void>;
};
