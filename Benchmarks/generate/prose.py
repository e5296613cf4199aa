"""Made-up Dutch prose: sentences of a small grammar over the vocabulary of offices.

About one sentence in six holds a number that is no value of any kind: a year, an amount, a share,
a time or an article of a rule.
"""

from random import Random

import words

MONTHS = words.listed(
    "januari februari maart april mei juni juli augustus september oktober november december"
)
# Distinct sentences that a text draws from.
SENTENCE_COUNT = 20_000
NUMBERED_SHARE = 1 / 6


class Prose:
    """Endless text; two with equal seeds write equal text."""

    def __init__(self, random: Random):
        self.random = random
        self.sentences = [self._sentence() for _ in range(SENTENCE_COUNT)]

    def sentence(self) -> str:
        return self.random.choice(self.sentences)

    def text(self, byte_count: int) -> str:
        """Sentences of together at least `byte_count` bytes."""
        parts, length = [], 0
        while length < byte_count:
            parts.append(self.sentence())
            length += len(parts[-1].encode()) + 1
        return " ".join(parts)

    def cell(self, byte_count: int) -> str:
        """Words without a mark, cut where a word ends, of at most `byte_count` bytes."""
        cut = self.text(byte_count).encode()[:byte_count].rpartition(b" ")[0].decode()
        return cut.translate(PLAIN)

    def compound(self) -> str:
        """`subsidieaanvraag`."""
        choose = self.random.choice
        return choose(words.FIRST_PARTS) + choose(words.DE_HEADS + words.HET_HEADS)

    def _thing(self) -> str:
        choose = self.random.choice
        if self.random.random() < 0.55:
            article, noun = "de", choose(words.DE_HEADS)
        else:
            article, noun = "het", choose(words.HET_HEADS)
        if self.random.random() < 0.8:
            noun = choose(words.FIRST_PARTS) + noun
        adjective = choose(words.ADJECTIVES) + " " if self.random.random() < 0.35 else ""
        return f"{article} {adjective}{noun}"

    def _sentence(self) -> str:
        shapes = NUMBERED if self.random.random() < NUMBERED_SHARE else SHAPES
        shape = self.random.choice(shapes)
        written = shape.format_map(_Slots(self))
        return written[0].upper() + written[1:]


class _Slots:
    """Fills each slot of a shape afresh."""

    def __init__(self, prose: Prose):
        self.prose = prose

    def __getitem__(self, slot: str) -> str:
        random = self.prose.random
        match slot:
            case "thing":
                return self.prose._thing()
            case "year":
                return str(random.randint(2005, 2029))
            case "small":
                return str(random.randint(2, 99))
            case "amount":
                return f"{random.randint(2, 980)}.{random.randint(0, 999):03d}"
            case "time":
                return f"{random.randint(8, 22)}.{random.choice(('00', '15', '30', '45'))} uur"
            case "day":
                return f"{random.randint(1, 28)} {random.choice(MONTHS)}"
            case _:
                return random.choice(SLOTS[slot])


# Marks that would end a cell, and what is left of them.
PLAIN = str.maketrans("", "", ';",.:')
SLOTS = {
    "actor": words.ACTORS,
    "verb": words.VERBS,
    "infinitive": words.INFINITIVES,
    "modal": words.MODALS,
    "when": words.TIMES,
    "where": words.PLACES,
    "because": words.CONJUNCTIONS,
    "link": words.LINKS,
    "is": words.PREDICATES,
}
SHAPES = (
    "{actor} {verb} {thing} {when}.",
    "{when} {verb} {actor} {thing}.",
    "{link} {verb} {actor} {thing} {where}.",
    "{actor} {verb} {thing}, {because} {actor} {thing} {verb}.",
    "{actor} {modal} {thing} {when} {infinitive}.",
    "{link} {modal} {actor} {thing} {infinitive}, {because} {thing} {is} is.",
    "volgens {actor} is {thing} {is}.",
    "{thing} is {is} en {thing} blijft {is}.",
    "als {actor} {thing} {verb}, {modal} {actor} {thing} {infinitive}.",
    "{actor} vraagt of {thing} {when} {is} is; {actor} {modal} daarop {thing} {infinitive}.",
    "{where} {verb} {actor} {thing}, maar {thing} is nog niet {is}.",
    "zowel {thing} als {thing} {modal} {actor} {when} {infinitive}.",
)
# After a year stands a word of three letters or more, so that it is no postcode.
NUMBERED = (
    "in het jaar {year} heeft {actor} {thing} {where} besproken.",
    "voor {thing} is € {amount} beschikbaar, {because} {thing} {is} is.",
    "ongeveer {small} procent van de inwoners vindt {thing} {is}.",
    "op {day} om {time} {verb} {actor} {thing} {where}.",
    "artikel {small} van {thing} is sinds {year} niet {is}.",
    "{actor} {verb} {thing} in {small} fasen, tot en met {year} althans.",
)
