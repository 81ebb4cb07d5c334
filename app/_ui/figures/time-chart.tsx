'use client';

import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartLegend } from './chart-legend.tsx';
import { ChartTip } from './chart-tip.tsx';
import { cellOnAxis, type FigureTable } from './figure-table.ts';
import { seriesLooks } from './series-looks.ts';

type Props = {
  title: string;
  table: FigureTable;
  /** Columns that are drawn, over the first column. */
  series: readonly number[];
  kind: 'lines' | 'bars';
  /** The axis begins at nothing, unless only the upper part matters. */
  isHigh?: boolean;
};

const HEIGHT = 224;
const tick = { fill: 'var(--color-ink-soft)', fontSize: 12 };

/** Columns of the table over time. Who cannot see it has the table. */
export function TimeChart({ title, table, series, kind, isHigh = false }: Props) {
  const { columns, rows } = table;
  const drawn = series.flatMap((index) => {
    const column = columns[index];
    return column ? [{ index, ...column }] : [];
  });
  const [time, valueFormat] = [columns[0]?.format ?? 'text', drawn[0]?.format ?? 'count'];
  const data = rows.map((row) => ({ ...row }));
  // The axis of nothing but zeros would go up to four: 400 % of pages, or of words.
  const isFlat = rows.every((row) => series.every((index) => !row[index]));
  return (
    <div className="space-y-2">
      {drawn.length > 1 ? <ChartLegend labels={drawn.map(({ label }) => label)} kind={kind} /> : null}
      <div role="img" aria-label={`${title}: chart; the table below holds the same figures`}>
        <ResponsiveContainer width="100%" height={HEIGHT} initialDimension={{ width: 520, height: HEIGHT }}>
          <ComposedChart
            data={data}
            accessibilityLayer={false}
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          >
            <CartesianGrid vertical={false} stroke="var(--color-line)" />
            <XAxis
              dataKey="0"
              tickFormatter={(cell) => cellOnAxis(cell, time)}
              tick={tick}
              tickLine={false}
              stroke="var(--color-edge)"
              minTickGap={28}
              tickMargin={8}
              height={36}
              {...(kind === 'lines' && { padding: { left: 20, right: 20 } })}
            />
            <YAxis
              width={52}
              domain={isHigh ? [belowLowest, 1] : [0, isFlat ? 1 : 'auto']}
              allowDecimals={valueFormat !== 'count'}
              tickFormatter={(cell) => cellOnAxis(cell, valueFormat)}
              tick={tick}
              tickLine={false}
              axisLine={false}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: 'var(--color-well)', stroke: 'var(--color-edge)' }}
              content={({ active, label }) => {
                const row = active ? rows.find(([first]) => first === label) : undefined;
                return row ? <ChartTip columns={columns} row={row} /> : null;
              }}
            />
            {drawn.map(({ index, label }, place) => {
              const { color, dash, fill } = seriesLooks[place % seriesLooks.length] ?? seriesLooks[0];
              const shared = { dataKey: String(index), name: label, isAnimationActive: false };
              return kind === 'bars' ? (
                <Bar key={label} {...shared} fill={fill} stroke={color} maxBarSize={28} />
              ) : (
                <Line
                  key={label}
                  {...shared}
                  stroke={color}
                  strokeWidth={2}
                  strokeDasharray={dash}
                  dot={{ r: 3, fill, stroke: color, strokeDasharray: '0' }}
                  connectNulls
                />
              );
            })}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

/** A tenth below what is lowest: small changes of high figures are seen. */
function belowLowest(lowest: number): number {
  return Math.max(0, Math.floor(lowest * 10 - 0.5) / 10);
}
