import type { Behaviour } from '../support/behaviour.ts';

/** What an `XMLHttpRequest` makes of an answer, and tells on the way. */
export const XHR_ANSWERS: readonly Behaviour[] = [
  {
    name: 'overrideMimeType: early, late, and what it makes of bytes',
    run: ({ api }) =>
      Promise.all(
        ['text/plain; charset=x-user-defined', 'text/xml', 'no type'].map(
          (type) =>
            new Promise((resolve) => {
              const xhr = new XMLHttpRequest();
              xhr.overrideMimeType(type);
              xhr.open('POST', api);
              xhr.onload = () => {
                const late = ((): string => {
                  try {
                    return String(xhr.overrideMimeType('text/html'));
                  } catch (error) {
                    return String(error);
                  }
                })();
                resolve([xhr.responseText.length, xhr.responseXML === null, late]);
              };
              xhr.send('é');
            }),
        ),
      ),
  },
  {
    name: 'an answer that is no JSON, and a document',
    run: ({ slow, origin }) =>
      Promise.all(
        (
          [
            ['json', slow],
            ['document', origin],
          ] as const
        ).map(
          ([type, url]) =>
            new Promise((resolve) => {
              const xhr = new XMLHttpRequest();
              xhr.responseType = type;
              xhr.onload = () => {
                const answer: unknown = xhr.response;
                resolve([
                  xhr.status,
                  answer instanceof Document ? [answer.title, xhr.responseXML === answer] : answer,
                ]);
              };
              xhr.open('GET', url);
              xhr.send();
            }),
        ),
      ),
  },
  {
    name: 'progress, with what is there by then',
    run: ({ slow }) =>
      new Promise((resolve) => {
        const seen: unknown[] = [];
        const xhr = new XMLHttpRequest();
        xhr.onprogress = ({ loaded, lengthComputable, total }) =>
          seen.push(loaded, lengthComputable, total, xhr.readyState, xhr.responseText);
        xhr.onreadystatechange = () => seen.push(`state ${xhr.readyState}`, xhr.responseText.length);
        xhr.onloadend = () => setTimeout(() => resolve(seen));
        xhr.open('GET', slow);
        xhr.send();
      }),
  },
  {
    name: 'the progress of an upload',
    run: ({ api }) =>
      new Promise((resolve) => {
        const seen: unknown[] = [];
        const xhr = new XMLHttpRequest();
        const { upload } = xhr;
        upload.onprogress = ({ loaded, total, lengthComputable }) => {
          if (loaded === total) seen.push(loaded, lengthComputable);
        };
        upload.onload = ({ loaded }) => seen.push('load', loaded, xhr.upload === upload);
        xhr.onload = () => resolve([...seen, xhr.status, xhr.responseText.length > 100_000]);
        xhr.open('POST', api);
        xhr.send('x'.repeat(100_000));
      }),
  },
  {
    name: 'withCredentials: its values, and when it may be set',
    run: ({ api }) => {
      const xhr = new XMLHttpRequest();
      const seen: unknown[] = [xhr.withCredentials];
      xhr.withCredentials = true;
      xhr.open('GET', api);
      seen.push(xhr.withCredentials);
      xhr.send();
      try {
        xhr.withCredentials = false;
      } catch (error) {
        seen.push(String(error));
      }
      return [...seen, xhr.withCredentials];
    },
  },
  {
    name: 'what open takes: a third argument of every kind, a user, a method in lower case',
    run: ({ api }) =>
      [[], [undefined], [false], [0], ['text'], [false, 'user', 'password'], [true, null, null]].map(
        (more) => {
          const xhr = new XMLHttpRequest();
          try {
            Reflect.apply(xhr.open, xhr, ['post', api, ...more]);
            xhr.send('x');
            return [xhr.readyState, xhr.responseText.length > 0];
          } catch (error) {
            return String(error);
          }
        },
      ),
  },
  {
    name: 'a synchronous request allows neither a time limit nor a type',
    run: ({ api }) => {
      const attempts = [
        (xhr: XMLHttpRequest) => {
          xhr.timeout = 10;
        },
        (xhr: XMLHttpRequest) => {
          xhr.responseType = 'json';
        },
      ];
      return attempts.flatMap((attempt) =>
        [true, false].map((openFirst) => {
          const xhr = new XMLHttpRequest();
          try {
            if (openFirst) xhr.open('GET', api, false);
            attempt(xhr);
            xhr.open('GET', api, false);
            return 'taken';
          } catch (error) {
            return String(error);
          }
        }),
      );
    },
  },
  {
    name: 'aborting at each state',
    run: ({ slow }) =>
      Promise.all(
        [1, 2, 3, 4].map(
          (state) =>
            new Promise((resolve) => {
              const seen: unknown[] = [];
              const xhr = new XMLHttpRequest();
              for (const type of ['abort', 'load', 'loadend'])
                xhr.addEventListener(type, () => seen.push(type));
              xhr.onreadystatechange = () => {
                seen.push(xhr.readyState);
                if (xhr.readyState !== state || seen.includes('aborted')) return;
                seen.push('aborted');
                xhr.abort();
                setTimeout(() => resolve([...seen, xhr.readyState, xhr.status]), 20);
              };
              xhr.open('GET', slow);
              if (state > 1) xhr.send();
            }),
        ),
      ),
  },
  {
    name: 'a stream, and bytes that are shared, as a body',
    run: ({ api }) => {
      const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
      return [new Blob(['x']).stream(), new Uint8Array(buffer), buffer].map((body) => {
        const xhr = new XMLHttpRequest();
        xhr.open('POST', api, false);
        try {
          Reflect.apply(xhr.send, xhr, [body]);
          return xhr.responseText.length;
        } catch (error) {
          return [String(error), error instanceof TypeError];
        }
      });
    },
  },
  {
    name: 'the object that is sent back to where it was: open in the middle of an answer',
    run: ({ slow, api }) =>
      new Promise((resolve) => {
        const seen: unknown[] = [];
        const xhr = new XMLHttpRequest();
        xhr.onloadend = () => resolve([...seen, xhr.status, JSON.parse(xhr.responseText).method]);
        xhr.onprogress = () => {
          if (seen.length > 0) return;
          seen.push('again');
          xhr.open('PUT', api);
          xhr.send();
        };
        xhr.open('GET', slow);
        xhr.send();
      }),
  },
];
