/** Something about an exchange that a person should know. It holds no value. */
export interface Notice {
  readonly kind: 'carried-out' | 'literal-secret' | 'other-model' | 'kept-placeholder';
  readonly message: string;
}
