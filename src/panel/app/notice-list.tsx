import './notice-list.css';
import { useMemo } from 'preact/hooks';
import { Icon } from '../components/icon.tsx';
import { useStore } from '../store/context.ts';
import { isForAll, noticesOf } from './notices.ts';

/** What could not be seen, in a quiet line that opens. */
export function NoticeList() {
  const shown = useStore((state) => state.shown);
  const conversations = useStore((state) => state.reading.conversations.length);
  const notices = useMemo(
    () => noticesOf(shown).filter(({ code }) => isForAll(code, conversations)),
    [shown, conversations],
  );
  return (
    <div class="notices" role="status">
      {notices.map(({ code, count, text, details }) => (
        <details class="notice" key={code} data-notice={code} data-count={count}>
          <summary>
            <Icon name="warning" />
            {text}
          </summary>
          {details.length > 0 && (
            <ul>
              {details.slice(0, 20).map((detail) => (
                <li key={detail}>
                  <code>{detail}</code>
                </li>
              ))}
            </ul>
          )}
        </details>
      ))}
    </div>
  );
}
