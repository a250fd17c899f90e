// Package walk walks trees.
package walk

import (
	"sync/atomic"
	"time"

	"git.arboretum.example/index/undergrowth/limited"
)

// Walk is one walk over one tree.
type Walk struct {
	group *limited.Group
	seen  atomic.Int64
}

// Count visits the tree of that number.
func Count(tree int) int64 {
	w := &Walk{group: limited.New(5)}
	bushy := tree%4 == 3
	w.group.Go(func() { w.visit(bushy, 3) })
	w.group.Wait()
	return w.seen.Load()
}

func (w *Walk) visit(bushy bool, depth int) {
	w.seen.Add(1)
	time.Sleep(4 * time.Millisecond)
	if depth == 0 {
		return
	}
	children := 1
	if bushy {
		children = 7
	}
	for i := 0; i < children; i++ {
		w.group.Go(func() { w.visit(bushy, depth-1) })
	}
}
