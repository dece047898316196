export function threadSeconds(): number;
