import { describe, expect, it } from 'vitest';
import { predictionSchema } from '#lib/contracts/index.ts';
import type { Prediction } from './prediction.ts';
import { predictionToWire } from './prediction-to-wire.ts';

const created: Prediction = {
  id: '0123456789abcdefghjkmnpqrs',
  workspaceId: 'w',
  model: 'abiruyt/text-extract-ocr',
  version: 'a524caeaa23495bc9edc805ab08ab5fe943afd3febed884a4f3747aa32e9cd61',
  input: { image: 'https://example.org/a.png' },
  sealedInput: {},
  inputFiles: {},
  output: null,
  error: null,
  logs: '',
  status: 'starting',
  source: 'api',
  webhook: null,
  webhookEventsFilter: null,
  isStreamed: false,
  turn: 0,
  createdAt: new Date('2026-03-01T10:00:00.000Z'),
  startedAt: null,
  completedAt: null,
  deadline: null,
  dataRemovedAt: null,
};
const ended: Prediction = {
  ...created,
  status: 'succeeded',
  output: 'text',
  logs: 'Page 1 of 1\n',
  startedAt: new Date('2026-03-01T10:00:01.000Z'),
  completedAt: new Date('2026-03-01T10:00:03.500Z'),
};

describe('the wire form of a prediction', () => {
  it('has what clients need from the first moment, and nothing of the future', () => {
    const wire = predictionToWire(created);
    expect(predictionSchema.parse(wire)).toEqual(wire);
    expect(wire).toMatchObject({
      status: 'starting',
      output: null,
      error: null,
      logs: '',
      data_removed: false,
    });
    for (const key of ['started_at', 'completed_at', 'metrics', 'webhook', 'webhook_events_filter'])
      expect(wire).not.toHaveProperty(key);
  });

  it('has absolute addresses', () => {
    const { urls } = predictionToWire(created);
    for (const url of Object.values(urls)) expect(new URL(String(url)).href).toBe(url);
    expect(urls.cancel).toMatch(/\/v1\/predictions\/0123456789abcdefghjkmnpqrs\/cancel$/);
  });

  it('tells times and durations in seconds once it has ended', () => {
    expect(predictionToWire(ended)).toMatchObject({
      created_at: '2026-03-01T10:00:00.000Z',
      started_at: '2026-03-01T10:00:01.000Z',
      completed_at: '2026-03-01T10:00:03.500Z',
      metrics: { predict_time: 2.5, total_time: 3.5 },
    });
  });

  it('never tells a negative duration, whatever the clocks say', () => {
    const startedAt = new Date('2026-03-01T10:00:04.000Z');
    expect(predictionToWire({ ...ended, startedAt }).metrics?.predict_time).toBe(0);
  });

  it('echoes the webhook and its filter only as they were given', () => {
    const webhook = 'https://example.org/hook?a=1';
    expect(predictionToWire({ ...created, webhook })).toMatchObject({ webhook });
    expect(predictionToWire({ ...created, webhook })).not.toHaveProperty('webhook_events_filter');
    expect(predictionToWire({ ...created, webhook, webhookEventsFilter: [] }).webhook_events_filter).toEqual(
      [],
    );
  });

  it('shows no data after its removal', () => {
    const wire = predictionToWire({ ...ended, dataRemovedAt: new Date() });
    expect(wire).toMatchObject({
      input: {},
      output: null,
      logs: '',
      data_removed: true,
      status: 'succeeded',
    });
  });

  it('survives being parsed and written again, so that receivers may check a parsed webhook', () => {
    const text = JSON.stringify(predictionToWire({ ...ended, output: 'ü </script> & 😀' }));
    expect(JSON.stringify(JSON.parse(text))).toBe(text);
  });
});
