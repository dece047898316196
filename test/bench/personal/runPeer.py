"""Runs one Python peer over texts: JSON strings in, one a line; lists of [type, start, end] out, then the CPU seconds it took.

Offsets are UTF-16 units, as everywhere in the measurement. Nothing is downloaded: Presidio runs its pattern recognisers with a
blank tokeniser, so that its context words count and its language models are left out.
"""

import importlib
import inspect
import json
import re
import sys
import time

NEEDS_A_MODEL = re.compile("NER|Azure|Spacy|Stanza|Transformers|LangExtract|HuggingFace|GLiNER")


def presidio(every_country):
    import spacy
    from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, predefined_recognizers
    from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

    blank = spacy.blank("en")
    blank.max_length = 10_000_000

    class Tokens(NlpEngine):
        def load(self):
            pass

        def is_loaded(self):
            return True

        def process_text(self, text, language):
            words = blank(text)
            lemmas = [word.text.lower() for word in words]
            return NlpArtifacts([], words, [word.idx for word in words], lemmas, self, language)

        def process_batch(self, texts, language, **_):
            for text in texts:
                yield text, self.process_text(text, language)

        def is_stopword(self, word, language):
            return blank.vocab[word].is_stop

        def is_punct(self, word, language):
            return blank.vocab[word].is_punct

        def get_supported_entities(self):
            return []

        def get_supported_languages(self):
            return ["en"]

    registry = RecognizerRegistry(supported_languages=["en"])
    if every_country:
        for name, made in inspect.getmembers(predefined_recognizers, inspect.isclass):
            if issubclass(made, EntityRecognizer) and not NEEDS_A_MODEL.search(name):
                registry.add_recognizer(made(supported_language="en"))
    else:
        registry.load_predefined_recognizers(languages=["en"])
        registry.recognizers = [one for one in registry.recognizers if not NEEDS_A_MODEL.search(type(one).__name__)]
    engine = AnalyzerEngine(registry=registry, nlp_engine=Tokens(), supported_languages=["en"])
    return lambda text: [(it.entity_type, it.start, it.end) for it in engine.analyze(text=text, language="en")]


def datafog():
    scan = importlib.import_module("datafog").scan
    return lambda text: [(it.type, it.start, it.end) for it in scan(text).entities]


def scrubadub():
    scrubber = importlib.import_module("scrubadub").Scrubber()

    def look(text):
        for filth in scrubber.iter_filth(text):
            for one in getattr(filth, "filths", [filth]):
                yield one.type, one.beg, one.end

    return look


PEERS = {
    "presidio": lambda: presidio(False),
    "presidio-all": lambda: presidio(True),
    "datafog": datafog,
    "scrubadub": scrubadub,
}


def units(text):
    """From code points to UTF-16 units; None where they are the same."""
    if text.isascii() or max(text) < "\U00010000":
        return None
    places = [0]
    for unit in text:
        places.append(places[-1] + (2 if unit > "\uffff" else 1))
    return places


def main():
    look = PEERS[sys.argv[1]]()
    list(look("warm up, jane@example.org"))
    seconds = 0.0
    for line in sys.stdin:
        text = json.loads(line)
        began = time.process_time()
        found = list(look(text))
        seconds += time.process_time() - began
        places = units(text)
        at = (lambda place: places[place]) if places else (lambda place: place)
        print(json.dumps([[kind, at(start), at(end)] for kind, start, end in found]))
    print(json.dumps({"seconds": seconds}))


main()
