import { SaxesParser } from 'saxes';

/** An element of an XML text: the names from the root down to it, its attributes and its own text. */
export interface XmlElement {
  readonly path: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The elements of an XML text in the order in which they end; as far as it can be read. */
export function xmlElements(xml: string): readonly XmlElement[] {
  const parser = new SaxesParser();
  const elements: XmlElement[] = [];
  const open: { path: string; attributes: Readonly<Record<string, string>>; text: string }[] = [];
  parser.on('opentag', ({ name, attributes }) => {
    const path = open.length === 0 ? name : `${open.at(-1)!.path}/${name}`;
    if (open.length < deepest) open.push({ path, attributes, text: '' });
    else parser.fail('it is too deep');
  });
  parser.on('text', text => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) elements.push({ ...element, text: element.text.trim() });
  });
  parser.on('error', error => {
    throw error;
  });
  try {
    parser.write(xml).close();
  } catch {
    // Its own tool says what is wrong with it.
  }
  return elements;
}

const deepest = 50;
