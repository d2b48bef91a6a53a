"""Numbers to metrics: what is measured (phrase), what the number does (roles), when (times), sentence by sentence."""
