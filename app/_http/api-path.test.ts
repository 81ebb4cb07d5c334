import { expect, it } from 'vitest';
import { apiPath } from './api-path.ts';

it.each([
  ['/v1/predictions', '/v1/predictions'],
  ['/v1/predictions?cursor=a/b', '/v1/predictions?cursor=a/b'],
  ['/v1/predictions/?cursor=a/', '/v1/predictions/?cursor=a/'],
  ['/v1/v1/predictions', '/v1/predictions'],
  ['/v1/v1/v1/models/a/b', '/v1/models/a/b'],
  ['/v1/http://host:3000/v1/predictions?cursor=x', '/v1/predictions?cursor=x'],
  ['/v1/https://host/v1/predictions', '/v1/predictions'],
  ['/v1/https:/host/v1/predictions', '/v1/predictions'],
  ['/v1', '/v1'],
  ['/v1/models/a%2Fb', '/v1/models/a%2Fb'],
  ['/v1/predictions/%E0%A4%A?x=%', '/v1/predictions/%25E0%25A4%25A?x=%'],
  ['/v1/', '/v1/'],
  ['/v1?x=/v1/v1', '/v1?x=/v1/v1'],
])('%s means %s', (url, path) => {
  expect(apiPath(url)).toBe(path);
});

it.each(['/', '/v1x/', '/team/documents/', '/?next=/v1/v1/', '/api/v1/v1/documents/'])(
  '%s is not the API’s and stays as it is',
  (url) => {
    expect(apiPath(url)).toBe(url);
  },
);
