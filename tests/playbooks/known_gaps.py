"""Statements that are true of the captures and that the answers do not reach yet.

Each is run and must fail: one that begins to pass fails the suite until its line is taken out here. What they cost is
part of the figures in docs/accuracy.md.
"""

KNOWN_GAPS = {
    "cache/unbounded-sync-map: preferences of everyone who ever came, Go 1.27": (
        "no node of the trie was sampled; a kept object of 16 bytes may be its boxed key, or a list's node as well"
    ),
    "goroutine/context-not-cancelled: the line that made them, when a heap profile is there too": (
        "all that is sampled of a context is its Done channel, made by a function that was handed the context"
    ),
    "cache/personas-go1.27 is cache/unbounded-sync-map": (
        "no node of the trie was sampled, on no stack is sync.Map: only that its entries are kept can be told"
    ),
}
