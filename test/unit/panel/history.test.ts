import { expect, it } from 'vitest';
import { change, redo, startHistory, undo } from '../../../src/panel/store/history.ts';

it('goes back and forth through the changes', () => {
  const history = change(change(startHistory('a'), 'b'), 'c');
  expect(undo(history).present).toBe('b');
  expect(undo(undo(history)).present).toBe('a');
  expect(redo(undo(undo(history))).present).toBe('b');
});

it('stays where it is at either end', () => {
  const history = startHistory('a');
  expect(undo(history)).toBe(history);
  expect(redo(history)).toBe(history);
});

it('forgets what was undone when something else is done', () => {
  const history = change(undo(change(startHistory('a'), 'b')), 'c');
  expect(redo(history).present).toBe('c');
  expect(undo(history).present).toBe('a');
});

it('can undo to nothing', () => {
  expect(undo(change(startHistory<string | null>(null), 'a')).present).toBeNull();
});
