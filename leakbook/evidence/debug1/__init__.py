"""Pages of net/http/pprof in text (`?debug=1`): goroutines and the heap."""
