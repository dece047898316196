/** Source of a pattern for a value as shells read it, its group `secret`: in single quotes whatever stands there, else nothing that a shell would expand. */
export const shellValue = String.raw`(?:\\?["'])?(?!-)(?<secret>(?<=')[^'\s\\]{3,80}(?=')|[^\s"'\x60|;<>$\\(){}]{3,80}(?=\\?["'\s|;)]|\\n|$))`;
