import type { KeyVerdict } from './judgeKey';

/** What is left to weigh once everything is gone that is surely no secret. */
export interface Weighable {
  readonly key: KeyVerdict;
  readonly value: string;
  readonly shape: 'word' | 'digits' | 'mixed' | 'random';
  readonly says: string;
}
