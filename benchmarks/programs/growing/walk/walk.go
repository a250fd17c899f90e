// Package walk leads a goroutine through functions in an order drawn from a seed, so that stacks differ as a large
// program's do: the same few hundred functions, called from different lines.
package walk

// Walk is one goroutine's way: Left calls to go, then At is called.
type Walk struct {
	State uint64
	Left  int
	At    func()
}

var steps []func(*Walk)

// Add registers a package's functions; which package comes first is settled by their import order.
func Add(functions ...func(*Walk)) { steps = append(steps, functions...) }

// Next draws the next function, or ends the walk.
func (w *Walk) Next() func(*Walk) {
	w.State = w.State*6364136223846793005 + 1442695040888963407
	if w.Left--; w.Left < 0 {
		return func(w *Walk) { w.At() }
	}
	return steps[(w.State>>33)%uint64(len(steps))]
}

// Line draws which of a function's lines makes the call.
func (w *Walk) Line() uint64 { return w.State >> 60 & 3 }
